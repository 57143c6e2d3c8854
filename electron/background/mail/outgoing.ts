import { setTimeout } from "node:timers/promises";
import type { MailStanding } from "../../../shared/api/mail.ts";
import type { MailOutTable } from "../store/mail-tables.ts";
import type { MailPort } from "../store/ports.ts";
import type { Store } from "../store/store.ts";
import { describeMailError } from "./describe-mail-error.ts";
import type { Mailbox } from "./mailbox-settings.ts";
import { makeMessage } from "./make-message.ts";
import { markUndeliverable } from "./mark-undeliverable.ts";
import { Pause } from "./pause.ts";
import { retryAfterMs } from "./retry.ts";
import { judgeSendFailure } from "./send-failure.ts";
import { makeSmtpClient } from "./smtp-client.ts";
import { tellMailState } from "./tell-mail-state.ts";

const LOOK_EVERY_MS = 60_000;
const SLICE = 50;
const LEAVE_AFTER_MS = 5_000;
/** Longer than a weekend: RFC 5321, 4.5.4.1 asks for four to five days. */
const GIVE_UP_AFTER_MS = 5 * 86_400_000;

export interface OutgoingParts {
	readonly store: Store;
	readonly port: MailPort;
	readonly mailbox: Mailbox;
	readonly now: () => number;
	/** It stands otherwise than it did. */
	readonly onStanding: () => Promise<void>;
}

/**
 * Sends what waits, the oldest first and in order within a ticket, until the server has taken it: what it refuses for good
 * is marked, anything else is tried again. A message that was taken just before a crash is sent again under the same
 * Message-ID, by which mail programs know it.
 */
export class Outgoing {
	readonly #parts: OutgoingParts;
	readonly #pause = new Pause();
	readonly #unlisten: () => void;
	#run: Promise<void> = Promise.resolve();
	#isDisposed = false;
	#failures = 0;
	#error: string | null = null;

	constructor(parts: OutgoingParts) {
		this.#parts = parts;
		this.#unlisten = parts.store.events.on("mail.queued", () => this.#pause.end());
	}

	get standing(): Pick<MailStanding, "sendError"> {
		return { sendError: this.#error };
	}

	start(): void {
		this.#run = this.#runOn();
	}

	async dispose(): Promise<void> {
		this.#isDisposed = true;
		this.#unlisten();
		this.#pause.end();
		// What a slow server still holds is sent again at the next start, under the same id.
		await Promise.race([this.#run, setTimeout(LEAVE_AFTER_MS, null, { ref: false })]);
	}

	async #runOn(): Promise<void> {
		while (!this.#isDisposed) {
			let waitMs = LOOK_EVERY_MS;
			try {
				await this.#sendDue();
				this.#failures = 0;
				await this.#stand(null);
			} catch (error) {
				// The server can’t be reached, or refuses the desk as a whole: nothing is counted against a message.
				this.#failures += 1;
				waitMs = retryAfterMs(this.#failures);
				await this.#stand(describeMailError(error));
			}
			if (!this.#isDisposed) await this.#pause.wait(waitMs);
		}
	}

	async #stand(error: string | null): Promise<void> {
		const isSame = this.#error === error;
		this.#error = error;
		if (!isSame) await this.#parts.onStanding();
	}

	async #sendDue(): Promise<void> {
		const held = new Set<string>();
		for (;;) {
			const due = (await this.#findDue(held)).filter(({ ticket_id }) => !held.has(ticket_id));
			if (due.length === 0) return;
			for (const mail of due) {
				if (this.#isDisposed) return;
				if (held.has(mail.ticket_id)) continue;
				if (mail.due_at > this.#parts.now() || !(await this.#send(mail))) held.add(mail.ticket_id);
			}
		}
	}

	#findDue(held: ReadonlySet<string>): Promise<readonly MailOutTable[]> {
		let query = this.#parts.store.reader.selectFrom("mail_out").selectAll().where("state", "=", "waiting");
		if (held.size > 0) query = query.where("ticket_id", "not in", [...held]);
		return query.orderBy("created_at").orderBy("id").limit(SLICE).execute();
	}

	/** Whether it is settled; where not, later ones of its ticket wait for it. Throws where the server is the trouble. */
	async #send(mail: MailOutTable): Promise<boolean> {
		const { mailbox, now } = this.#parts;
		const client = makeSmtpClient(mailbox.outgoing);
		try {
			const message = await makeMessage(this.#parts, mail);
			if (message === null) {
				await this.#settle(mail, { state: "undeliverable", error: "Its ticket is not there any more." });
				return true;
			}
			await client.sendMail(message);
			await this.#settle(mail, { state: "sent", error: null });
			return true;
		} catch (error) {
			const failure = judgeSendFailure(error);
			if (failure === "desk") throw error;
			const why = describeMailError(error);
			const isOver = now() - mail.created_at > GIVE_UP_AFTER_MS;
			if (failure === "refused" || isOver) {
				await markUndeliverable(this.#parts, { outgoingId: mail.id, noteId: mail.id, why });
				return true;
			}
			await this.#putOff(mail, why);
			return false;
		} finally {
			client.close();
		}
	}

	async #settle(mail: MailOutTable, end: Pick<MailOutTable, "state" | "error">): Promise<void> {
		const { store, now } = this.#parts;
		await store.write(async (scope) => {
			await scope.tx
				.updateTable("mail_out")
				.set({ ...end, attempts: mail.attempts + 1, settled_at: now() })
				.where("id", "=", mail.id)
				// A report of failure can be quicker than the answer to the last command.
				.where("state", "=", "waiting")
				.execute();
			await tellMailState(scope);
		});
	}

	async #putOff(mail: MailOutTable, error: string): Promise<void> {
		const attempts = mail.attempts + 1;
		const due_at = this.#parts.now() + retryAfterMs(attempts);
		await this.#parts.store.write(async (scope) => {
			await scope.tx
				.updateTable("mail_out")
				.set({ attempts, due_at, error })
				.where("id", "=", mail.id)
				.execute();
			await tellMailState(scope);
		});
	}
}
