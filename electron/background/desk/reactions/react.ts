import type { EpochMs, Ticket } from "../../../../shared/ticket/ticket.ts";
import { makeId } from "../../store/crypto.ts";
import { fromTicketRow } from "../../store/rows.ts";
import { findTicket } from "../find-ticket.ts";
import { judgeCreate, judgeUpdate, type Taking } from "../judge-intent.ts";
import { type DeskWrite, type Origin, recordChanges, recordOpening } from "../record.ts";
import { readMatrix } from "../settings/desk-settings.ts";
import { REACTIONS } from "./all.ts";
import type { Happened, ReactionDesk } from "./reaction.ts";

/** A rule that sets off another that sets off the first is a bug: it is found rather than waited for. */
const MOST = 10_000;

/** Does all that follows from a change, and from what follows from that; answers the ticket as it is then. */
export async function react(write: DeskWrite, happened: Happened, now: EpochMs): Promise<Ticket> {
	const queue: Happened[] = [happened];
	const desk = makeDesk(write, now, (next) => queue.push(next));
	for (let done = 0; queue.length > 0; done += 1) {
		if (done > MOST) throw new Error(`rules go in circles: ${happened.after.number}`);
		const next = queue.shift();
		if (next) for (const reaction of REACTIONS) await reaction(next, desk);
	}
	return (await findTicket(write.tx, happened.after.id)) ?? happened.after;
}

/** Runs a rule that was set off by time rather than by a change, with all that follows. */
export async function act(
	write: DeskWrite,
	now: EpochMs,
	rule: (desk: ReactionDesk) => Promise<void>,
): Promise<void> {
	const happened: Happened[] = [];
	await rule(makeDesk(write, now, (next) => happened.push(next)));
	for (const one of happened) await react(write, one, now);
}

function makeDesk(write: DeskWrite, now: EpochMs, onHappened: (happened: Happened) => void): ReactionDesk {
	const { tx } = write;
	const origin = (rule: string, at: EpochMs): Origin => ({
		actor: { kind: "rule", id: rule },
		at,
		now,
		intentId: null,
		alertId: null,
	});
	return {
		tx,
		now,
		find: async (ticketId) => (await findTicket(tx, ticketId)) ?? null,
		partsOf: async (ticketId, kind) => {
			const query = tx.selectFrom("ticket").selectAll().where("parent_id", "=", ticketId);
			const rows = await (kind ? query.where("kind", "=", kind) : query)
				.orderBy("opened_at")
				.orderBy("id")
				.execute();
			return rows.map(fromTicketRow);
		},
		causedBy: async (problemId) => {
			const query = tx.selectFrom("ticket").selectAll().where("problem_id", "=", problemId);
			return (await query.orderBy("opened_at").orderBy("id").execute()).map(fromTicketRow);
		},
		open: async (rule, { kind, set, note, openedById = null }) => {
			const opening = { ticketId: makeId(), kind, set, note, occurredAt: now };
			const taking = judgeCreate(opening, {
				openedById,
				now,
				actor: "system",
				matrix: await readMatrix(tx),
			});
			if (!taking.ok) throw new Error(`rule ${rule} can’t open a ${kind}: ${taking.error.message}`);
			const by = origin(rule, taking.value.at);
			const after = await recordOpening(write, taking.value.steps, by);
			onHappened({ before: null, after, note: note ?? null, actor: by.actor, at: by.at });
			return after;
		},
		change: async (rule, ticketId, set, note) => {
			const before = await findTicket(tx, ticketId);
			if (!before) return null;
			const judged = judgeUpdate(
				before,
				{ set, note, occurredAt: now },
				{ now, actor: "system", matrix: await readMatrix(tx) },
			);
			const taking: Taking | null = judged.ok ? judged.value : null;
			if (!taking || taking.steps.length === 0) return null;
			const by = origin(rule, taking.at);
			const after = await recordChanges(write, before, taking.steps, by);
			onHappened({ before, after, note: note ?? null, actor: by.actor, at: by.at });
			return after;
		},
	};
}
