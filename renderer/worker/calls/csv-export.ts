import { knownColumns } from "../../../shared/view/columns.ts";
import type { Model, OpenGeneration } from "../engine/model.ts";
import type { Calls } from "../protocol.ts";
import { makeRow } from "../views/queue-row.ts";
import { makeCsv } from "./csv.ts";

/** Rows of one part: some 30 ms, so that other questions get in between. */
const PART_ROWS = 5_000;

interface Running {
	readonly generation: OpenGeneration;
	/** As the view was when it began: rows that come, go or move meanwhile change nothing. */
	readonly slots: Uint32Array;
	readonly csv: ReturnType<typeof makeCsv>;
	done: number;
}

/** A whole view as CSV, part by part: a page says how far it is, and can stop. One at a time in a window. */
export function makeCsvCalls(model: Model): {
	readonly beginCsv: (params: Parameters<Calls["beginCsv"]>[0]) => ReturnType<Calls["beginCsv"]>;
	readonly nextCsv: (exportId: string) => ReturnType<Calls["nextCsv"]>;
} {
	let running: (Running & { readonly id: string }) | null = null;
	return {
		beginCsv: ({ query, columns }) => {
			const { generation } = model;
			if (!generation) return null;
			const csv = makeCsv(knownColumns(columns));
			const slots = generation.views.matches(query);
			running = { id: model.makeId(), generation, slots, csv, done: 0 };
			return { exportId: running.id, total: slots.length, head: csv.head };
		},
		nextCsv: (exportId) => {
			if (running?.id !== exportId || running.generation !== model.generation) return null;
			const part = nextPart(running);
			if (part.isLast) running = null;
			return part;
		},
	};
}

function nextPart(running: Running): NonNullable<ReturnType<Calls["nextCsv"]>> {
	const { generation, slots, csv } = running;
	const context = generation.views.rowContext();
	const part = slots.subarray(running.done, running.done + PART_ROWS);
	const alive = part.filter((slot) => context.columns.isAlive(slot));
	const text = Array.from(alive, (slot) => csv.record(makeRow(context, slot))).join("");
	running.done += part.length;
	return { text, rows: alive.length, done: running.done, isLast: running.done >= slots.length };
}
