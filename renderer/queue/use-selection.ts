import { useCallback, useEffect, useRef, useState } from "react";
import { callWorker } from "../data/index.ts";
import { useQueueStore } from "../queue-state/index.ts";
import type { QueueRow, ViewQuery, ViewRows } from "../worker/protocol.ts";
import { rowAt } from "./view-window.ts";

export interface Selection {
	readonly selectedId: string | null;
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
	const { selectedId, selectedIndex } = useQueueStore((state) => state.work[state.view]);
	const select = useQueueStore((state) => state.select);
	const [reveal, setReveal] = useState({ index: selectedIndex });
	const queryKey = JSON.stringify(query);
	const chosenId = useRef<string | null>(null);
	const choose = useCallback(
		(id: string | null, index: number) => {
			chosenId.current = id;
			select(id, index);
		},
		[select],
	);

	// biome-ignore lint/correctness/useExhaustiveDependencies: another list shows its chosen row, else its top
	useEffect(() => {
		const { work } = useQueueStore.getState();
		setReveal({ index: work[view].selectedIndex });
	}, [view, queryKey]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: the query is compared by its text
	useEffect(() => {
		if (!rows || isStale) return;
		return followTicket(query, rows, select);
	}, [rows, isStale, selectedId, selectedIndex, queryKey, select]);

	const moveTo = useCallback(
		(index: number) => {
			if (!rows || rows.total === 0) return;
			const target = Math.min(rows.total - 1, Math.max(0, index));
			choose(rowAt(rows, target)?.id ?? null, target);
			setReveal({ index: target });
		},
		[rows, choose],
	);
	const selectRow = useCallback((row: QueueRow, index: number) => choose(row.id, index), [choose]);
	const isChosen = selectedId !== null && chosenId.current === selectedId;
	return { selectedId, selectedIndex, isChosen, reveal, moveTo, select: selectRow };
}

type Select = (id: string | null, index: number) => void;

/** Brings the selection in line with the rows; answers how to stop an answer that comes too late. */
function followTicket(query: ViewQuery, rows: ViewRows, select: Select): (() => void) | undefined {
	const { work, view } = useQueueStore.getState();
	const { selectedId, selectedIndex } = work[view];
	if (rows.total === 0) {
		select(null, 0);
		return undefined;
	}
	const place = Math.min(selectedIndex, rows.total - 1);
	if (selectedId === null) {
		const row = rowAt(rows, place);
		if (row) select(row.id, place);
		return undefined;
	}
	const found = rows.rows.findIndex((row) => row.id === selectedId);
	if (found >= 0) {
		select(selectedId, rows.from + found);
		return undefined;
	}
	let isOver = false;
	void callWorker("indexOf", { query, ticketId: selectedId }).then((index) => {
		if (isOver) return;
		if (index === null) select(rowAt(rows, place)?.id ?? null, place);
		else select(selectedId, index);
	});
	return () => {
		isOver = true;
	};
}
