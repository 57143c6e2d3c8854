import type { FetchMessageObject, ImapFlow } from "imapflow";
import type { MailStanding } from "../../../shared/api/mail.ts";
import { MAIL_LIMITS } from "../../../shared/mail/limits.ts";
import { getSetting, SETTING } from "../store/settings.ts";
import type { Store } from "../store/store.ts";
import { describeMailError } from "./describe-mail-error.ts";
import { makeImapClient } from "./imap-client.ts";
import type { FetchedMessage, MailPlace } from "./incoming.ts";
import type { Mailbox } from "./mailbox-settings.ts";
import { Pause } from "./pause.ts";
import { retryAfterMs } from "./retry.ts";

/** Beside what the server tells by itself, it is asked so often. */
const LOOK_EVERY_MS = 120_000;

export interface MailboxReaderParts {
	readonly store: Store;
	readonly mailbox: Mailbox;
	/** Keeps a message: it is on the disk when this answers. */
	readonly onMessage: (message: FetchedMessage) => Promise<void>;
	/** Everything that was there has been read. */
	readonly onRead: () => Promise<void>;
	/** It stands otherwise than it did. */
	readonly onStanding: () => Promise<void>;
	readonly now: () => number;
}

type ReaderStanding = Pick<MailStanding, "reading" | "lastReadAt" | "readError" | "retryAt">;

/**
 * Watches one folder of the mailbox: reads what is new, waits for the server to tell of more (IDLE), and connects
 * anew, ever more slowly, when the connection breaks.
 */
export class MailboxReader {
	readonly #parts: MailboxReaderParts;
	/** Until the server tells of more. */
	readonly #more = new Pause();
	/** Until it is connected anew. */
	readonly #retry = new Pause();
	#client: ImapFlow | null = null;
	#run: Promise<void> = Promise.resolve();
	#isDisposed = false;
	#failures = 0;
	#standing: ReaderStanding = { reading: "connecting", lastReadAt: null, readError: null, retryAt: null };

	constructor(parts: MailboxReaderParts) {
		this.#parts = parts;
	}

	get standing(): ReaderStanding {
		return this.#standing;
	}

	start(): void {
		this.#run = this.#runOn();
	}

	/** Looks now instead of when the pause is over. */
	look(): void {
		this.#more.end();
		this.#retry.end();
	}

	async dispose(): Promise<void> {
		this.#isDisposed = true;
		this.#client?.close();
		this.look();
		await this.#run;
	}

	async #runOn(): Promise<void> {
		while (!this.#isDisposed) {
			try {
				await this.#watch();
			} catch (error) {
				if (this.#isDisposed) return;
				this.#failures += 1;
				const waitMs = retryAfterMs(this.#failures);
				const retryAt = this.#parts.now() + waitMs;
				const readError = describeMailError(error);
				await this.#stand({ ...this.#standing, reading: "failing", readError, retryAt });
				await this.#retry.wait(waitMs);
			}
		}
	}

	/** One connection, until it breaks. */
	async #watch(): Promise<void> {
		const { mailbox } = this.#parts;
		const client = makeImapClient(mailbox.incoming);
		this.#client = client;
		// Without a listener a broken connection would be an uncaught exception; commands hear of it themselves.
		client.on("error", () => undefined);
		client.on("exists", () => this.#more.end());
		client.on("close", () => this.#more.end());
		try {
			await client.connect();
			await client.mailboxOpen(mailbox.folder);
			while (!this.#isDisposed && client.usable) {
				await this.#readNew(client);
				await this.#parts.onRead();
				this.#failures = 0;
				const lastReadAt = this.#parts.now();
				await this.#stand({ reading: "watching", lastReadAt, readError: null, retryAt: null });
				await this.#waitForMore(client);
			}
			if (!this.#isDisposed) throw new Error("The server closed the connection.");
		} finally {
			client.close();
			this.#client = null;
		}
	}

	async #stand(standing: ReaderStanding): Promise<void> {
		const before = this.#standing;
		this.#standing = standing;
		if (before.reading !== standing.reading || before.readError !== standing.readError)
			await this.#parts.onStanding();
	}

	async #waitForMore(client: ImapFlow): Promise<void> {
		const waiting = this.#more.wait(LOOK_EVERY_MS);
		// The next command ends it by itself, and is also what sees that the connection broke.
		void client.idle().catch(() => undefined);
		await waiting;
	}

	async #readNew(client: ImapFlow): Promise<void> {
		const { mailbox } = client;
		if (!mailbox) throw new Error("The folder was closed.");
		const { store } = this.#parts;
		const begun = mailbox.uidNext;
		const { folder, incoming } = this.#parts.mailbox;
		const name = `${incoming.user}@${incoming.host}/${folder}`;
		const uidValidity = String(mailbox.uidValidity);
		const place = await getSetting<MailPlace>(store.reader, SETTING.mailPlace);
		const isKnown = place?.folder === name && place.uidValidity === uidValidity;
		// Seen for the first time, what somebody has read already is none of the desk’s business.
		const query = isKnown ? { uid: `${place.uid + 1}:*` } : { seen: false };
		const found = (await client.search(query, { uid: true })) || [];
		const uids = found.filter((uid) => !isKnown || uid > place.uid).toSorted((a, b) => a - b);
		const from = { folder: name, uidValidity };
		for (const uid of uids) {
			if (this.#isDisposed) return;
			// Until a first reading is over all of it is looked at again.
			await this.#readOne(client, uid, isKnown ? { ...from, uid } : null);
		}
		if (!isKnown) await store.writeSetting(SETTING.mailPlace, { ...from, uid: begun - 1 });
	}

	async #readOne(client: ImapFlow, uid: number, place: MailPlace | null): Promise<void> {
		const head = await client.fetchOne(String(uid), { size: true, internalDate: true }, { uid: true });
		if (!head) return; // somebody removed it meanwhile
		const sizeBytes = head.size ?? 0;
		const whole = sizeBytes <= MAIL_LIMITS.rawBytes;
		const asked = whole ? { source: true } : { headers: true };
		const message = await client.fetchOne(String(uid), asked, { uid: true });
		if (!message) return;
		const raw = (whole ? message.source : message.headers) ?? Buffer.alloc(0);
		await this.#parts.onMessage({ raw, sizeBytes, receivedAt: this.#dateOf(head), place });
		// Only what is kept is marked: a crash before this reads it again, and knows it.
		await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
	}

	/** When the server got it, which no sender can choose; never in the desk’s future. */
	#dateOf({ internalDate }: FetchMessageObject): number {
		const at = new Date(internalDate ?? Number.NaN).getTime();
		const now = this.#parts.now();
		return Number.isNaN(at) ? now : Math.min(at, now);
	}
}
