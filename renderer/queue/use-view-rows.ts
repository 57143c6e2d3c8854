import { useCallback, useEffect, useRef, useState } from "react";
import { useTopic } from "../data/index.ts";
import type { ViewQuery, ViewRows, ViewWindow } from "../worker/views/view-protocol.ts";
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
	/** What came last, of which `rows` is made. */
	readonly came: ViewRows;
	/** So long rows are held in place; 0 where none is. */
	readonly heldForMs: number;
}

/** What came, held in place while the person acts, then settled. Another query is shown at once. */
function useHeldRows(
	came: ViewRows | undefined,
	queryKey: string,
	actedAt: { readonly current: number },
): Shown | undefined {
	const [kept, setKept] = useState<Shown>();
	let shown = kept;
	// While drawing, not after it: what came is drawn once.
	if (came !== undefined && came !== kept?.came) {
		shown = settle({ came, queryKey }, kept, performance.now() - actedAt.current);
		setKept(shown);
	}

	useEffect(() => {
		if (!shown || shown.heldForMs === 0) return;
		const timer = setTimeout(
			() => setKept((before) => before && settle(before, before, performance.now() - actedAt.current)),
			shown.heldForMs,
		);
		return () => clearTimeout(timer);
	}, [shown, actedAt]);

	return shown;
}

function settle(
	{ came, queryKey }: Pick<Shown, "came" | "queryKey">,
	before: Shown | undefined,
	quietMs: number,
): Shown {
	const isHeld = before?.queryKey === queryKey && quietMs < QUIET_MS;
	const held = isHeld ? holdPlaces(before.rows, came) : null;
	return { came, queryKey, rows: held ?? came, heldForMs: held ? QUIET_MS - quietMs + 20 : 0 };
}
