import { ATTACHMENT_MISSING } from "../../../shared/api/attachments.ts";
import type { IntentResult } from "../../../shared/api/intents.ts";
import { assertNever, type Refusal } from "../../../shared/result.ts";
import type { FieldConflict } from "../../../shared/ticket/merge.ts";
import type { TicketFieldName } from "../../../shared/ticket/ticket.ts";
import type { OutboxEntry } from "../storage/outbox-store.ts";

/** The desk's code for an intent behind one that was not applied: it stays in its lane. */
const EARLIER_NOT_APPLIED = "earlier_not_applied";

/** A desk that was restored, or waited for too long, has lost files that it had: they are sent anew so often. */
const SEND_FILES_AGAIN = 3;

/** An entry after the desk's answer to it. */
export function takeResult(
	entry: OutboxEntry,
	result: IntentResult,
	answer: { readonly epoch: string; readonly serverTime: number },
): OutboxEntry {
	const tried: OutboxEntry = { ...entry, attempts: entry.attempts + 1, reason: null, conflict: null };
	switch (result.status) {
		case "applied":
		case "merged":
			return {
				...tried,
				phase: "applied",
				answer: {
					epoch: answer.epoch,
					seq: result.seq,
					revision: result.revision,
					number: result.number,
					at: answer.serverTime,
				},
			};
		case "conflict":
			return {
				...tried,
				phase: "needs-you",
				conflict: { fields: result.fields.map(asConflict), byPersonId: result.byPersonId, at: result.at },
			};
		case "rejected":
			if (result.reason.code === EARLIER_NOT_APPLIED) return tried;
			if (result.reason.code === ATTACHMENT_MISSING) return sendFilesAgain(tried, result.reason);
			return needsYou(tried, result.reason);
		default:
			return assertNever(result);
	}
}

/** An entry that only a person can bring on. */
export function needsYou(entry: OutboxEntry, reason: Refusal): OutboxEntry {
	return { ...entry, phase: "needs-you", reason };
}

/** Its files go first once more; also when a person asks for it after that did not help. */
function sendFilesAgain(entry: OutboxEntry, reason: Refusal): OutboxEntry {
	const waiting = { ...entry, waitsFor: entry.intent.attachmentIds ?? [] };
	return entry.attempts > SEND_FILES_AGAIN ? needsYou(waiting, reason) : waiting;
}

function asConflict(field: { readonly field: string } & Omit<FieldConflict, "field">): FieldConflict {
	return { ...field, field: field.field as TicketFieldName };
}
