import { findState } from "../../../shared/ticket/lifecycle.ts";
import { FLAG } from "../cache/ticket-columns.ts";
import type { Model } from "../engine/model.ts";
import { makeRow } from "../views/queue-row.ts";
import type { QueueRow } from "../views/view-protocol.ts";
import type { Majors } from "./ticket-protocol.ts";

/** The major incidents that are not over, and those that wait for somebody to say whether they are; newest first. */
export function majorsPayload({ generation }: Model): Majors | undefined {
	if (!generation) return undefined;
	const { columns } = generation.cache;
	const { flags, state } = columns.data;
	const context = generation.views.rowContext();
	const found: Record<keyof Majors, QueueRow[]> = { accepted: [], proposed: [] };
	for (let slot = 0; slot < columns.size; slot += 1) {
		const flag = flags[slot] ?? 0;
		if ((flag & (FLAG.major | FLAG.proposed)) === 0 || !columns.isAlive(slot)) continue;
		const phase = findState(columns.kindOf(slot), state[slot] ?? 0)?.phase;
		if (phase === "closed" || phase === "canceled") continue;
		found[flag & FLAG.major ? "accepted" : "proposed"].push(makeRow(context, slot));
	}
	const byAge = (one: QueueRow, other: QueueRow): number => other.openedAt - one.openedAt;
	return { accepted: found.accepted.sort(byAge), proposed: found.proposed.sort(byAge) };
}
