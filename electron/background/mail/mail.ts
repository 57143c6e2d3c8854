import { join } from "node:path";
import type { MailAnswer, MailSettingsInput, MailTest } from "../../../shared/api/mail.ts";
import { ok, type Result } from "../../../shared/result.ts";
import type { Act } from "../people/audit.ts";
import type { MailPort } from "../store/ports.ts";
import { SecretBox } from "../store/secret-box.ts";
import type { Store } from "../store/store.ts";
import { Incoming } from "./incoming.ts";
import { MailQueue } from "./mail-queue.ts";
import type { MailboxReader } from "./mailbox-reader.ts";
import { openMailbox, proposedMailbox, readMailSettings, saveMailSettings } from "./mailbox-settings.ts";
import type { Outgoing } from "./outgoing.ts";
import { Placing } from "./placing.ts";
import { RawMessages } from "./raw-messages.ts";
import { tellMailState } from "./tell-mail-state.ts";

export interface MailParts {
	readonly store: Store;
	readonly port: MailPort;
	readonly dataDir: string;
	/** Under which passwords are sealed. */
	readonly secretKey: Buffer;
	readonly now: () => number;
	readonly onFailure: (error: unknown) => void;
}

/** Mail both ways, by one mailbox of the desk. */
export class Mail {
	readonly queue: MailQueue;
	readonly #parts: MailParts;
	readonly #box: SecretBox;
	readonly #incoming: Incoming;
	#reader: MailboxReader | null = null;
	#outgoing: Outgoing | null = null;
	#turn: Promise<void> = Promise.resolve();
	#isDisposed = false;

	constructor(parts: MailParts) {
		const { store, port, dataDir, now, onFailure } = parts;
		this.#parts = parts;
		this.#box = new SecretBox(parts.secretKey);
		const raws = new RawMessages(join(dataDir, "mail"));
		const placing = new Placing({ store, port, raws, now });
		this.#incoming = new Incoming({ store, raws, placing, onFailure });
		this.queue = new MailQueue({ store, port, placing, raws, now });
	}

	/** Begins with what was kept before a crash, then reads and sends by the settings. */
	start(): Promise<void> {
		return this.#inTurn(async () => {
			await this.#incoming.placeAll();
			await this.queue.forgetOld();
			const mailbox = await openMailbox(this.#parts.store.reader, this.#box);
			if (!mailbox?.isEnabled || this.#isDisposed) return;
			const { store, port, now } = this.#parts;
			// 40 MB of libraries that a desk without mail never loads.
			const [{ MailboxReader }, { Outgoing }] = await Promise.all([
				import("./mailbox-reader.ts"),
				import("./outgoing.ts"),
			]);
			const onStanding = () => this.#tell();
			this.#reader = new MailboxReader({
				store,
				mailbox,
				onMessage: (message) => this.#incoming.keep(message),
				onRead: () => this.#incoming.placeAll(),
				onStanding,
				now,
			});
			this.#outgoing = new Outgoing({ store, port, mailbox, now, onStanding });
			this.#reader.start();
			this.#outgoing.start();
		});
	}

	async dispose(): Promise<void> {
		this.#isDisposed = true;
		await this.#inTurn(() => this.#stop());
	}

	/** Settings without passwords, and how it stands. */
	async answer(): Promise<MailAnswer> {
		const { reader } = this.#parts.store;
		const [settings, waiting, unmatched] = await Promise.all([
			readMailSettings(reader),
			this.#countWaiting(),
			this.queue.count("unmatched"),
		]);
		const reading = this.#reader?.standing ?? OFF;
		const { sendError } = this.#outgoing?.standing ?? { sendError: null };
		return { settings, standing: { ...reading, sendError, waiting, unmatched } };
	}

	/** Keeps the settings and goes on by them. Code: `insecure`. */
	async save(input: MailSettingsInput, by: Act): Promise<Result<MailAnswer>> {
		const saved = await saveMailSettings(this.#parts.store, this.#box, input, by);
		if (!saved.ok) return saved;
		await this.#inTurn(() => this.#stop());
		await this.start();
		return ok(await this.answer());
	}

	/** Tries what somebody typed; nothing of it is kept. Code: `insecure`. */
	async test(input: MailSettingsInput): Promise<Result<MailTest>> {
		const proposed = await proposedMailbox(this.#parts.store.reader, this.#box, input);
		if (!proposed.ok) return proposed;
		const { testMailbox } = await import("./test-mailbox.ts");
		return ok(await testMailbox(proposed.value));
	}

	/** Looks into the mailbox now. */
	look(): void {
		this.#reader?.look();
	}

	async #stop(): Promise<void> {
		await this.#reader?.dispose();
		await this.#outgoing?.dispose();
		this.#reader = null;
		this.#outgoing = null;
	}

	#inTurn(act: () => Promise<void>): Promise<void> {
		const turn = this.#turn.then(act);
		this.#turn = turn.catch(this.#parts.onFailure);
		return turn;
	}

	/** Pages that show how it stands ask again. A desk that closes tells nobody. */
	async #tell(): Promise<void> {
		if (!this.#isDisposed) await this.#parts.store.write(tellMailState).catch(this.#parts.onFailure);
	}

	async #countWaiting(): Promise<number> {
		const { count } = await this.#parts.store.reader
			.selectFrom("mail_out")
			.select((select) => select.fn.countAll<number>().as("count"))
			.where("state", "=", "waiting")
			.executeTakeFirstOrThrow();
		return count;
	}
}

const OFF = { reading: "off", lastReadAt: null, readError: null, retryAt: null } as const;
