import { notifications } from "@mantine/notifications";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { callWorker } from "../data/index.ts";
import { useMarks, useQueueStore } from "../queue-state/index.ts";
import { bulkText } from "../text/en/bulk.ts";
import { BULK_LIMIT } from "../worker/bulk/bulk-protocol.ts";
import type { QueueRow, ViewQuery, ViewRows } from "../worker/views/view-protocol.ts";
import type { Selection } from "./use-selection.ts";
import { rowAt } from "./view-window.ts";

export interface Marking {
	/** Chooses the row at hand, or no longer. */
	readonly toggle: () => void;
	/** Chooses all from where the range began to this place, and goes there. */
	readonly extendTo: (index: number) => void;
	/** All of the view, also those that were never on screen. */
	readonly markAll: () => void;
	/** A press of the pointer with a key held down. */
	readonly markRow: (row: QueueRow, index: number, isRange: boolean) => void;
}

/** Choosing rows to do one thing to all of them; another view begins with none. */
export function useMarking(query: ViewQuery, rows: ViewRows | undefined, selection: Selection): Marking {
	const { selectedIndex, moveTo, select } = selection;
	const view = useQueueStore((state) => state.view);
	useEffect(() => useMarks.getState().keepFor(view), [view]);

	const toggle = useCallback(() => {
		const row = rows && rowAt(rows, selectedIndex);
		if (row) useMarks.getState().toggle(row.id);
	}, [rows, selectedIndex]);

	const asked = useRef(0);
	const extend = useCallback(
		async (index: number) => {
			if (!rows) return;
			const anchor = useMarks.getState().anchor ?? rowAt(rows, selectedIndex)?.id;
			if (anchor === undefined) return;
			asked.current += 1;
			const own = asked.current;
			// At once: the next key may come before the worker has answered this one.
			if (useMarks.getState().anchor === null) useMarks.getState().extend([anchor], anchor);
			const from = (await placeOf(query, rows, anchor)) ?? selectedIndex;
			const window = { from: Math.min(from, index), count: Math.abs(from - index) + 1 };
			if (window.count > BULK_LIMIT) return tellTooMany(window.count);
			const range = idsHere(rows, window) ?? (await callWorker("idsOf", { query, window }));
			if (own === asked.current) useMarks.getState().extend(range, anchor);
		},
		[query, rows, selectedIndex],
	);
	const extendTo = useCallback(
		(index: number) => {
			void extend(index);
			moveTo(index);
		},
		[extend, moveTo],
	);
	const markAll = useCallback(() => {
		const total = rows?.total ?? 0;
		if (total > BULK_LIMIT) return tellTooMany(total);
		asked.current += 1;
		void callWorker("idsOf", { query, window: { from: 0, count: BULK_LIMIT } }).then((ids) =>
			useMarks.getState().replace(ids),
		);
	}, [query, rows]);
	const markRow = useCallback(
		(row: QueueRow, index: number, isRange: boolean) => {
			if (isRange) void extend(index);
			else useMarks.getState().toggle(row.id);
			select(row, index);
		},
		[extend, select],
	);
	return useMemo(() => ({ toggle, extendTo, markAll, markRow }), [toggle, extendTo, markAll, markRow]);
}

/** Where a ticket stands in the view by now; `null` where it has left it. */
async function placeOf(query: ViewQuery, rows: ViewRows, ticketId: string): Promise<number | null> {
	const here = rows.rows.findIndex(({ id }) => id === ticketId);
	return here >= 0 ? rows.from + here : callWorker("indexOf", { query, ticketId });
}

/** Ids of a stretch of the view, where all its rows are here. */
function idsHere(
	rows: ViewRows,
	{ from, count }: { readonly from: number; readonly count: number },
): readonly string[] | null {
	const here = rows.rows.slice(from - rows.from, from - rows.from + count);
	return from >= rows.from && here.length === count ? here.map(({ id }) => id) : null;
}

function tellTooMany(count: number): void {
	notifications.show({ message: bulkText.tooMany(count, BULK_LIMIT) });
}
