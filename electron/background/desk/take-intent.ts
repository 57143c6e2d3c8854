import { describeIssue } from "../../../shared/api/describe-issue.ts";
import { bringIntentUpToDate } from "../../../shared/api/intent-format.ts";
import {
	type ChangeIntent,
	type CreateIntent,
	type Intent,
	type IntentResult,
	intentSchema,
} from "../../../shared/api/intents.ts";
import type { Role } from "../../../shared/permission/permission.ts";
import { isInScope, type Viewer } from "../../../shared/permission/scope.ts";
import type { Refusal } from "../../../shared/result.ts";
import type { FieldChanges } from "../../../shared/ticket/apply.ts";
import type { FieldConflict } from "../../../shared/ticket/merge.ts";
import { stateBeforeMerge } from "../../../shared/ticket/merging.ts";
import type { PriorityMatrix } from "../../../shared/ticket/priority.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { parseJson } from "../store/rows.ts";
import type { DeskTransaction } from "../store/store.ts";
import { findDecisionRefusal, findOpeningRefusal } from "./approvals/find-decision-refusal.ts";
import { findUnattachable } from "./attachments/attach.ts";
import { findHistory, findTicket } from "./find-ticket.ts";
import { judgeCreate, judgeUpdate, mergeChange } from "./judge-intent.ts";
import { react } from "./reactions/react.ts";
import { type DeskWrite, type Origin, recordChanges, recordOpening, type Step } from "./record.ts";
import { findBrokenReference } from "./references.ts";
import { findMisasked } from "./requests/find-misasked.ts";

/** An applied intent's answer but for `seq`, which only the commit gives; kept, to be repeated. */
export interface Receipt {
	readonly ticketId: string;
	readonly status: "applied" | "merged";
	readonly revision: number;
	readonly number: string;
}

export type Outcome =
	| { readonly kind: "taken"; readonly id: string; readonly receipt: Receipt; readonly wroteNothing: boolean }
	| { readonly kind: "not-taken"; readonly result: IntentResult };

/** Where and for whom intents are taken. */
export interface Bench {
	readonly write: DeskWrite;
	readonly deviceId: string;
	readonly personId: string;
	/** With whose eyes; absent sees everything. */
	readonly viewer?: Viewer;
	/** What they may do beyond editing; absent: everything. */
	readonly roles?: readonly Role[] | undefined;
	readonly now: number;
	/** The desk's, as it is now. */
	readonly matrix: PriorityMatrix;
}

interface SeeingBench extends Bench {
	readonly blockedTickets: ReadonlySet<string>;
}

/**
 * Takes one intent: brought up to date and parsed by itself, judged before anything of it is written, applied at most once.
 * `blockedTickets` have an earlier intent that was not applied.
 */
export async function takeIntent(
	raw: unknown,
	bench: Bench,
	blockedTickets: ReadonlySet<string>,
): Promise<Outcome> {
	const current = bringIntentUpToDate(raw);
	if (!current.ok) return reject(textOf(raw, "id"), current.error);
	const parsed = intentSchema.safeParse(current.value);
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		return reject(textOf(raw, "id"), issue ? describeIssue(issue) : { code: "invalid_request", message: "" });
	}
	const intent = parsed.data;
	const receipt = await findReceipt(bench.write.tx, intent.id);
	if (receipt) return { kind: "taken", id: intent.id, receipt, wroteNothing: true };
	if (blockedTickets.has(intent.ticketId)) return reject(intent.id, EARLIER_NOT_APPLIED);
	const seeing = { ...bench, blockedTickets };
	return intent.type === "create" ? takeCreate(intent, seeing) : takeChange(intent, seeing);
}

const EARLIER_NOT_APPLIED: Refusal = {
	code: "earlier_not_applied",
	message: "An earlier change to this ticket was not applied, so this one waits.",
};
const TICKET_EXISTS: Refusal = {
	code: "ticket_exists",
	message: "There is a ticket with this id already.",
	path: "ticketId",
};
const OUT_OF_SCOPE: Refusal = {
	code: "out_of_scope",
	message: "You do not work with tickets of this kind.",
	path: "kind",
};
const NO_SUCH_TICKET: Refusal = {
	code: "no_such_ticket",
	message: "There is no such ticket at this desk.",
	path: "ticketId",
};

async function takeCreate(intent: CreateIntent, bench: SeeingBench): Promise<Outcome> {
	const { write, personId, now, matrix } = bench;
	if (await findTicket(write.tx, intent.ticketId)) return reject(intent.id, TICKET_EXISTS);
	if (bench.viewer?.scope.kinds?.includes(intent.kind) === false) return reject(intent.id, OUT_OF_SCOPE);
	const unallowed = findOpeningRefusal(bench);
	if (unallowed) return reject(intent.id, unallowed);
	const by = { openedById: personId, now, actor: "person", roles: bench.roles, matrix } as const;
	const taking = judgeCreate(intent, by);
	if (!taking.ok) return reject(intent.id, taking.error);
	const { steps, at } = taking.value;
	const broken =
		(await findBrokenReference(write.tx, steps, bench)) ??
		(await findMisasked(write.tx, steps)) ??
		(await findUnattachable(write.tx, intent, bench));
	if (broken) return reject(intent.id, broken);
	const origin = originOf(intent, bench, at);
	const opened = await recordOpening(write, withFiles(steps, intent), origin);
	const happened = { before: null, after: opened, note: intent.note ?? null, actor: origin.actor, at };
	const receipt = receiptOf("applied", await react(write, happened, now));
	await keepReceipt(intent.id, bench, receipt);
	return { kind: "taken", id: intent.id, receipt, wroteNothing: false };
}

async function takeChange(intent: ChangeIntent, bench: SeeingBench): Promise<Outcome> {
	const { write, now, personId } = bench;
	const ticket = await findTicket(write.tx, intent.ticketId);
	if (!ticket || (bench.viewer && !isInScope(bench.viewer, ticket))) return reject(intent.id, NO_SUCH_TICKET);
	const unallowed = await findDecisionRefusal(ticket, intent, bench);
	if (unallowed) return reject(intent.id, unallowed);
	const merged = mergeChange(intent, ticket);
	if (!merged.ok) return reject(intent.id, merged.error);
	if (merged.value.kind === "conflict") {
		return describeConflict(intent, ticket, merged.value.fields, write.tx);
	}
	const { note, occurredAt, syncedAt } = intent;
	const change = { set: merged.value.set, note, occurredAt, ...(syncedAt === undefined ? {} : { syncedAt }) };
	const goesBackTo = await findStateBefore(intent, ticket, write.tx);
	const by = {
		now,
		actor: "person",
		personId,
		roles: bench.roles,
		matrix: bench.matrix,
		goesBackTo,
	} as const;
	const taking = judgeUpdate(ticket, change, by);
	if (!taking.ok) return reject(intent.id, taking.error);
	const { steps, at } = taking.value;
	const broken =
		(await findBrokenReference(write.tx, steps, bench)) ??
		(await findMisasked(write.tx, steps)) ??
		(await findUnattachable(write.tx, intent, bench));
	if (broken) return reject(intent.id, broken);
	const status = (await isChangedByOthers(intent, ticket, bench)) ? "merged" : "applied";
	const origin = originOf(intent, bench, at);
	const changed = await recordChanges(write, ticket, withFiles(steps, intent), origin);
	const happened = { before: ticket, after: changed, note: note ?? null, actor: origin.actor, at };
	const receipt = receiptOf(status, steps.length === 0 ? ticket : await react(write, happened, now));
	await keepReceipt(intent.id, bench, receipt);
	return { kind: "taken", id: intent.id, receipt, wroteNothing: steps.length === 0 };
}

/** The state that an undo may give back: by what the undone edit did here, whatever the workstation says. */
async function findStateBefore(
	{ undoes }: ChangeIntent,
	ticket: Ticket,
	tx: DeskTransaction,
): Promise<number | undefined> {
	if (undoes === undefined) return undefined;
	const undone = await tx
		.selectFrom("history")
		.select("changes")
		.where("ticket_id", "=", ticket.id)
		.where("intent_id", "=", undoes)
		.executeTakeFirst();
	return undone && stateBeforeMerge(ticket, parseJson<FieldChanges>(undone.changes));
}

/** Files hang on the first entry that an intent makes. */
function withFiles(steps: readonly Step[], { attachmentIds }: Intent): readonly Step[] {
	return steps.map((step, index) => (index === 0 && attachmentIds ? { ...step, attachmentIds } : step));
}

function originOf(intent: Intent, bench: Bench, at: number): Origin {
	const { batchId, undoes } = intent.type === "change" ? intent : {};
	return {
		actor: { kind: "person", id: bench.personId },
		at,
		now: bench.now,
		intentId: intent.id,
		alertId: null,
		batchId,
		undoes,
	};
}

/** Whether anything but this workstation's own earlier intents came in between. */
async function isChangedByOthers(intent: ChangeIntent, ticket: Ticket, bench: Bench): Promise<boolean> {
	if (intent.baseRevision >= ticket.revision) return false;
	const foreign = await bench.write.tx
		.selectFrom("history")
		.leftJoin("intent", "intent.id", "history.intent_id")
		.select("history.id")
		.where("history.ticket_id", "=", ticket.id)
		.where("history.revision", ">", intent.baseRevision)
		.where((where) =>
			where.or([where("intent.device_id", "is", null), where("intent.device_id", "!=", bench.deviceId)]),
		)
		.limit(1)
		.executeTakeFirst();
	return foreign !== undefined;
}

async function describeConflict(
	intent: ChangeIntent,
	ticket: Ticket,
	fields: readonly FieldConflict[],
	tx: DeskTransaction,
): Promise<Outcome> {
	const entries = await findHistory(tx, ticket.id, intent.baseRevision);
	const touching = entries.findLast((entry) => fields.some(({ field }) => field in entry.changes));
	const opponent = touching ?? entries.at(-1);
	return {
		kind: "not-taken",
		result: {
			id: intent.id,
			status: "conflict",
			revision: ticket.revision,
			fields: [...fields],
			byPersonId: opponent?.actor.kind === "person" ? opponent.actor.id : null,
			at: opponent?.occurredAt ?? ticket.updatedAt,
		},
	};
}

function reject(id: string, { code, message, path }: Refusal): Outcome {
	const reason = path === undefined ? { code, message } : { code, message, path };
	return { kind: "not-taken", result: { id, status: "rejected", reason } };
}

function receiptOf(status: Receipt["status"], ticket: Ticket): Receipt {
	return { ticketId: ticket.id, status, revision: ticket.revision, number: ticket.number };
}

async function findReceipt(tx: DeskTransaction, intentId: string): Promise<Receipt | null> {
	const row = await tx.selectFrom("intent").select("result").where("id", "=", intentId).executeTakeFirst();
	return row ? parseJson<Receipt>(row.result) : null;
}

async function keepReceipt(id: string, bench: Bench, receipt: Receipt): Promise<void> {
	await bench.write.tx
		.insertInto("intent")
		.values({ id, device_id: bench.deviceId, applied_at: bench.now, result: JSON.stringify(receipt) })
		.execute();
}

/** A text field of something that is no intent. */
export function textOf(raw: unknown, field: "id" | "ticketId"): string {
	const value = typeof raw === "object" && raw !== null ? (raw as Record<string, unknown>)[field] : null;
	return typeof value === "string" ? value : "";
}
