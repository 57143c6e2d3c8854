import type { ChangePage } from "../../../shared/api/changes.ts";
import type { Dirty } from "../cache/ticket-cache.ts";
import { CursorMovedError } from "../storage/cache-store.ts";
import { isQuotaError } from "../storage/happening.ts";
import type { SideScope } from "../sync/side-pages.ts";
import type { Disk } from "./disk.ts";
import { ALL_ASPECTS, type EngineParts } from "./engine-parts.ts";
import type { Generations } from "./generations.ts";
import type { Model, OpenGeneration } from "./model.ts";

export interface ArrivalsOptions {
	readonly parts: EngineParts;
	readonly model: Model;
	readonly disk: Disk;
	readonly generations: Generations;
	/** Something about who is signed in here changed. */
	readonly onOwnPerson: () => void;
}

/** Before the last try the cache is begun anew; after it tickets are kept in memory only. */
const WRITES_TRIED = 3;

/** What comes down from the desk is taken into the open generation and told to the other windows. */
export class Arrivals {
	readonly #options: ArrivalsOptions;
	/** Pages in a row that could not be written. */
	#failures = 0;

	constructor(options: ArrivalsOptions) {
		this.#options = options;
	}

	async takePage(page: ChangePage, since: number): Promise<void> {
		const { model, generations, parts } = this.#options;
		const { generation } = model;
		if (!generation || generation.cache.epoch !== page.epoch) throw new Error("the page is of another epoch");
		// The cache may have begun anew while the page was on its way.
		if (since > generation.cache.cursor) throw new Error("what comes before the page is missing");
		if (generation.cache.isOutdated(page)) throw new Error("the page is older than the first one");
		const wasComplete = generation.cache.isComplete;
		try {
			const dirty = await generation.cache.commitPage(page);
			if (page.hasMore) generations.showSoon(generation, dirty);
			else generations.show(generation, dirty);
			this.#failures = 0;
		} catch (error) {
			await this.#pageNotWritten(generation, error);
		}
		if (page.changes.length > 0 || !generation.cache.isComplete) parts.channel.post({ type: "changes" });
		await generation.outbox.settle((entry) => generation.cache.hasWritten(entry));
		if (!wasComplete && generation.cache.isComplete) this.#endFirstSync(generation);
		// Roles or teams may be others now; the desk says which.
		if (
			wasComplete &&
			page.changes.some(({ kind, id }) => kind === "person" && id === model.session?.person?.id)
		)
			this.#options.onOwnPerson();
	}

	/** A page beside the log's order; false where it is void, as something newer was taken meanwhile. */
	async takeSidePage(page: ChangePage, kind: SideScope["kind"]): Promise<boolean> {
		const { model, generations, parts } = this.#options;
		const { generation } = model;
		if (!generation || generation.cache.epoch !== page.epoch) throw new Error("the page is of another epoch");
		let dirty: Dirty | null = null;
		try {
			dirty = await generation.cache.commitSidePage(page, kind);
		} catch (error) {
			await this.#pageNotWritten(generation, error);
		}
		if (dirty) generations.show(generation, dirty);
		parts.channel.post({ type: "changes" });
		return dirty !== null;
	}

	/** The desk answered what was sent to it. */
	async takeAnswer(): Promise<void> {
		const { model, generations, parts } = this.#options;
		await generations.layOver();
		parts.channel.post({ type: "outbox" });
		const { generation } = model;
		await generation?.outbox.settle((entry) => generation.cache.hasWritten(entry));
	}

	/** The cache is ahead of the desk it came from: nothing in it can be trusted. */
	async resync(): Promise<void> {
		const { model, generations, disk, parts } = this.#options;
		const { generation, session } = model;
		if (!generation || !session) return;
		// Before the cache goes: without it nobody would know any more that there is something to offer.
		await generation.outbox.offerAgain("");
		generation.cache.store.close();
		await disk.caches.remove(generation.name);
		await generations.reopen();
		// And what the desk had still answered meanwhile.
		await model.generation?.outbox.offerAgain("");
		await generations.layOver();
		parts.channel.post({ type: "changes" });
	}

	#endFirstSync(generation: OpenGeneration): void {
		const { model, generations, parts } = this.#options;
		void generations.warm(generation);
		if (model.storage === "cache") parts.onFirstSync?.(generation.cache.columns.size);
	}

	/** Step by step: read again what is on disk, begin a new cache, go on in memory. */
	async #pageNotWritten(generation: OpenGeneration, error: unknown): Promise<void> {
		const { generations } = this.#options;
		if (error instanceof CursorMovedError) {
			await generations.reopen();
			throw error;
		}
		this.#failures += 1;
		if (this.#failures > WRITES_TRIED) return this.#goOnInMemory(generation, error);
		await this.#reopen(generation, error);
		// The page is fetched again: what is in memory now does not have it.
		throw error;
	}

	async #reopen(generation: OpenGeneration, error: unknown): Promise<void> {
		const { disk, generations } = this.#options;
		if (isQuotaError(error)) await disk.makeRoom().catch(() => undefined);
		else await disk.note("cache-reopened");
		generation.cache.store.close();
		if (this.#failures === WRITES_TRIED) {
			await disk.caches.remove(generation.name).catch(() => undefined);
			await disk.note("cache-rebuilt");
		}
		await generations.reopen();
	}

	async #goOnInMemory(generation: OpenGeneration, error: unknown): Promise<void> {
		const { model, generations, disk, parts } = this.#options;
		generation.cache.detach();
		model.storage = "memory";
		model.problem = `Tickets can no longer be stored on this device: ${String(error)}`;
		generations.renewViews();
		parts.onTouched(...ALL_ASPECTS);
		await disk.note("cache-in-memory");
	}
}
