import type { AttachMail, MailQueue as MailQueuePage, UnmatchedMail } from "../../../shared/api/mail.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import type { MailInTable } from "../store/mail-tables.ts";
import type { MailPort, PlacedTicket } from "../store/ports.ts";
import { parseJson } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { findSenders } from "./gather-facts.ts";
import type { PlacedAs, Placing } from "./placing.ts";
import type { RawMessages } from "./raw-messages.ts";
import { tellMailState } from "./tell-mail-state.ts";

const PER_PAGE = 50;
/** So long a discarded message can be taken back. */
const FORGOTTEN_AFTER_MS = 30 * 86_400_000;

export interface MailQueueParts {
	readonly store: Store;
	readonly port: MailPort;
	readonly placing: Placing;
	readonly raws: RawMessages;
	readonly now: () => number;
}

type Waiting = "unmatched" | "discarded";

/** Messages that no rule could place: each stays until somebody has decided. */
export class MailQueue {
	readonly #parts: MailQueueParts;

	constructor(parts: MailQueueParts) {
		this.#parts = parts;
	}

	async count(state: Waiting): Promise<number> {
		const { count } = await this.#parts.store.reader
			.selectFrom("mail_in")
			.select((select) => select.fn.countAll<number>().as("count"))
			.where("state", "=", state)
			.executeTakeFirstOrThrow();
		return count;
	}

	/** The oldest first. */
	async list(state: Waiting): Promise<MailQueuePage> {
		const rows = await this.#parts.store.reader
			.selectFrom("mail_in")
			.selectAll()
			.where("state", "=", state)
			.orderBy("received_at")
			.orderBy("id")
			.limit(PER_PAGE)
			.execute();
		const mails: UnmatchedMail[] = [];
		for (const row of rows) mails.push(await this.#show(row));
		return { mails, total: await this.count(state), discarded: await this.count("discarded") };
	}

	/** Puts a message on a ticket. Codes: `not_waiting`, `no_caller`, `unknown_sender`, and what the desk refuses. */
	async attach(
		id: string,
		{ ticketId, as, agentId }: { ticketId: string; as: AttachMail["as"]; agentId: string },
	): Promise<Result<PlacedTicket>> {
		const row = await this.#find(id, "unmatched");
		if (!row) return NOT_WAITING;
		const named = await this.#nameAs(row, ticketId, as, agentId);
		return named.ok ? this.#parts.placing.attach(row, ticketId, named.value) : named;
	}

	/** Opens an incident from a message. Code: `not_waiting`, and what the desk refuses. */
	async open(
		id: string,
		{ callerId, agentId }: { callerId: string; agentId: string },
	): Promise<Result<PlacedTicket>> {
		const row = await this.#find(id, "unmatched");
		return row ? this.#parts.placing.open(row, agentId, callerId) : NOT_WAITING;
	}

	/** Puts a message aside, or back. Code: `not_waiting`. */
	async move(id: string, to: Waiting): Promise<Result<null>> {
		const { value } = await this.#parts.store.write(async (scope) => {
			const moved = await scope.tx
				.updateTable("mail_in")
				.set({ state: to })
				.where("id", "=", id)
				.where("state", "=", to === "discarded" ? "unmatched" : "discarded")
				.executeTakeFirst();
			await tellMailState(scope);
			return moved;
		});
		return value.numUpdatedRows > 0n ? ok(null) : NOT_WAITING;
	}

	/** Forgets what was discarded long ago. */
	async forgetOld(): Promise<void> {
		const before = this.#parts.now() - FORGOTTEN_AFTER_MS;
		const { value: gone } = await this.#parts.store.write(({ tx }) =>
			tx
				.deleteFrom("mail_in")
				.where("state", "=", "discarded")
				.where("received_at", "<", before)
				.returning("id")
				.execute(),
		);
		for (const { id } of gone) await this.#parts.raws.forget(id);
	}

	async #nameAs(
		row: MailInTable,
		ticketId: string,
		as: AttachMail["as"],
		agentId: string,
	): Promise<Result<PlacedAs>> {
		if (as === "workNote")
			return ok({ personId: agentId, kind: "workNote", heading: `By mail from ${senderOf(row)}:` });
		if (as === "sender") {
			const senders = await findSenders(this.#parts.store.reader, row.from_address);
			const [personId] = senders;
			return senders.length === 1 && personId !== undefined
				? ok({ personId, kind: "comment" })
				: refuse("unknown_sender", "Nobody here has this address, or several have it.", "as");
		}
		const callerId = (await this.#parts.port.findTicket(ticketId))?.callerId;
		return callerId
			? ok({ personId: callerId, kind: "comment", heading: `By mail from ${senderOf(row)}:` })
			: refuse("no_caller", "This ticket has no caller.", "as");
	}

	async #show(row: MailInTable): Promise<UnmatchedMail> {
		const { reader } = this.#parts.store;
		const senders = await findSenders(reader, row.from_address);
		const senderId = senders.length === 1 ? (senders[0] ?? null) : null;
		const sender = senderId
			? await reader.selectFrom("person").select("name").where("id", "=", senderId).executeTakeFirst()
			: undefined;
		const ticket = row.ticket_id === null ? null : await this.#parts.port.findTicket(row.ticket_id);
		return {
			id: row.id,
			state: row.state === "discarded" ? "discarded" : "unmatched",
			reason: row.reason ?? "no-ticket",
			detail: row.detail,
			fromAddress: row.from_address,
			fromName: row.from_name,
			senderId,
			senderName: sender?.name ?? null,
			subject: row.subject,
			text: row.body,
			fileNames: parseJson<string[]>(row.file_names),
			receivedAt: row.received_at,
			suggestedNumber: ticket?.number ?? null,
		};
	}

	async #find(id: string, state: Waiting): Promise<MailInTable | null> {
		const row = await this.#parts.store.reader
			.selectFrom("mail_in")
			.selectAll()
			.where("id", "=", id)
			.where("state", "=", state)
			.executeTakeFirst();
		return row ?? null;
	}
}

function senderOf({ from_name, from_address }: MailInTable): string {
	return from_name === "" ? from_address : `${from_name} <${from_address}>`;
}

const NOT_WAITING = refuse("not_waiting", "This message does not wait any more: somebody has dealt with it.");
