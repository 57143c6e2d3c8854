import type { Actor, HistoryEntry } from "../../../shared/api/tickets.ts";
import type { FieldChanges } from "../../../shared/ticket/apply.ts";
import { type NumberSeries, seriesOf } from "../../../shared/ticket/kinds.ts";
import type { EpochMs, Note, Ticket } from "../../../shared/ticket/ticket.ts";
import { makeId } from "../store/crypto.ts";
import type { DeskEvents, EventHub } from "../store/events.ts";
import { takeNumber } from "../store/numbers.ts";
import { toHistoryRow, toTicketRow } from "../store/rows.ts";
import type { DeskTransaction, WriteScope } from "../store/store.ts";
import { attachTo } from "./attachments/attach.ts";
import { queueMail } from "./queue-mail.ts";

/** Where a change comes from: what its history entry says besides the change itself. */
export interface Origin {
	readonly actor: Actor;
	/** When it happened. */
	readonly at: EpochMs;
	/** When the desk records it. */
	readonly now: EpochMs;
	readonly intentId: string | null;
	readonly alertId: string | null;
	/** The act that it is a part of. */
	readonly batchId?: string | undefined;
	/** The intent that it takes back. */
	readonly undoes?: string | undefined;
}

/** One step of a ticket: its standing after it, and what it changed. */
export interface Step {
	readonly ticket: Ticket;
	readonly changes: FieldChanges;
	readonly note: Note | null;
	/** Complete files that hang on this step's entry from now on. */
	readonly attachmentIds?: readonly string[];
}

/** The write of one batch, and who is told of it after the commit. */
export interface DeskWrite extends WriteScope {
	readonly events: EventHub<DeskEvents>;
}

/** Writes a new ticket and gives it its number: the first step makes it, the rest move it on at once. */
export async function recordOpening(
	write: DeskWrite,
	steps: readonly Step[],
	origin: Origin,
): Promise<Ticket> {
	const [first, ...rest] = steps;
	if (!first) throw new Error("an opening has a first step");
	const number = await takeNumber(write.tx, await findSeries(write.tx, first.ticket));
	const ticket = { ...first.ticket, number };
	await write.tx.insertInto("ticket").values(toTicketRow(ticket)).execute();
	await recordEntry(write, { ...first, ticket }, origin, "created");
	const numbered = rest.map((step) => ({ ...step, ticket: { ...step.ticket, number } }));
	return recordChanges(write, ticket, numbered, origin);
}

/** Writes further steps of a ticket; answers its standing after them. */
export async function recordChanges(
	write: DeskWrite,
	ticket: Ticket,
	steps: readonly Step[],
	origin: Origin,
): Promise<Ticket> {
	for (const step of steps) {
		const { id, ...columns } = toTicketRow(step.ticket);
		await write.tx.updateTable("ticket").set(columns).where("id", "=", id).execute();
		const isOnlyNote = Object.keys(step.changes).length === 0;
		await recordEntry(write, step, origin, isOnlyNote ? "noted" : "changed");
	}
	return steps.at(-1)?.ticket ?? ticket;
}

/** A task counts with the others of its kind of parent. */
async function findSeries(tx: DeskTransaction, { kind, parentId }: Ticket): Promise<NumberSeries> {
	if (kind !== "task" || parentId === null) return seriesOf(kind);
	const parent = await tx.selectFrom("ticket").select("kind").where("id", "=", parentId).executeTakeFirst();
	return seriesOf(kind, parent?.kind);
}

async function recordEntry(
	write: DeskWrite,
	step: Step,
	origin: Origin,
	type: HistoryEntry["type"],
): Promise<void> {
	const { ticket } = step;
	const entry: HistoryEntry = {
		id: makeId(),
		ticketId: ticket.id,
		revision: ticket.revision,
		type,
		actor: origin.actor,
		occurredAt: origin.at,
		recordedAt: origin.now,
		// Field names and values only: the recorded fields of a ticket are all text, number or nothing.
		changes: step.changes as HistoryEntry["changes"],
		note: step.note,
		intentId: origin.intentId,
		alertId: origin.alertId,
		...(origin.batchId === undefined ? {} : { batchId: origin.batchId }),
		...(origin.undoes === undefined ? {} : { undoes: origin.undoes }),
	};
	await write.tx.insertInto("history").values(toHistoryRow(entry)).execute();
	if (step.attachmentIds) await attachTo(write.tx, entry, step.attachmentIds);
	await queueMail(write, ticket, entry);
	write.logChange("ticket", ticket.id);
	write.afterCommit(() => write.events.emit("ticket.changed", { ticket, actor: origin.actor }));
}
