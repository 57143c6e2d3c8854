import { LIMITS } from "../../../shared/api/common.ts";
import type { IncomingMail } from "../../../shared/mail/incoming-mail.ts";
import { judgeIncoming, type QueueReason, type Verdict } from "../../../shared/mail/judge-incoming.ts";
import { titleFromSubject } from "../../../shared/mail/subjects.ts";
import { assertNever, type Result, refuse } from "../../../shared/result.ts";
import type { MailInTable } from "../store/mail-tables.ts";
import { type MailPort, MONITORING_PERSON_ID, type PlacedTicket } from "../store/ports.ts";
import type { Store } from "../store/store.ts";
import { gatherFacts } from "./gather-facts.ts";
import { keepFiles, textWithRemarks } from "./keep-files.ts";
import { markUndeliverable } from "./mark-undeliverable.ts";
import type { RawMessages } from "./raw-messages.ts";
import { readMessage } from "./read-message.ts";
import { tellMailState } from "./tell-mail-state.ts";

export interface PlacingParts {
	readonly store: Store;
	readonly port: MailPort;
	readonly raws: RawMessages;
	readonly now: () => number;
}

/** As whom a message is put on a ticket: in whose name, and whether the caller sees it. */
export interface PlacedAs {
	readonly personId: string;
	readonly kind: "comment" | "workNote";
	/** A line above it, where it is not in its sender’s own name. */
	readonly heading?: string;
}

/** Puts messages where they belong: by rule, or as somebody decided. */
export class Placing {
	readonly #parts: PlacingParts;

	constructor(parts: PlacingParts) {
		this.#parts = parts;
	}

	/** Does with a message what the rules say; whatever they refuse waits for a person. */
	async place(row: MailInTable): Promise<void> {
		const raw = await this.#parts.raws.read(row.id);
		// Without its headers nothing says what it is: its words wait for a person.
		if (!raw) return this.queue(row, "unreadable", "the message as it came is not on the disk any more");
		const mail = await readMessage(raw);
		if (!mail.ok) return this.queue(row, "unreadable", mail.error.message);
		const facts = await gatherFacts({ ...this.#parts, row, mail: mail.value });
		const done = await this.#act(row, mail.value, judgeIncoming(facts));
		if (done && !done.ok) await this.queue(row, "refused", done.error.message, facts.ticket?.id ?? null);
	}

	/** Lets a message wait for somebody. */
	async queue(
		row: MailInTable,
		reason: QueueReason,
		detail: string | null = null,
		ticketId: string | null = null,
	): Promise<void> {
		await this.#parts.store.write(async (scope) => {
			await scope.tx
				.updateTable("mail_in")
				.set({ state: "unmatched", reason, detail, ticket_id: ticketId })
				.where("id", "=", row.id)
				.execute();
			await tellMailState(scope);
		});
	}

	/** Puts a message on a ticket. */
	async attach(row: MailInTable, ticketId: string, as: PlacedAs): Promise<Result<PlacedTicket>> {
		const mail = await this.#read(row);
		return mail.ok ? this.#comment(row, mail.value, ticketId, as) : mail;
	}

	/** Opens an incident from a message. */
	async open(row: MailInTable, personId: string, callerId: string): Promise<Result<PlacedTicket>> {
		const mail = await this.#read(row);
		return mail.ok ? this.#open(row, mail.value, personId, callerId) : mail;
	}

	/** The whole message, or what was kept of one that is gone from the disk. */
	async #read(row: MailInTable): Promise<Result<IncomingMail>> {
		const raw = await this.#parts.raws.read(row.id);
		if (raw) return readMessage(raw);
		return row.from_address === ""
			? refuse("unreadable", "The message as it came is not kept any more.")
			: { ok: true, value: keptOf(row) };
	}

	async #act(row: MailInTable, mail: IncomingMail, verdict: Verdict): Promise<Result<unknown> | undefined> {
		switch (verdict.act) {
			case "queue":
				await this.queue(row, verdict.reason, null, verdict.ticketId);
				return undefined;
			case "bounce":
				return this.#bounce(row, mail, verdict.outgoingId);
			case "note":
				return this.#note(row, mail, verdict.ticketId, verdict.because);
			case "comment":
				return this.#comment(row, mail, verdict.ticketId, { personId: verdict.personId, kind: "comment" });
			case "open":
				return this.#open(row, mail, verdict.personId, verdict.personId);
			default:
				return assertNever(verdict);
		}
	}

	async #comment(
		row: MailInTable,
		mail: IncomingMail,
		ticketId: string,
		{ personId, kind, heading }: PlacedAs,
	): Promise<Result<PlacedTicket>> {
		const files = await keepFiles(this.#parts.port, personId, mail);
		const text = textWithRemarks(heading, mail.text, files.remarks);
		const note = { kind, text };
		const { id, received_at: at } = row;
		const done = await this.#parts.port.comment({ id, ticketId, personId, note, fileIds: files.ids, at });
		return this.#settle(row, done);
	}

	async #open(
		row: MailInTable,
		mail: IncomingMail,
		personId: string,
		callerId: string,
	): Promise<Result<PlacedTicket>> {
		const files = await keepFiles(this.#parts.port, personId, mail);
		const title = titleFromSubject(mail.subject) || firstLine(mail.text);
		const description = textWithRemarks(undefined, mail.text, files.remarks);
		const set = { callerId, shortDescription: title, description };
		const done = await this.#parts.port.open({
			id: row.id,
			personId,
			set,
			fileIds: files.ids,
			at: row.received_at,
		});
		return this.#settle(row, done);
	}

	async #note(
		row: MailInTable,
		mail: IncomingMail,
		ticketId: string,
		because: Extract<Verdict, { act: "note" }>["because"],
	): Promise<Result<PlacedTicket>> {
		const files = await keepFiles(this.#parts.port, MONITORING_PERSON_ID, mail);
		const from = mail.fromName === "" ? mail.fromAddress : `${mail.fromName} <${mail.fromAddress}>`;
		const heading = `${NOTE_HEADS[because]} from ${from}.`;
		const text = textWithRemarks(heading, mail.text, files.remarks);
		const done = await this.#parts.port.note({
			id: row.id,
			ticketId,
			text,
			fileIds: files.ids,
			at: row.received_at,
		});
		return this.#settle(row, done);
	}

	async #bounce(row: MailInTable, mail: IncomingMail, outgoingId: string): Promise<Result<PlacedTicket>> {
		const { bounce } = mail;
		const why = bounce?.diagnostic ?? "";
		const done = await markUndeliverable(this.#parts, { outgoingId, noteId: row.id, why });
		return this.#settle(row, done);
	}

	/** A message that is on a ticket is done with: its text and files are there. */
	async #settle(row: MailInTable, done: Result<PlacedTicket>): Promise<Result<PlacedTicket>> {
		if (!done.ok) return done;
		const { ticketId } = done.value;
		await this.#parts.store.write(async (scope) => {
			await scope.tx
				.updateTable("mail_in")
				.set({ state: "placed", reason: null, detail: null, ticket_id: ticketId })
				.where("id", "=", row.id)
				.execute();
			await tellMailState(scope);
		});
		await this.#parts.raws.forget(row.id);
		return done;
	}
}

const NOTE_HEADS = {
	"auto-submitted": "An automatic message",
	"auto-reply": "An automatic answer",
	list: "A message by a mailing list",
	bulk: "A bulk message",
	"null-sender": "A message by a mail program",
	delayed: "Still undelivered, and still being tried: a report",
} as const;

function keptOf(row: MailInTable): IncomingMail {
	return {
		messageId: row.message_id,
		answers: [],
		fromAddress: row.from_address,
		fromName: row.from_name,
		subject: row.subject,
		text: row.body,
		headers: {},
		files: [],
		bounce: null,
	};
}

function firstLine(text: string): string {
	const line = text.split("\n").find((one) => one.trim() !== "");
	return (line ?? "Message without a subject").trim().slice(0, LIMITS.shortDescription);
}
