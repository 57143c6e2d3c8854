import { setImmediate } from "node:timers/promises";
import type { Store } from "../../store/store.ts";
import type { AttachmentFiles } from "./attachment-files.ts";
import type { Attachments } from "./attachments.ts";

/** What nobody attached within this time is forgotten. */
const EXPIRES_AFTER_MS = 7 * 86_400_000;
const EVERY_MS = 3_600_000;
const SLICE = 100;

export interface JanitorParts {
	readonly store: Store;
	readonly files: AttachmentFiles;
	readonly attachments: Attachments;
	readonly now: () => number;
	readonly onFailure: (error: unknown) => void;
}

/** Forgets uploads that were never finished or never attached, a few at a time. */
export class Janitor {
	readonly #parts: JanitorParts;
	#timer: NodeJS.Timeout | undefined;
	#round: Promise<void> = Promise.resolve();
	#isDisposed = false;

	constructor(parts: JanitorParts) {
		this.#parts = parts;
	}

	start(): void {
		this.#round = this.sweep().catch(this.#parts.onFailure);
		this.#timer = setTimeout(() => this.start(), EVERY_MS).unref();
	}

	async dispose(): Promise<void> {
		this.#isDisposed = true;
		clearTimeout(this.#timer);
		await this.#round;
	}

	/** Answers when nothing that has expired is left. */
	async sweep(): Promise<void> {
		const before = this.#parts.now() - EXPIRES_AFTER_MS;
		while (!this.#isDisposed && (await this.#sweepSlice(before))) await setImmediate();
	}

	async #sweepSlice(before: number): Promise<boolean> {
		const { store, files, attachments } = this.#parts;
		const { value: expired } = await store.write(({ tx }) =>
			tx
				.deleteFrom("attachment")
				.where("id", "in", (select) =>
					select
						.selectFrom("attachment")
						.select("id")
						.where("ticket_id", "is", null)
						.where("touched_at", "<", before)
						.limit(SLICE),
				)
				.returning(["id", "sha256", "state"])
				.execute(),
		);
		for (const { id, sha256, state } of expired) {
			if (state === "uploading") await files.forgetIncoming(id);
			else await attachments.forgetUnused(sha256);
		}
		return expired.length === SLICE;
	}
}
