import type { Refusal } from "../../../shared/result.ts";
import { Serial } from "../serial.ts";
import type { EntryNumbers, OutboxEntry, OutboxPhase, OutboxStore } from "../storage/outbox-store.ts";
import { needsYou } from "./take-result.ts";

/** What the screen still needs of the outbox. */
const OPEN_PHASES: readonly OutboxPhase[] = ["pending", "needs-you", "applied"];
const KEEP_SETTLED_MS = 7 * 86_400_000;

export interface OutboxOptions {
	readonly store: OutboxStore;
	readonly personId: string;
	/** Whether this window's cache has not come to what the desk made of an edit. */
	readonly isNeeded: (entry: OutboxEntry) => boolean;
}

/** One person's unsent edits: the store's truth, kept in memory in their order. */
export class Outbox {
	readonly personId: string;
	readonly #store: OutboxStore;
	readonly #isNeeded: OutboxOptions["isNeeded"];
	/** One step after the other: a read must not undo what a write has just put in memory. */
	readonly #steps = new Serial();
	#entries: readonly OutboxEntry[] = [];
	/** How many edits this workstation had begun when all of them up to then were known here. */
	#knownOrder = 0;
	/** By epoch: the newest place in the feed that the desk ever answered with. */
	readonly #answered = new Map<string, number>();
	/** Whether what was settled before this window began is among them. */
	#isSettledRead = false;

	constructor({ store, personId, isNeeded }: OutboxOptions) {
		this.#store = store;
		this.personId = personId;
		this.#isNeeded = isNeeded;
	}

	/** Everything not settled, oldest first. */
	get entries(): readonly OutboxEntry[] {
		return this.#entries;
	}

	/** How far the desk of that past had got by its own answers, whatever became of the cache. */
	answeredSeq(epoch: string): number {
		return this.#answered.get(epoch) ?? 0;
	}

	find(intentId: string): OutboxEntry | undefined {
		return this.#entries.find((entry) => entry.id === intentId);
	}

	/** Reads again what this or another window wrote. */
	load(): Promise<void> {
		return this.#steps.run(async () => {
			const order = await this.#store.readCounter("order");
			const entries = await this.#store.list(this.personId, OPEN_PHASES);
			const ahead = await this.#settledAhead(entries);
			if (!this.#isSettledRead) this.#noteAnswers(await this.#store.list(this.personId, ["settled"]));
			this.#isSettledRead = true;
			this.#noteAnswers(entries);
			this.#knownOrder = order;
			this.#entries = keepKnown(this.#entries, [...entries, ...ahead].sort(byOrder));
		});
	}

	/**
	 * Another window's cache has got further than this one's: what it settled is still needed here, or the
	 * screen would show neither the edit nor what the desk made of it.
	 */
	async #settledAhead(entries: readonly OutboxEntry[]): Promise<readonly OutboxEntry[]> {
		const listed = new Set(entries.map((entry) => entry.id));
		const gone = this.#entries.filter((entry) => !listed.has(entry.id));
		if (gone.length === 0) return [];
		const found = await this.#store.read(gone.map((entry) => entry.id));
		return found
			.filter(({ phase }) => phase === "settled")
			.map((entry) => this.#asShown(entry))
			.filter(({ phase }) => phase === "applied");
	}

	#asShown(entry: OutboxEntry): OutboxEntry {
		const applied = { ...entry, phase: "applied" as const };
		return entry.phase === "settled" && this.#isNeeded(applied) ? applied : entry;
	}

	/** Before sending: another window's earlier edit of the same ticket must not be overtaken by ours. */
	async loadIfBehind(): Promise<void> {
		if ((await this.#store.readCounter("order")) !== this.#knownOrder) await this.load();
	}

	/** Written strict when this answers. */
	add(isProvisional: boolean, make: (numbers: EntryNumbers) => OutboxEntry): Promise<OutboxEntry> {
		return this.#steps.run(async () => {
			const entry = await this.#store.add(isProvisional, make);
			if (entry.order === this.#knownOrder + 1) this.#knownOrder = entry.order;
			this.#put([entry]);
			return entry;
		});
	}

	/** Edits that one act makes: all of them are written, strict and in one step, or none. */
	addAll(makes: readonly ((numbers: EntryNumbers) => OutboxEntry)[]): Promise<readonly OutboxEntry[]> {
		return this.#steps.run(async () => {
			const entries = await this.#store.addAll(makes);
			const [first] = entries;
			if (first?.order === this.#knownOrder + 1) this.#knownOrder += entries.length;
			this.#put(entries);
			return entries;
		});
	}

	/** One edit, or all that one act made, whatever became of them since; oldest first. */
	async listOf(intentOrBatchId: string): Promise<readonly OutboxEntry[]> {
		const own = await this.#store.read([intentOrBatchId]);
		if (own.length > 0) return own;
		const all = await this.#store.list(this.personId, ["pending", "needs-you", "applied", "settled"]);
		return all.filter(({ intent }) => intent.type === "change" && intent.batchId === intentOrBatchId);
	}

	/** Changes entries that are still there; `null` removes one. */
	update(ids: readonly string[], change: (entry: OutboxEntry) => OutboxEntry | null): Promise<void> {
		return this.#steps.run(async () => {
			const changed: OutboxEntry[] = [];
			const gone = new Set(ids);
			await this.#store.update(ids, (entry) => {
				const next = change(entry);
				if (next) changed.push(this.#asShown(next));
				return next;
			});
			for (const entry of changed) gone.delete(entry.id);
			this.#entries = this.#entries.filter((entry) => !gone.has(entry.id));
			this.#put(changed);
		});
	}

	/** Puts one entry in place of another, or back. */
	replace(removeId: string | null, entry: OutboxEntry): Promise<void> {
		return this.#steps.run(async () => {
			await this.#store.replace(removeId, entry);
			this.#entries = this.#entries.filter((known) => known.id !== removeId);
			this.#put([entry]);
		});
	}

	/** What the cache on disk has reached is settled: the screen no longer needs it. */
	async settle(hasWritten: (entry: OutboxEntry) => boolean): Promise<void> {
		const reached = this.#entries.filter((entry) => entry.phase === "applied" && hasWritten(entry));
		if (reached.length === 0) return;
		await this.update(
			reached.map((entry) => entry.id),
			(entry) => (entry.phase === "applied" ? { ...entry, phase: "settled" } : entry),
		);
	}

	/**
	 * The desk has another past, perhaps an older one: offers everything applied under the old one
	 * again. The desk knows by id what it still has.
	 */
	async offerAgain(epoch: string): Promise<void> {
		const applied = await this.#store.list(this.personId, ["applied", "settled"]);
		const foreign = applied.filter((entry) => entry.answer !== null && entry.answer.epoch !== epoch);
		this.#answered.clear();
		this.#noteAnswers(applied.filter(({ answer }) => answer?.epoch === epoch));
		await this.update(
			foreign.map((entry) => entry.id),
			(entry) => ({ ...entry, phase: "pending", answer: null, reason: null, conflict: null }),
		);
	}

	/** Everything unsent waits for the person, and what it shows of the desk's own goes; true where there was any. */
	async setAside(reason: Refusal): Promise<boolean> {
		const known = await this.#store.list(this.personId, ["pending", "needs-you", "applied", "settled"]);
		const bared = known.filter((entry) => entry.phase === "pending" || entry.seen !== null);
		// Another window may have done it since this one read them.
		if (bared.length === 0) {
			await this.load();
			return false;
		}
		await this.update(
			bared.map((entry) => entry.id),
			(entry) => {
				const isUnsent = entry.phase === "pending" || entry.phase === "needs-you";
				const bare = { ...entry, seen: null, conflict: null };
				return isUnsent ? needsYou(bare, reason) : bare;
			},
		);
		return true;
	}

	/** Forgets what was settled long ago. */
	async prune(now: number): Promise<void> {
		const settled = await this.#store.list(this.personId, ["settled"]);
		const old = settled.filter((entry) => (entry.answer?.at ?? entry.queuedAt) < now - KEEP_SETTLED_MS);
		await this.update(
			old.map((entry) => entry.id),
			() => null,
		);
	}

	#noteAnswers(entries: readonly OutboxEntry[]): void {
		for (const { answer } of entries)
			if (answer) this.#answered.set(answer.epoch, Math.max(this.answeredSeq(answer.epoch), answer.seq));
	}

	#put(changed: readonly OutboxEntry[]): void {
		this.#noteAnswers(changed);
		const [only] = changed;
		const last = this.#entries.at(-1);
		if (only && changed.length === 1 && only.phase === "pending" && only.order > (last?.order ?? 0)) {
			this.#entries = [...this.#entries, only];
			return;
		}
		const byId = new Map(this.#entries.map((entry) => [entry.id, entry]));
		for (const entry of changed) byId.set(entry.id, entry);
		this.#entries = [...byId.values()].filter((entry) => OPEN_PHASES.includes(entry.phase)).sort(byOrder);
	}
}

function byOrder(one: OutboxEntry, other: OutboxEntry): number {
	return one.order - other.order;
}

/** What is unchanged stays the same object, so that only what changed is laid over the cache again. */
function keepKnown(known: readonly OutboxEntry[], read: readonly OutboxEntry[]): readonly OutboxEntry[] {
	const byId = new Map(known.map((entry) => [entry.id, entry]));
	return read.map((entry) => {
		const before = byId.get(entry.id);
		return before && JSON.stringify(before) === JSON.stringify(entry) ? before : entry;
	});
}
