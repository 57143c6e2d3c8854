import { cpSync } from "node:fs";
import { openStore } from "../../electron/background/store/open-store.ts";
import { SETTING } from "../../electron/background/store/settings.ts";
import type { Store } from "../../electron/background/store/store.ts";
import type { Faults } from "../faults.ts";
import type { Random } from "../time/random.ts";
import type { Scheduler } from "../time/scheduler.ts";
import type { Trace } from "../trace.ts";
import { answer, type DeskAnswer, type DeskRequest, mayRead } from "./answers.ts";
import { crashInside, DeskCrash } from "./crashing-store.ts";
import { makeFolder, removeFolder } from "./template.ts";

/** Answers a request, by the desk's own routes or otherwise; `store` is what lies under them. */
export type Take = (
	request: DeskRequest,
	store: Store,
	go: (request: DeskRequest) => Promise<DeskAnswer>,
) => Promise<DeskAnswer>;

export interface DeskParts {
	readonly scheduler: Scheduler;
	readonly random: Random;
	readonly faults: Faults;
	readonly trace: Trace;
	/** A folder with a desk in it, from now on this desk's own. */
	readonly folder: string;
	/** Stands before the routes; a mutant may break something here. */
	readonly take?: Take;
	/** What a mutant makes of the store that the routes work on. */
	readonly wrapStore?: (store: Store) => Store;
}

/** How long a desk that ended stays away. */
const DOWN_MS = [50, 8_000] as const;

/** The real desk over a real file, which may end between any two statements and be restored from a copy. */
export class SimDesk {
	readonly #parts: DeskParts;
	readonly #pageLimit: number;
	readonly #listeners = new Set<(event: "head" | "ended") => void>();
	#store: Store | null = null;
	#epochs = 0;
	#copy: string | null = null;
	/** How often its past was replaced. */
	restores = 0;
	/** Restored without a new name, and not yet found out: nobody else may fill the gap meanwhile. */
	isHeldBack = false;

	constructor(parts: DeskParts) {
		this.#parts = parts;
		this.#pageLimit = parts.random.pick([3, 8, 2_000]);
	}

	/** The open store; the desk must be up. */
	get store(): Store {
		if (!this.#store) throw new Error("the desk is down");
		return this.#store;
	}

	get isUp(): boolean {
		return this.#store !== null;
	}

	listen(onEvent: (event: "head" | "ended") => void): () => void {
		this.#listeners.add(onEvent);
		return () => this.#listeners.delete(onEvent);
	}

	/** Begins a past of its own. */
	async begin(): Promise<void> {
		await this.#open();
		await this.#renewEpoch();
	}

	async up(): Promise<void> {
		if (!this.#store) await this.#open();
	}

	/** Ends the process; what was committed is on the disk. */
	async down(): Promise<void> {
		const store = this.#store;
		this.#store = null;
		this.#tell("ended");
		await store?.close();
	}

	async crash(): Promise<void> {
		const { random, scheduler, trace } = this.#parts;
		trace.note("desk", () => "ends");
		await this.down();
		scheduler.after(random.int(...DOWN_MS), null, () => this.up());
	}

	/** `null` where it ended before it could answer. */
	async handle(request: DeskRequest): Promise<DeskAnswer | null> {
		const { faults, random, wrapStore = (store) => store } = this.#parts;
		if (!this.#store) return null;
		const isWrite = request.method === "POST";
		if (isWrite && faults.strikes("deskCrashBefore", 0.02)) return this.#endBefore();
		const isInside = isWrite && faults.strikes("deskCrashInside", 0.03);
		const whole = wrapStore(this.#store);
		const store = isInside ? crashInside(whole, random.int(1, 8)) : whole;
		const reply = await this.#answer(request, store);
		if (request.path.startsWith("/api/changes?since=0&")) this.isHeldBack = false;
		if (reply === null || (isWrite && faults.strikes("deskCrashAfter", 0.03))) return this.#endBefore();
		return reply;
	}

	mayRead(personId: string | null): Promise<DeskAnswer | null> {
		return mayRead(this.store, personId);
	}

	/** Keeps a copy, as a nightly backup does. */
	async backUp(): Promise<void> {
		if (!this.#store) return;
		await this.down();
		if (this.#copy) removeFolder(this.#copy);
		this.#copy = makeFolder();
		cpSync(this.#parts.folder, this.#copy, { recursive: true });
		await this.up();
	}

	/** Backups are kept for less long than what is applied is kept by the consoles. */
	dropBackup(): void {
		if (this.#copy) removeFolder(this.#copy);
		this.#copy = null;
	}

	/** The copy takes the place of the desk, its dedupe table with it. */
	async restore(isNewEpoch: boolean): Promise<boolean> {
		if (!this.#copy) return false;
		await this.down();
		removeFolder(this.#parts.folder);
		cpSync(this.#copy, this.#parts.folder, { recursive: true });
		await this.#open();
		if (isNewEpoch) await this.#renewEpoch();
		else this.isHeldBack = true;
		this.restores += 1;
		this.#parts.trace.note("desk", () => `restored: ${this.store.epoch} at ${this.store.head()}`);
		return true;
	}

	async dispose(): Promise<void> {
		await this.down();
		removeFolder(this.#parts.folder);
		if (this.#copy) removeFolder(this.#copy);
	}

	#answer(request: DeskRequest, store: Store): Promise<DeskAnswer | null> {
		const options = { store, now: this.#parts.scheduler.wallMs, pageLimit: this.#pageLimit };
		const go = (asked: DeskRequest) => answer(asked, options);
		const { take } = this.#parts;
		return (take ? take(request, this.store, go) : go(request)).catch((error: unknown) => {
			if (error instanceof DeskCrash) return null;
			throw error;
		});
	}

	async #endBefore(): Promise<null> {
		await this.crash();
		return null;
	}

	async #open(): Promise<void> {
		const store = await openStore({ dataDir: this.#parts.folder });
		store.events.on("head", () => this.#tell("head"));
		this.#store = store;
	}

	/** As whoever restores a backup must: another past has another name. */
	async #renewEpoch(): Promise<void> {
		this.#epochs += 1;
		await this.store.writeSetting(SETTING.epoch, `epoch-${this.#epochs}`);
		await this.down();
		await this.#open();
	}

	#tell(event: "head" | "ended"): void {
		for (const listener of [...this.#listeners]) listener(event);
	}
}
