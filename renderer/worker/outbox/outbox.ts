import { Serial } from "../serial.ts";
import type { EntryNumbers, OutboxEntry, OutboxPhase, OutboxStore } from "../storage/outbox-store.ts";

/** What the screen still needs of the outbox. */
const OPEN_PHASES: readonly OutboxPhase[] = ["pending", "needs-you", "applied"];
const KEEP_SETTLED_MS = 7 * 86_400_000;

/** One person's unsent edits: the store's truth, kept in memory in their order. */
export class Outbox {
	readonly personId: string;
	readonly #store: OutboxStore;
	/** One step after the other: a read must not undo what a write has just put in memory. */
	readonly #steps = new Serial();
	#entries: readonly OutboxEntry[] = [];

	constructor(store: OutboxStore, personId: string) {
		this.#store = store;
		this.personId = personId;
	}

	/** Everything not settled, oldest first. */
	get entries(): readonly OutboxEntry[] {
		return this.#entries;
	}

	find(intentId: string): OutboxEntry | undefined {
		return this.#entries.find((entry) => entry.id === intentId);
	}

	/** Reads again what this or another window wrote. */
	load(): Promise<void> {
		return this.#steps.run(async () => {
			this.#entries = await this.#store.list(this.personId, OPEN_PHASES);
		});
	}

	/** Written strict when this answers. */
	add(isProvisional: boolean, make: (numbers: EntryNumbers) => OutboxEntry): Promise<OutboxEntry> {
		return this.#steps.run(async () => {
			const entry = await this.#store.add(isProvisional, make);
			this.#put([entry]);
			return entry;
		});
	}

	/** Changes entries that are still there; `null` removes one. */
	update(ids: readonly string[], change: (entry: OutboxEntry) => OutboxEntry | null): Promise<void> {
		return this.#steps.run(async () => {
			const changed: OutboxEntry[] = [];
			const gone = new Set(ids);
			await this.#store.update(ids, (entry) => {
				const next = change(entry);
				if (next) changed.push(next);
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
	async settle(epoch: string, cursor: number): Promise<void> {
		const reached = this.#entries.filter(
			({ phase, answer }) => phase === "applied" && answer?.epoch === epoch && answer.seq <= cursor,
		);
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
		await this.update(
			foreign.map((entry) => entry.id),
			(entry) => ({ ...entry, phase: "pending", answer: null, reason: null, conflict: null }),
		);
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

	#put(changed: readonly OutboxEntry[]): void {
		const byId = new Map(this.#entries.map((entry) => [entry.id, entry]));
		for (const entry of changed) byId.set(entry.id, entry);
		this.#entries = [...byId.values()]
			.filter((entry) => OPEN_PHASES.includes(entry.phase))
			.sort((one, other) => one.order - other.order);
	}
}
