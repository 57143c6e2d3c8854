import { formatDuration } from "../../../../shared/format-duration.ts";
import type { PolicyRecord } from "../../../../shared/sla/policy.ts";
import { type Crossing, crossingsOf } from "../../../../shared/sla/thresholds.ts";
import type { Level } from "../../../../shared/ticket/priority.ts";
import { type EpochMs, fieldValue, type Ticket, type TicketPatch } from "../../../../shared/ticket/ticket.ts";
import { RULE_ACTOR } from "../../store/ports.ts";
import { getSetting, SETTING } from "../../store/settings.ts";
import type { DeskTransaction } from "../../store/store.ts";
import { findTicket } from "../find-ticket.ts";
import { importedEntryId } from "../import/log-names.ts";
import { judgeUpdate } from "../judge-intent.ts";
import { type DeskWrite, recordChanges } from "../record.ts";
import { findBrokenReference } from "../references.ts";
import { readMatrix } from "../settings/desk-settings.ts";
import { readCompiledDefinitions, readDefinitions } from "./definitions.ts";

/**
 * Does what the thresholds ask for that a ticket's clocks have passed by now, each once, in the
 * transaction that remembers it; the history says by which policy. Answers the ticket after it.
 */
export async function actAtThresholds(
	write: DeskWrite,
	{ ticketId, now }: { readonly ticketId: string; readonly now: EpochMs },
): Promise<Ticket | null> {
	let ticket = await findTicket(write.tx, ticketId);
	if (!ticket) return null;
	const done = await readDone(write.tx, ticketId);
	const importedUntil = await readImportedUntil(write.tx, ticket);
	const definitions = await readCompiledDefinitions(write.tx);
	const { policies } = await readDefinitions(write.tx);
	for (const crossing of crossingsOf(definitions, ticket, now)) {
		const { policyId, percent, at } = crossing;
		if (at > now || done.has(`${policyId} ${percent}`)) continue;
		// What was past when the policy said so, or when the ticket was brought here, is no news.
		const policy = policies.find(({ id }) => id === policyId);
		if (at > askedSince(policy, crossing) && at > importedUntil)
			ticket = await act(write, ticket, { crossing, now });
		await write.tx
			.insertInto("sla_action")
			.values({ ticket_id: ticketId, policy_id: policyId, percent, done_at: now })
			.execute();
	}
	return ticket;
}

/**
 * Since when something is to be done at this threshold: an edit of something else does not begin it anew.
 * What counting anew moves into the past is no news either.
 */
function askedSince(policy: PolicyRecord | undefined, { percent, version, at }: Crossing): EpochMs {
	const anew = policy?.recalculations?.findLast((one) => one.from <= at && at < one.at);
	if (anew) return anew.at;
	let since = version.savedAt;
	const older = policy?.versions.filter((one) => one.version < version.version) ?? [];
	for (const { thresholds, savedAt } of older.toReversed()) {
		if (!thresholds.some((one) => one.percent === percent && one.actions.length > 0)) break;
		since = savedAt;
	}
	return since;
}

async function readDone(tx: DeskTransaction, ticketId: string): Promise<ReadonlySet<string>> {
	const rows = await tx.selectFrom("sla_action").selectAll().where("ticket_id", "=", ticketId).execute();
	return new Set(rows.map(({ policy_id, percent }) => `${policy_id} ${percent}`));
}

/** Until when a history that came from elsewhere reaches; imported history fires nothing. */
async function readImportedUntil(tx: DeskTransaction, ticket: Ticket): Promise<EpochMs> {
	const newest = await tx
		.selectFrom("history")
		.select(["id", "recorded_at"])
		.where("ticket_id", "=", ticket.id)
		.where("revision", "=", ticket.revision)
		.executeTakeFirst();
	const isImported = newest?.id === importedEntryId(ticket.id, ticket.revision);
	return isImported ? newest.recorded_at : Number.NEGATIVE_INFINITY;
}

async function act(
	write: DeskWrite,
	ticket: Ticket,
	{ crossing, now }: { readonly crossing: Crossing; readonly now: EpochMs },
): Promise<Ticket> {
	const { set, says } = await decide(write.tx, ticket, crossing);
	const text = [await describeCrossing(write.tx, crossing), ...says].join("\n");
	const note = { kind: "workNote", text } as const;
	const by = { now, actor: "system", matrix: await readMatrix(write.tx) } as const;
	const wanted = judgeUpdate(ticket, { set, note, occurredAt: now }, by);
	const refusal = wanted.ok ? await findBrokenReference(write.tx, wanted.value.steps) : wanted.error;
	// What the desk refuses, such as a team that is no more, is not forced: then the note says so.
	const told = refusal ? { ...note, text: `${text}\nNot done: ${refusal.message}` } : note;
	const taking = refusal ? judgeUpdate(ticket, { set: {}, note: told, occurredAt: now }, by) : wanted;
	if (!taking.ok) return ticket;
	const { steps, at } = taking.value;
	const actor = RULE_ACTOR(crossing.policyId);
	return recordChanges(write, ticket, steps, { actor, at, now, intentId: null, alertId: null });
}

interface Decision {
	readonly set: TicketPatch;
	/** What is done, a line each. */
	readonly says: readonly string[];
}

async function decide(tx: DeskTransaction, ticket: Ticket, { actions }: Crossing): Promise<Decision> {
	let set: TicketPatch = {};
	const says: string[] = [];
	for (const action of actions) {
		if (action.kind === "notify") says.push(await describeAddressee(tx, ticket, action.to));
		if (action.kind === "reassign" && action.teamId !== ticket.teamId) {
			set = { ...set, teamId: action.teamId, assigneeId: null };
			says.push(`Handed on to ${await nameOf(tx, "team", action.teamId)}.`);
		}
		if (action.kind === "raise" && ticket.urgency > 1) {
			const urgency = (ticket.urgency - 1) as Level;
			const whyNot = await findWhyNotRaised(tx, ticket);
			if (whyNot === null) set = { ...set, urgency };
			const name = URGENCY_NAMES[urgency];
			says.push(
				whyNot === null
					? `Urgency raised to ${name}.`
					: `Urgency would be raised to ${name}; ${whyNot}, so it stays.`,
			);
		}
	}
	return { set, says };
}

const URGENCY_NAMES: Readonly<Record<Level, string>> = { 1: "High", 2: "Medium", 3: "Low" };

async function describeAddressee(
	tx: DeskTransaction,
	{ assigneeId, teamId }: Ticket,
	to: "assignee" | "team",
): Promise<string> {
	if (to === "assignee" && assigneeId) return `For ${await nameOf(tx, "person", assigneeId)}.`;
	if (teamId)
		return `For ${await nameOf(tx, "team", teamId)}${to === "assignee" ? ": nobody has it yet" : ""}.`;
	return "It belongs to no team yet.";
}

/** A rule never overwrites what a person has set. */
async function findWhyNotRaised(tx: DeskTransaction, ticket: Ticket): Promise<string | null> {
	const override = fieldValue(ticket, "$priorityOverride");
	if (override !== null) return `a person has set the priority to P${override}`;
	return (await isSetByPerson(tx, ticket.id)) ? "a person has set it" : null;
}

/** Since the ticket was opened. */
async function isSetByPerson(tx: DeskTransaction, ticketId: string): Promise<boolean> {
	const rows = await tx
		.selectFrom("history")
		.select("changes")
		.where("ticket_id", "=", ticketId)
		.where("actor_kind", "=", "person")
		.where("revision", ">", 1)
		.execute();
	return rows.some(({ changes }) => /"(urgency|impact)":/.test(changes));
}

async function nameOf(tx: DeskTransaction, table: "person" | "team", id: string): Promise<string> {
	const row = await tx.selectFrom(table).select("name").where("id", "=", id).executeTakeFirst();
	return row?.name ?? id;
}

/** `Resolution (SLA): 75 % of 8 h used, due 19 Jan 2026, 16:00 CET.` */
async function describeCrossing(tx: DeskTransaction, crossing: Crossing): Promise<string> {
	const { version, percent, target, dueAt } = crossing;
	const used = `${version.name}: ${percent} % of ${formatDuration(target.durationMs)}${target.calendarId ? " of business time" : ""} used`;
	if (dueAt === null) return `${used}.`;
	const zone = (await getSetting<string>(tx, SETTING.zone)) ?? "UTC";
	const format = new Intl.DateTimeFormat("en-GB", { ...DATE, timeZone: zone });
	return `${used}, ${percent >= 100 ? "it was due" : "due"} ${format.format(dueAt)}.`;
}

const DATE = {
	day: "numeric",
	month: "short",
	year: "numeric",
	hour: "2-digit",
	minute: "2-digit",
	timeZoneName: "short",
} as const satisfies Intl.DateTimeFormatOptions;
