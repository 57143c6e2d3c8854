import { CHANGE_KINDS, type Change, type ChangePage } from "../../../shared/api/changes.ts";

/**
 * Checks a page of changes as a whole: its envelope, and of each change the kind, the id and the
 * fields that columns are made of. Cell by cell is the desk's own promise: 5,000 rows a page.
 */
export function readChangePage(value: unknown): ChangePage {
	const page = asRecord(value, "page");
	for (const field of ["head", "next", "left", "serverTime"] as const) {
		if (typeof page[field] !== "number") throw new Error(`changes.${field}: expected a number`);
	}
	if (typeof page.epoch !== "string") throw new Error("changes.epoch: expected text");
	if (typeof page.hasMore !== "boolean") throw new Error("changes.hasMore: expected true or false");
	readChanges(page.changes);
	return page as unknown as ChangePage;
}

/** Checks changes, as they come from the desk or from the cache's log. */
export function readChanges(value: unknown): readonly Change[] {
	if (!Array.isArray(value)) throw new Error("changes: expected a list");
	for (const [index, change] of value.entries()) checkChange(change, index);
	return value as readonly Change[];
}

const KINDS: ReadonlySet<unknown> = new Set(CHANGE_KINDS);

function checkChange(value: unknown, index: number): void {
	const change = asRecord(value, `changes[${index}]`);
	const isKnown = KINDS.has(change.kind) && typeof change.id === "string" && typeof change.seq === "number";
	if (!isKnown) throw new Error(`changes[${index}]: not a change`);
	if (change.deleted === true) return;
	const row = asRecord(change.row, `changes[${index}].row`);
	if (row.id !== change.id) throw new Error(`changes[${index}].row.id: not the change's own`);
	if (change.kind === "ticket" && !isTicketRow(row)) throw new Error(`changes[${index}].row: not a ticket`);
}

function isTicketRow(row: Record<string, unknown>): boolean {
	return (
		typeof row.kind === "string" &&
		typeof row.number === "string" &&
		typeof row.shortDescription === "string" &&
		typeof row.state === "number" &&
		typeof row.priority === "number" &&
		typeof row.revision === "number" &&
		typeof row.openedAt === "number" &&
		typeof row.updatedAt === "number" &&
		Array.isArray(row.track)
	);
}

function asRecord(value: unknown, where: string): Record<string, unknown> {
	if (typeof value !== "object" || value === null) throw new Error(`${where}: expected an object`);
	return value as Record<string, unknown>;
}
