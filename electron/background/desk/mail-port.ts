import { INTENT_VERSION } from "../../../shared/api/intents.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import { hashBytes, makeId } from "../store/crypto.ts";
import { type MailPort, type PlacedTicket, RULE_ACTOR } from "../store/ports.ts";
import type { Store } from "../store/store.ts";
import type { AttachmentFiles } from "./attachments/attachment-files.ts";
import type { Attachments } from "./attachments/attachments.ts";
import { findTicket, findTicketByKey } from "./find-ticket.ts";
import { judgeUpdate } from "./judge-intent.ts";
import { recordChanges } from "./record.ts";
import { readMatrix } from "./settings/desk-settings.ts";
import { type Outcome, takeIntent } from "./take-intent.ts";

export interface MailPortParts {
	readonly store: Store;
	readonly attachments: Attachments;
	readonly files: AttachmentFiles;
	readonly now: () => number;
}

/** Workstation under which what came by mail is applied. */
const DEVICE = "mail";
const RULE = "mail";

/** The desk’s door for messages: what they bring is an edit like any other, applied at most once under the message’s id. */
export function makeMailPort(parts: MailPortParts): MailPort {
	const { store } = parts;
	return {
		findTicket: (key) => findTicketByKey(store.reader, key),
		keepFile: (personId, name, bytes) => keepFile(parts, personId, name, bytes),
		comment: (comment) => addComment(parts, comment),
		open: (opening) => open(parts, opening),
		note: (note) => addNote(parts, note),
		filesOf: async (historyId) => {
			const rows = await store.reader
				.selectFrom("attachment")
				.select(["name", "media_type", "sha256", "size_bytes"])
				.where("history_id", "=", historyId)
				.where("state", "=", "complete")
				.orderBy("id")
				.execute();
			return rows.map((row) => ({
				name: row.name,
				mediaType: row.media_type,
				sizeBytes: row.size_bytes,
				read: () => parts.files.read(row.sha256),
			}));
		},
	};
}

async function keepFile(
	{ attachments }: MailPortParts,
	personId: string,
	name: string,
	bytes: Buffer,
): Promise<Result<string>> {
	const id = makeId();
	const sha256 = await hashBytes(inOne(bytes));
	const announced = await attachments.announce({ id, name, sizeBytes: bytes.length, sha256 }, personId);
	if (!announced.ok) return announced;
	const put = await attachments.putPart(id, personId, 0, bytes);
	if (!put.ok) return put;
	const kept = await attachments.complete(id, personId);
	return kept.ok ? ok(id) : kept;
}

async function* inOne(bytes: Buffer): AsyncGenerator<Uint8Array> {
	yield bytes;
}

type Comment = Parameters<MailPort["comment"]>[0];
type Opening = Parameters<MailPort["open"]>[0];
type RuleNote = Parameters<MailPort["note"]>[0];

async function addComment(parts: MailPortParts, comment: Comment): Promise<Result<PlacedTicket>> {
	const ticket = await findTicket(parts.store.reader, comment.ticketId);
	if (!ticket) return NO_SUCH_TICKET;
	return take(parts, comment.personId, {
		v: INTENT_VERSION,
		type: "change",
		id: comment.id,
		ticketId: comment.ticketId,
		occurredAt: comment.at,
		counter: 0,
		baseRevision: ticket.revision,
		base: {},
		set: {},
		note: comment.note,
		...withFiles(comment.fileIds),
	});
}

function open(parts: MailPortParts, opening: Opening): Promise<Result<PlacedTicket>> {
	return take(parts, opening.personId, {
		v: INTENT_VERSION,
		type: "create",
		id: opening.id,
		ticketId: makeId(),
		occurredAt: opening.at,
		counter: 0,
		kind: "incident",
		set: opening.set,
		...withFiles(opening.fileIds),
	});
}

const withFiles = (attachmentIds: readonly string[]) => (attachmentIds.length === 0 ? {} : { attachmentIds });

async function take(parts: MailPortParts, personId: string, intent: object): Promise<Result<PlacedTicket>> {
	const { store, now } = parts;
	const { value } = await store.write(async (scope) => {
		const write = { ...scope, events: store.events };
		const matrix = await readMatrix(scope.tx);
		return takeIntent(intent, { write, deviceId: DEVICE, personId, now: now(), matrix }, new Set());
	});
	return placed(value);
}

function placed(outcome: Outcome): Result<PlacedTicket> {
	if (outcome.kind === "taken") {
		const { ticketId, number } = outcome.receipt;
		return ok({ ticketId, number });
	}
	const { result } = outcome;
	if (result.status === "rejected") return { ok: false, error: result.reason };
	return refuse("conflict", "The ticket was changed at the same moment.");
}

/** A rule’s work note: it moves nothing, and no reaction takes it for somebody’s answer. */
async function addNote({ store, now }: MailPortParts, note: RuleNote): Promise<Result<PlacedTicket>> {
	const { value } = await store.write(async (scope): Promise<Result<PlacedTicket>> => {
		const ticket = await findTicket(scope.tx, note.ticketId);
		if (!ticket) return NO_SUCH_TICKET;
		const here = ok({ ticketId: ticket.id, number: ticket.number });
		const known = await scope.tx
			.selectFrom("history")
			.select("id")
			.where("ticket_id", "=", ticket.id)
			.where("intent_id", "=", note.id)
			.executeTakeFirst();
		if (known) return here;
		const matrix = await readMatrix(scope.tx);
		const update = { set: {}, note: { kind: "workNote" as const, text: note.text }, occurredAt: note.at };
		const taking = judgeUpdate(ticket, update, { now: now(), actor: "system", matrix });
		if (!taking.ok) return taking;
		const { at, steps } = taking.value;
		const origin = { actor: RULE_ACTOR(RULE), at, now: now(), intentId: note.id, alertId: null };
		const write = { ...scope, events: store.events };
		const filed = steps.map((step, index) => ({
			...step,
			...(index === 0 && note.fileIds.length > 0 ? { attachmentIds: note.fileIds } : {}),
		}));
		await recordChanges(write, ticket, filed, origin);
		return here;
	});
	return value;
}

const NO_SUCH_TICKET = refuse("no_such_ticket", "There is no such ticket at this desk.", "ticket");
