import { LIMITS } from "../../../shared/api/common.ts";
import type { QueueReason } from "../../../shared/mail/judge-incoming.ts";
import { MAIL_LIMITS } from "../../../shared/mail/limits.ts";
import { makeId } from "../store/crypto.ts";
import type { MailInTable } from "../store/mail-tables.ts";
import { putSetting, SETTING } from "../store/settings.ts";
import type { Store } from "../store/store.ts";
import type { Placing } from "./placing.ts";
import type { RawMessages } from "./raw-messages.ts";
import { readMessage } from "./read-message.ts";
import { tellMailState } from "./tell-mail-state.ts";

/** A message as a mailbox gave it. */
export interface FetchedMessage {
	/** All of it, or its headers only where it is too large. */
	readonly raw: Buffer;
	/** What its server says of its size. */
	readonly sizeBytes: number;
	readonly receivedAt: number;
	/** How far the mailbox is read with it. */
	readonly place: MailPlace | null;
}

/** How far a folder has been read: RFC 9051, 2.3.1.1. */
export interface MailPlace {
	/** Of which mailbox and folder. */
	readonly folder: string;
	readonly uidValidity: string;
	readonly uid: number;
}

export interface IncomingParts {
	readonly store: Store;
	readonly raws: RawMessages;
	readonly placing: Placing;
	readonly onFailure: (error: unknown) => void;
}

/**
 * Takes messages: first each is kept, with its place in the mailbox, in one commit; only then does the mailbox
 * hear of it, and only then is it decided what becomes of it. Whatever ends in between, nothing is lost or doubled.
 */
export class Incoming {
	readonly #parts: IncomingParts;

	constructor(parts: IncomingParts) {
		this.#parts = parts;
	}

	/** Keeps a message; one that is known is only noted as read. */
	async keep(message: FetchedMessage): Promise<void> {
		const { store, raws } = this.#parts;
		const id = makeId();
		const row = await makeRow(id, message);
		await raws.keep(id, message.raw);
		const { value: isNew } = await store.write(async (scope) => {
			const { tx } = scope;
			if (message.place) await putSetting(tx, SETTING.mailPlace, message.place);
			const known = await tx
				.selectFrom("mail_in")
				.select(["subject", "body", "from_address"])
				.where("message_id", "=", row.message_id)
				.executeTakeFirst();
			if (known && isSame(known, row)) return false;
			// Some programs give the same id to different messages: none of them is lost for it.
			const message_id = known ? `${row.message_id} ${id}` : row.message_id;
			await tx
				.insertInto("mail_in")
				.values({ ...row, message_id })
				.execute();
			if (row.state === "unmatched") await tellMailState(scope);
			return true;
		});
		if (!isNew) await raws.forget(id);
	}

	/** Decides what becomes of everything that is kept and not judged yet. */
	async placeAll(): Promise<void> {
		const rows = await this.#parts.store.reader
			.selectFrom("mail_in")
			.selectAll()
			.where("state", "=", "new")
			.orderBy("id")
			.execute();
		for (const row of rows) {
			try {
				await this.#parts.placing.place(row);
			} catch (error) {
				// One message must not keep the others waiting: it waits for a person.
				this.#parts.onFailure(error);
				await this.#parts.placing.queue(row, "refused", describeError(error));
			}
		}
	}
}

function isSame(
	known: Pick<MailInTable, "subject" | "body" | "from_address">,
	row: Pick<MailInTable, "subject" | "body" | "from_address">,
): boolean {
	return known.subject === row.subject && known.body === row.body && known.from_address === row.from_address;
}

function describeError(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

async function makeRow(id: string, { raw, sizeBytes, receivedAt }: FetchedMessage): Promise<MailInTable> {
	const blank = {
		id,
		state: "new",
		reason: null,
		detail: null,
		received_at: receivedAt,
		ticket_id: null,
	} as const;
	const read = await readMessage(raw);
	if (!read.ok)
		return {
			...blank,
			...unreadable(id, raw),
			state: "unmatched",
			reason: "unreadable" satisfies QueueReason,
			detail: read.error.message,
		};
	const mail = read.value;
	const isCut = sizeBytes > MAIL_LIMITS.rawBytes;
	return {
		...blank,
		message_id: mail.messageId,
		from_address: mail.fromAddress,
		from_name: mail.fromName.slice(0, LIMITS.name),
		subject: mail.subject.slice(0, LIMITS.note),
		body: mail.text.slice(0, LIMITS.note),
		file_names: JSON.stringify(mail.files.map(({ name }) => name)),
		...(isCut
			? ({
					state: "unmatched",
					reason: "too-large",
					detail: `${Math.ceil(sizeBytes / 1_048_576)} MB`,
				} as const)
			: {}),
	};
}

/** What can be shown of a message that can't be read: its beginning, as it is. */
function unreadable(id: string, raw: Buffer) {
	return {
		message_id: `<unreadable.${id}>`,
		from_address: "",
		from_name: "",
		subject: "",
		body: raw.subarray(0, 4_000).toString("latin1"),
		file_names: "[]",
	};
}
