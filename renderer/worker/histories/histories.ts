import type { Attachment } from "../../../shared/api/attachments.ts";
import { type HistoryEntry, historiesSchema, ticketDetailSchema } from "../../../shared/api/tickets.ts";
import type { Http } from "../http.ts";
import type { CacheStore, HistoryRecord } from "../storage/cache-store.ts";

/** Histories kept on disk: of tickets opened, and fetched ahead for the working set. */
const KEPT_ON_DISK = 5_000;
const KEPT_IN_MEMORY = 200;
const AHEAD_PER_REQUEST = 100;
const RETRY_AFTER_MS = 5_000;

export interface KnownHistory {
	readonly history: readonly HistoryEntry[];
	readonly alertIds: readonly string[];
	readonly state: "loading" | "complete" | "partial";
}

const NOTHING: KnownHistory = { history: [], alertIds: [], state: "partial" };

export interface HistoriesOptions {
	readonly store: CacheStore;
	readonly http: Http;
	readonly now: () => number;
	readonly canFetch: () => boolean;
	/** False where the room left is for edits. */
	readonly canStore: () => boolean;
	/** A history came that was not known before. */
	readonly onChange: () => void;
}

/**
 * Histories of single tickets: memory, then disk, then the desk. Any window may write the ones it
 * fetched: each is a record of its own that repeats what the desk said.
 */
export class Histories {
	readonly #options: HistoriesOptions;
	readonly #known = new Map<string, HistoryRecord>();
	readonly #failedAt = new Map<string, number>();
	readonly #fetching = new Set<string>();

	constructor(options: HistoriesOptions) {
		this.#options = options;
	}

	/** What is known now of a ticket that stands at `revision`; fetches what is missing. */
	async read(ticketId: string, revision: number): Promise<KnownHistory> {
		const record = this.#known.get(ticketId) ?? (await this.#readDisk(ticketId));
		const isComplete = record !== undefined && isUpTo(record, revision);
		if (!isComplete) this.#fetch(ticketId);
		const { history, alertIds } = record ?? NOTHING;
		const state = isComplete ? "complete" : this.#fetching.has(ticketId) ? "loading" : "partial";
		return { history, alertIds, state };
	}

	/**
	 * Fetches ahead what is not on disk yet, so that it is there when the network is not; each step when it
	 * may begin.
	 */
	async fetchAhead(
		tickets: readonly { readonly id: string; readonly revision: number }[],
		mayBegin: () => Promise<void>,
	): Promise<void> {
		const missing: string[] = [];
		for (const [index, { id, revision }] of tickets.entries()) {
			if (index % AHEAD_PER_REQUEST === 0) await mayBegin();
			const record = this.#known.get(id) ?? (await this.#options.store.readHistory(id));
			if (!record || !isUpTo(record, revision)) missing.push(id);
		}
		for (let start = 0; start < missing.length && this.#options.canFetch(); start += AHEAD_PER_REQUEST) {
			await mayBegin();
			const ids = missing.slice(start, start + AHEAD_PER_REQUEST);
			const reply = await this.#options.http.get(`/api/histories?ticketIds=${ids.join(",")}`);
			const parsed = reply.ok ? historiesSchema.safeParse(reply.value) : null;
			if (!parsed?.success) return;
			await this.#save(parsed.data.histories.map((record) => ({ ...record, usedAt: this.#options.now() })));
		}
		await this.#options.store.trimHistories(KEPT_ON_DISK);
	}

	/** Files of a ticket whose history is on this device. */
	async attachmentsOf(ticketId: string): Promise<readonly Attachment[]> {
		const record = this.#known.get(ticketId) ?? (await this.#options.store.readHistory(ticketId));
		return record?.history.flatMap(({ attachments = [] }) => attachments) ?? [];
	}

	async #readDisk(ticketId: string): Promise<HistoryRecord | undefined> {
		const record = await this.#options.store.readHistory(ticketId);
		if (record && !this.#known.has(ticketId)) this.#keep(record);
		return this.#known.get(ticketId);
	}

	#fetch(ticketId: string): void {
		const failedAt = this.#failedAt.get(ticketId) ?? Number.NEGATIVE_INFINITY;
		const isTooSoon = this.#options.now() - failedAt < RETRY_AFTER_MS;
		if (this.#fetching.has(ticketId) || isTooSoon || !this.#options.canFetch()) return;
		this.#fetching.add(ticketId);
		void this.#fetchOne(ticketId).finally(() => {
			this.#fetching.delete(ticketId);
			this.#options.onChange();
		});
	}

	async #fetchOne(ticketId: string): Promise<void> {
		const reply = await this.#options.http.get(`/api/tickets/${ticketId}`);
		const parsed = reply.ok ? ticketDetailSchema.safeParse(reply.value) : null;
		if (!parsed?.success) {
			this.#failedAt.set(ticketId, this.#options.now());
			return;
		}
		this.#failedAt.delete(ticketId);
		const { history, alertIds } = parsed.data;
		const record = { ticketId, history, alertIds, usedAt: this.#options.now() };
		this.#keep(record);
		await this.#save([record]);
	}

	/** The disk may be full or gone: a history can be fetched again. */
	async #save(records: readonly HistoryRecord[]): Promise<void> {
		if (!this.#options.canStore()) return;
		await this.#options.store.writeHistories(records).catch(() => undefined);
	}

	#keep(record: HistoryRecord): void {
		this.#known.delete(record.ticketId);
		this.#known.set(record.ticketId, record);
		for (const ticketId of this.#known.keys()) {
			if (this.#known.size <= KEPT_IN_MEMORY) return;
			this.#known.delete(ticketId);
		}
	}
}

function isUpTo(record: HistoryRecord, revision: number): boolean {
	return (record.history.at(-1)?.revision ?? 0) >= revision;
}
