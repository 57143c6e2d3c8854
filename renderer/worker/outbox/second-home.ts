import type { JournalBatch, JournalPage } from "../../../shared/api/journal.ts";
import { JOURNAL_LIMITS } from "../../../shared/api/journal.ts";
import type { Result } from "../../../shared/result.ts";
import { type Clock, pass } from "../clock.ts";
import type { HttpFailure } from "../http.ts";
import type { OutboxEntry, OutboxPhase, OutboxStore } from "../storage/outbox-store.ts";
import { readEntry } from "../storage/read-entry.ts";
import { isOpen } from "../storage/restored-entries.ts";
import { Backoff } from "../sync/backoff.ts";

/** This workstation's journal, kept by its own background. */
export interface JournalPort {
	readonly write: (batch: JournalBatch) => Promise<Result<unknown, HttpFailure>>;
	readonly read: (personId: string, after: string | null) => Promise<Result<JournalPage, HttpFailure>>;
}

/** What reconciling found. */
export interface Reconciled {
	readonly restored: number;
	readonly damaged: number;
}

/** Characters a request carries at most, beyond its first record. */
const BATCH_CHARS = 500_000;
const ALL_PHASES: readonly OutboxPhase[] = ["pending", "needs-you", "applied", "settled"];

/**
 * Keeps a copy of every unsent edit outside the browser, whose own store a full disk can destroy. It
 * follows the outbox and never holds it up: an edit is saved when the outbox has it.
 */
export class SecondHome {
	readonly #journal: JournalPort;
	readonly #clock: Clock;
	readonly #backoff = new Backoff(500, 30_000);
	/** Newest word for each edit: its text, or `null` where it is no longer wanted. */
	readonly #owed = new Map<string, { readonly personId: string; readonly text: string | null }>();
	#isSending = false;
	#isThere = true;

	constructor(journal: JournalPort, clock: Clock) {
		this.#journal = journal;
		this.#clock = clock;
	}

	/** The outbox has this now. */
	follow(entry: OutboxEntry): void {
		this.#owe(entry.id, { personId: entry.personId, text: isOpen(entry) ? textOf(entry) : null });
	}

	/** The outbox no longer has this. */
	forget({ id, personId }: OutboxEntry): void {
		this.#owe(id, { personId, text: null });
	}

	/** Brings outbox and journal together; `null` where there is no journal to be had. */
	async reconcile(store: OutboxStore, personId: string): Promise<Reconciled | null> {
		const kept = await this.#readAll(personId);
		if (!kept) return null;
		const known = new Map((await store.list(personId, ALL_PHASES)).map((entry) => [entry.id, entry]));
		const lost = [...kept.texts].filter(([id]) => !known.has(id)).map(([, text]) => parseEntry(text));
		const restored = await store.restore(
			lost.filter((entry) => entry !== null && entry.personId === personId).filter((entry) => entry !== null),
		);
		const gone = new Set(await store.listRemoved([...kept.texts.keys()]));
		for (const id of kept.texts.keys()) {
			const entry = known.get(id);
			if (gone.has(id) || (entry && !isOpen(entry))) this.#owe(id, { personId, text: null });
		}
		for (const entry of known.values()) {
			if (isOpen(entry) && kept.texts.get(entry.id) !== textOf(entry)) this.follow(entry);
		}
		return { restored: restored.length, damaged: kept.damaged };
	}

	async #readAll(personId: string) {
		const texts = new Map<string, string>();
		let damaged = 0;
		let after: string | null = null;
		do {
			const page: Result<JournalPage, HttpFailure> = await this.#journal.read(personId, after);
			if (!page.ok) return null;
			for (const { id, text } of page.value.records) texts.set(id, text);
			damaged = page.value.damaged;
			after = page.value.next;
		} while (after !== null);
		return { texts, damaged };
	}

	#owe(id: string, owed: { readonly personId: string; readonly text: string | null }): void {
		if (!this.#isThere) return;
		this.#owed.set(id, owed);
		if (!this.#isSending) void this.#send();
	}

	async #send(): Promise<void> {
		this.#isSending = true;
		// Edits of one moment go together.
		await Promise.resolve();
		while (this.#owed.size > 0) {
			const sent = this.#nextBatch();
			const written = await this.#journal.write(batchOf(sent));
			if (written.ok) {
				this.#backoff.reset();
				for (const [id, owed] of sent) if (this.#owed.get(id) === owed) this.#owed.delete(id);
			} else if (written.error.kind === "refused") this.#handleRefusal(written.error.code, sent);
			else await pass(this.#clock, this.#backoff.next());
		}
		this.#isSending = false;
	}

	/** There is no journal (no keychain, a browser), or it takes no more: the outbox has it all the same. */
	#handleRefusal(code: string, sent: readonly Owed[]): void {
		if (code === "no_journal") {
			this.#isThere = false;
			this.#owed.clear();
		}
		for (const [id] of sent) this.#owed.delete(id);
	}

	/** Of one person, and not more than a request may carry. */
	#nextBatch(): readonly Owed[] {
		const [first] = this.#owed.values();
		const batch: Owed[] = [];
		let chars = 0;
		for (const [id, owed] of this.#owed) {
			if (owed.personId !== first?.personId) continue;
			chars += owed.text?.length ?? 0;
			const isFull = batch.length >= JOURNAL_LIMITS.recordsPerBatch || chars > BATCH_CHARS;
			if (isFull && batch.length > 0) break;
			batch.push([id, owed]);
		}
		return batch;
	}
}

type Owed = readonly [id: string, owed: { readonly personId: string; readonly text: string | null }];

function batchOf(owed: readonly Owed[]): JournalBatch {
	return {
		personId: owed[0]?.[1].personId ?? "",
		put: owed.flatMap(([id, { text }]) => (text === null ? [] : [{ id, text }])),
		drop: owed.flatMap(([id, { text }]) => (text === null ? [id] : [])),
	};
}

/** Without the ticket as it was seen where that makes it too long: it can be fetched again. */
function textOf(entry: OutboxEntry): string {
	const text = JSON.stringify(entry);
	return text.length <= JOURNAL_LIMITS.recordChars ? text : JSON.stringify({ ...entry, seen: null });
}

function parseEntry(text: string): OutboxEntry | null {
	try {
		return readEntry(JSON.parse(text));
	} catch {
		// Not what any console wrote: it stays in the journal.
		return null;
	}
}
