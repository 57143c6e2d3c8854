import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { useTopic } from "../data/index.ts";
import type { ViewQuery, ViewRows, ViewWindow } from "../worker/protocol.ts";
import { chooseWindow, holdPlaces, WINDOW_ROWS } from "./view-window.ts";

/** Rows may move again when the person has not acted for so long. */
const QUIET_MS = 1_500;
const TOP: ViewWindow = { from: 0, count: WINDOW_ROWS };

export interface WatchedRows {
	/** `undefined` only before the first answer. */
	readonly rows: ViewRows | undefined;
	/** The rows still answer the question before this one. */
	readonly isStale: boolean;
	/** Tells which rows are on screen. */
	readonly onRange: (first: number, last: number) => void;
	/** Tells that the person is acting on the list: nothing jumps meanwhile. */
	readonly onAct: () => void;
}

/** Watches the rows around the screen; moves the window ahead of the scrolling. */
export function useViewRows(query: ViewQuery, startIndex: number): WatchedRows {
	const [window, setWindow] = useState<ViewWindow>(() => chooseWindow(TOP, startIndex, startIndex, Infinity));
	const came = useTopic("view", { query, window });
	const actedAt = useRef(0);
	const total = came?.total ?? 0;
	const queryKey = JSON.stringify(query);
	const shown = useHeldRows(came, queryKey, actedAt);

	const onRange = useCallback(
		(first: number, last: number) => setWindow((current) => chooseWindow(current, first, last, total)),
		[total],
	);
	const onAct = useCallback(() => {
		actedAt.current = performance.now();
	}, []);
	return { rows: shown?.rows, isStale: shown?.queryKey !== queryKey, onRange, onAct };
}

interface Shown {
	readonly rows: ViewRows;
	/** The query that `rows` answers. */
	readonly queryKey: string;
}

/** What came, held in place while the person acts, then settled. Another query is shown at once. */
function useHeldRows(
	came: ViewRows | undefined,
	queryKey: string,
	actedAt: { readonly current: number },
): Shown | undefined {
	const [shown, setShown] = useState<Shown>();
	const latest = useRef<Shown>(undefined);
	const currentKey = useRef(queryKey);
	currentKey.current = queryKey;

	// Before the paint: what came is drawn in this frame, not in the next.
	useLayoutEffect(() => {
		if (came === undefined) return;
		const key = currentKey.current;
		let timer: ReturnType<typeof setTimeout> | undefined;
		function settle(rows: ViewRows): void {
			const quietMs = performance.now() - actedAt.current;
			const before = latest.current;
			const held = before?.queryKey === key && quietMs < QUIET_MS ? holdPlaces(before.rows, rows) : null;
			if (held) timer = setTimeout(() => settle(rows), QUIET_MS - quietMs + 20);
			latest.current = { rows: held ?? rows, queryKey: key };
			setShown(latest.current);
		}
		settle(came);
		return () => clearTimeout(timer);
	}, [came, actedAt]);

	return shown;
}
