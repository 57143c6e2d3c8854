import type { Attachment } from "../../../shared/api/attachments.ts";
import type { Clock } from "../clock.ts";
import type { Http } from "../http.ts";
import type { CacheStore } from "../storage/cache-store.ts";
import type { ChosenFiles } from "./chosen-files.ts";
import { fetchFile } from "./fetch-file.ts";
import { isPart, makePartStore, type PartStore } from "./part-store.ts";

/** What the cache may hold of files; the ones read longest ago go first. */
const KEEP_BYTES = 200 * 1_048_576;
/** Fetched without being asked for. */
const SMALL_BYTES = 2 * 1_048_576;
/** A ticket is drawn often: what could not be fetched is not asked for each time. */
const RETRY_AFTER_MS = 60_000;
/** A disk this full has no room for what can be fetched again. */
const FULL = 0.9;

export interface KeptFilesOptions {
	readonly store: CacheStore;
	readonly chosen: ChosenFiles;
	readonly http: Http;
	readonly now: () => number;
	readonly clock: Clock;
	readonly canFetch: () => boolean;
	/** How full the device's storage is, 0–1. */
	readonly fullness: () => Promise<number>;
	/** Another file is here now. */
	readonly onChange: () => void;
	readonly keepBytes?: number;
}

/** Files of tickets as they can be read here: chosen here, cached, or fetched from the desk. */
export class KeptFiles {
	readonly #options: KeptFilesOptions;
	readonly #parts: PartStore;
	readonly #fetching = new Map<string, Promise<Blob | null>>();
	readonly #failedAt = new Map<string, number>();
	#cached: Promise<Set<string>> | null = null;

	constructor(options: KeptFilesOptions) {
		this.#options = options;
		this.#parts = makePartStore({ ...options, isFull: () => this.#isFull() });
	}

	/** The bytes, with the type that the desk knows; `null` where they can't be had now. */
	async read({ id, mediaType }: Pick<Attachment, "id" | "mediaType">): Promise<Blob | null> {
		const own = await this.#options.chosen.read(id);
		const blob = own?.blob ?? (await this.#readCached(id)) ?? (await this.#fetch(id));
		return blob && new Blob([blob], { type: mediaType });
	}

	/** Which of them can be read without the desk. */
	async held(ids: readonly string[]): Promise<readonly string[]> {
		const cached = await this.#cachedIds();
		const isHeld = await Promise.all(
			ids.map(async (id) => cached.has(id) || (await this.#options.chosen.read(id)) !== undefined),
		);
		return ids.filter((_, index) => isHeld[index]);
	}

	/** Fetches small ones, so that they are there when the network is not. */
	async fetchAhead(attachments: readonly Attachment[]): Promise<void> {
		const held = new Set(await this.held(attachments.map(({ id }) => id)));
		for (const { id, sizeBytes } of attachments) {
			if (sizeBytes > SMALL_BYTES || held.has(id) || this.#hasJustFailed(id)) continue;
			if (!this.#options.canFetch() || (await this.#isFull())) return;
			if ((await this.#fetch(id)) === null) this.#failedAt.set(id, this.#options.now());
		}
	}

	#hasJustFailed(id: string): boolean {
		return this.#options.now() - (this.#failedAt.get(id) ?? Number.NEGATIVE_INFINITY) < RETRY_AFTER_MS;
	}

	async #readCached(id: string): Promise<Blob | undefined> {
		const { store, now } = this.#options;
		const record = await store.readFile(id).catch(() => undefined);
		if (record) await store.writeFile({ ...record, usedAt: now() }).catch(() => undefined);
		return record?.blob;
	}

	/** Who asks for the same while it is on its way waits for the same answer. */
	#fetch(id: string): Promise<Blob | null> {
		const known = this.#fetching.get(id);
		if (known) return known;
		const fetching = this.#fetchOne(id).finally(() => this.#fetching.delete(id));
		this.#fetching.set(id, fetching);
		return fetching;
	}

	async #fetchOne(id: string): Promise<Blob | null> {
		const { http, clock, canFetch, onChange } = this.#options;
		const blob = await fetchFile(id, { http, clock, parts: this.#parts, canFetch });
		if (!blob) return null;
		await this.#save(id, blob);
		onChange();
		return blob;
	}

	/** A full or broken disk only means that it is fetched again. */
	async #save(id: string, blob: Blob): Promise<void> {
		const { store, now } = this.#options;
		if (await this.#isFull()) return;
		try {
			await store.writeFile({ id, blob, sizeBytes: blob.size, usedAt: now() });
			(await this.#cachedIds()).add(id);
			await this.#parts.forget(id);
			await this.#trim();
		} catch {
			// Nothing is lost: the desk has it.
		}
	}

	async #trim(): Promise<void> {
		const { store, keepBytes = KEEP_BYTES } = this.#options;
		const newestFirst = (await store.listFiles()).toSorted((one, other) => other.usedAt - one.usedAt);
		const cached = await this.#cachedIds();
		let total = 0;
		for (const { id, sizeBytes } of newestFirst) {
			total += sizeBytes;
			if (total <= keepBytes) continue;
			await store.removeFile(id);
			cached.delete(id);
		}
	}

	#cachedIds(): Promise<Set<string>> {
		this.#cached ??= this.#options.store
			.listFiles()
			.then((files) => new Set(files.filter((file) => !isPart(file)).map(({ id }) => id)))
			.catch(() => new Set<string>());
		return this.#cached;
	}

	async #isFull(): Promise<boolean> {
		return (await this.#options.fullness()) >= FULL;
	}
}
