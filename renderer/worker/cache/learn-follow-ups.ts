import { ticketKinds } from "../../../shared/ticket/known-lifecycles.ts";
import { lifecycleOf } from "../../../shared/ticket/lifecycle.ts";
import type { TicketCache } from "./ticket-cache.ts";
import { FLAG, type TicketColumns } from "./ticket-columns.ts";

/** Rows that are read between two turns of the worker. */
const ROWS_A_STEP = 500;

/** Of what was read from disk: marks what may have a follow-up by its columns, so that its row is read later. */
export function expectFollowUps(columns: TicketColumns): void {
	const holds = new Map(
		ticketKinds().map((kind) => [
			kind,
			new Set(
				lifecycleOf(kind)
					.states.filter(({ phase }) => phase === "hold")
					.map(({ value }) => value),
			),
		]),
	);
	const { flags, state } = columns.data;
	for (let slot = 0; slot < columns.size; slot += 1) {
		const flag = flags[slot] ?? 0;
		if ((flag & FLAG.open) === 0) continue;
		const isHeld = holds.get(columns.kindOf(slot))?.has(state[slot] ?? 0) ?? false;
		if (isHeld || (flag & FLAG.major) !== 0) columns.followUps.expect(slot);
	}
}

/** Reads the rows of what may have a follow-up, in their order on disk; each step names the slots that it learned. */
export async function* learnFollowUps(cache: TicketCache): AsyncGenerator<readonly number[]> {
	const { columns } = cache;
	const { followUps } = columns;
	const slots = followUps
		.unread()
		.toSorted((one, other) => columns.positionOf(one) - columns.positionOf(other));
	for (let from = 0; from < slots.length; from += ROWS_A_STEP) {
		const step = slots.slice(from, from + ROWS_A_STEP);
		for (const slot of step) await learnOne(cache, slot);
		yield step;
	}
}

async function learnOne(cache: TicketCache, slot: number): Promise<void> {
	const { columns } = cache;
	const { followUps } = columns;
	if (!followUps.isUnread(slot)) return;
	const ticket = await cache.readBase(columns.idOf(slot));
	// What came in while it was read is newer.
	if (ticket && followUps.isUnread(slot)) followUps.note(slot, ticket);
}
