import type { ChangeIntent, CreateIntent } from "../../../shared/api/intents.ts";
import type { Role } from "../../../shared/permission/permission.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import { applyChange } from "../../../shared/ticket/apply.ts";
import { creationChanges } from "../../../shared/ticket/blank.ts";
import { judgeChange } from "../../../shared/ticket/judge.ts";
import type { MoveActor } from "../../../shared/ticket/lifecycle.ts";
import { type MergeOutcome, mergeIntent, mergeUndo, withoutNoOps } from "../../../shared/ticket/merge.ts";
import { actOfOpening, judgeOpening, openTicket } from "../../../shared/ticket/open.ts";
import type { PriorityMatrix } from "../../../shared/ticket/priority.ts";
import {
	type EpochMs,
	fieldsToRemember,
	type Ticket,
	type TicketFieldName,
	type TicketPatch,
} from "../../../shared/ticket/ticket.ts";
import type { Step } from "./record.ts";

/** What is to be written for one change, when it happened included; no steps where nothing is left to do. */
export interface Taking {
	readonly at: EpochMs;
	readonly steps: readonly Step[];
}

/** Who changes a ticket, and when the desk judges it. */
export interface Judging {
	readonly now: EpochMs;
	readonly actor: MoveActor;
	/** Where it is a person. */
	readonly personId?: string;
	/** Their roles; absent where every right is theirs. */
	readonly roles?: readonly Role[] | undefined;
	/** The desk's. */
	readonly matrix: PriorityMatrix;
	/** The state that an undo gives back. */
	readonly goesBackTo?: number | undefined;
}

/**
 * Judges the opening of a ticket, as create-and-resolve where it names a later state. Its number is
 * given afterwards: a refused opening uses none up.
 */
export function judgeCreate(
	intent: Pick<CreateIntent, "ticketId" | "kind" | "set" | "note" | "occurredAt" | "syncedAt">,
	by: Judging & { readonly openedById: string | null },
): Result<Taking> {
	const at = happenedAt(intent, by.now);
	const opening = {
		id: intent.ticketId,
		kind: intent.kind,
		number: "A new ticket",
		set: withoutAbsent(intent.set),
		note: intent.note,
		openedById: by.openedById,
		at,
		by: by.actor,
	};
	const verdict = judgeOpening(opening, by);
	if (!verdict.ok) return verdict;
	const { opened, move } = openTicket(opening, by.matrix);
	const note = intent.note ?? null;
	const made = { ticket: opened, changes: creationChanges(opened) };
	if (Object.keys(move).length === 0) return ok({ at, steps: [{ ...made, note }] });
	return ok({
		at,
		steps: [
			{ ...made, note: null },
			{ ...applyChange(opened, move, at, actOfOpening(opening), by.matrix), note },
		],
	});
}

/** What of an intent is left to do on the ticket as it is now. */
export function mergeChange(
	intent: Pick<ChangeIntent, "base" | "baseRevision" | "set" | "undoes">,
	ticket: Ticket,
): Result<MergeOutcome> {
	const set = withoutAbsent(intent.set);
	const base = withoutAbsent(intent.base);
	const unsaid = intent.baseRevision === ticket.revision ? undefined : findUnsaid(set, base);
	if (unsaid === undefined)
		return ok(
			intent.undoes === undefined
				? mergeIntent(ticket, base, set)
				: { kind: "clean", set: mergeUndo(ticket, base, set) },
		);
	return refuse(
		"base_required",
		"The ticket has changed since, so the values this change started from are needed.",
		`base.${unsaid}`,
	);
}

/** Judges what is to be set and noted on a ticket by its lifecycle. */
export function judgeUpdate(
	ticket: Ticket,
	change: Pick<ChangeIntent, "note" | "occurredAt" | "syncedAt"> & { readonly set: TicketPatch },
	by: Judging,
): Result<Taking> {
	const { note } = change;
	const set = withoutNoOps(ticket, change.set);
	const at = clampToTrack(happenedAt(change, by.now), ticket);
	if (Object.keys(set).length === 0 && !note) return ok({ at, steps: [] });
	const verdict = judgeChange(ticket, {
		set,
		note,
		actor: by.actor,
		roles: by.roles,
		goesBackTo: by.goesBackTo,
	});
	if (!verdict.ok) return verdict;
	const act = { isByPerson: by.actor === "person", personId: by.personId ?? null, note: note ?? null };
	return ok({ at, steps: [{ ...applyChange(ticket, set, at, act, by.matrix), note: note ?? null }] });
}

/**
 * From when an edit counts: from when it happened, also offline; but never from before the workstation's
 * last sync, whatever its clock says, and never in the desk's future.
 */
export function happenedAt(
	{ occurredAt, syncedAt }: Pick<ChangeIntent, "occurredAt" | "syncedAt">,
	now: EpochMs,
): EpochMs {
	return Math.min(Math.max(occurredAt, syncedAt ?? occurredAt), now);
}

/** Never before what clocks have already counted. */
function clampToTrack(at: EpochMs, ticket: Ticket): EpochMs {
	return Math.max(ticket.track.at(-1)?.[0] ?? ticket.openedAt, at);
}

/** Without the values a person saw, a change to a ticket that moved on would overwrite silently. */
function findUnsaid(set: TicketPatch, base: TicketPatch): TicketFieldName | undefined {
	const fields = fieldsToRemember(Object.keys(set) as TicketFieldName[]);
	return fields.find((field) => !(field in base));
}

type WithoutAbsent<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** A parsed object may hold a field as `undefined`; the rules only know fields that are there. */
function withoutAbsent<Value extends object>(value: Value): WithoutAbsent<Value> {
	const entries = Object.entries(value).filter(([, field]) => field !== undefined);
	return Object.fromEntries(entries) as WithoutAbsent<Value>;
}
