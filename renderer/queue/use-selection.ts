import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { callWorker } from "../data/index.ts";
import { shownWork, useQueueStore } from "../queue-state/index.ts";
import type { QueueRow, ViewQuery, ViewRows } from "../worker/views/view-protocol.ts";
import { RESTS_AFTER_MS } from "./use-resting-value.ts";
import { rowAt } from "./view-window.ts";

export interface Selection {
	/** `null` while another list is being asked for: nothing is done to a row that is about to leave. */
	readonly selectedId: string | null;
	/** The row drawn as chosen: the one before, until the other list comes. */
	readonly drawnId: string | null;
	readonly selectedIndex: number;
	/** The person chose this very row; else it was chosen for them, as the list is another one. */
	readonly isChosen: boolean;
	/** The row to bring on screen. */
	readonly reveal: { readonly index: number };
	/** Goes to a row by its place and brings it on screen. */
	readonly moveTo: (index: number) => void;
	readonly select: (row: QueueRow, index: number) => void;
}

/**
 * The chosen row. It stays with its ticket when rows come and go; when the ticket leaves the view,
 * the row now in its place is chosen.
 */
export function useSelection(query: ViewQuery, rows: ViewRows | undefined, isStale: boolean): Selection {
	const view = useQueueStore((state) => state.view);
	const { selectedId: chosen, selectedIndex } = useQueueStore(shownWork);
	const select = useQueueStore((state) => state.select);
	const [movedTo, setMovedTo] = useState(0);
	const queryKey = JSON.stringify(query);
	const chosenId = useRef<string | null>(null);
	const choose = useCallback(
		(id: string | null, index: number) => {
			chosenId.current = id;
			select(id, index);
		},
		[select],
	);

	// biome-ignore lint/correctness/useExhaustiveDependencies: the query is compared by its text
	useEffect(() => {
		if (!rows || isStale) return;
		if (chosen === null) return keepWhenRested(rows, select);
		return followTicket(query, rows, select);
	}, [rows, isStale, chosen, selectedIndex, queryKey, select]);

	const moveTo = useCallback(
		(index: number) => {
			if (!rows || rows.total === 0) return;
			const target = Math.min(rows.total - 1, Math.max(0, index));
			choose(rowAt(rows, target)?.id ?? null, target);
			setMovedTo((times) => times + 1);
		},
		[rows, choose],
	);
	const selectRow = useCallback((row: QueueRow, index: number) => choose(row.id, index), [choose]);
	// Another list has its chosen row with its first picture; it is kept when the list rests.
	const selectedId = chosen ?? (rows && !isStale ? idAt(rows, selectedIndex) : null);
	const drawn = useRef<Drawn>({ id: selectedId, listKey: "" });
	if (!isStale) drawn.current = { id: selectedId, listKey: `${view} ${queryKey}` };
	const { id: drawnId, listKey } = drawn.current;
	// Another list shows its chosen row, else its top, when it comes.
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new object asks to be brought on screen
	const reveal = useMemo(
		() => ({ index: shownWork(useQueueStore.getState()).selectedIndex }),
		[view, listKey, movedTo],
	);
	const isChosen = chosen !== null && chosenId.current === chosen;
	return { selectedId, drawnId, selectedIndex, isChosen, reveal, moveTo, select: selectRow };
}

interface Drawn {
	readonly id: string | null;
	/** Of the list that is drawn. */
	readonly listKey: string;
}

type Select = (id: string | null, index: number) => void;

function placeIn(rows: ViewRows, index: number): number {
	return Math.max(0, Math.min(index, rows.total - 1));
}

function idAt(rows: ViewRows, index: number): string | null {
	return rowAt(rows, placeIn(rows, index))?.id ?? null;
}

/** Nobody chose it, so whatever stands there when the list rests: who types is not kept from the next letter. */
function keepWhenRested(rows: ViewRows, select: Select): () => void {
	const timer = setTimeout(() => {
		const place = placeIn(rows, shownWork(useQueueStore.getState()).selectedIndex);
		select(idAt(rows, place), place);
	}, RESTS_AFTER_MS);
	return () => clearTimeout(timer);
}

/** Brings the selection in line with the rows; answers how to stop an answer that comes too late. */
function followTicket(query: ViewQuery, rows: ViewRows, select: Select): (() => void) | undefined {
	const { selectedId, selectedIndex } = shownWork(useQueueStore.getState());
	if (selectedId === null || rows.total === 0) {
		select(null, 0);
		return undefined;
	}
	const place = placeIn(rows, selectedIndex);
	const found = rows.rows.findIndex((row) => row.id === selectedId);
	if (found >= 0) {
		select(selectedId, rows.from + found);
		return undefined;
	}
	let isOver = false;
	void callWorker("indexOf", { query, ticketId: selectedId }).then((index) => {
		if (isOver) return;
		if (index === null) select(idAt(rows, place), place);
		else select(selectedId, index);
	});
	return () => {
		isOver = true;
	};
}
