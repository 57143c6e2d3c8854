import { type MadeBackup, makeBackup } from "../../electron/background/keeping/make-backup.ts";
import { restoreBackup } from "../../electron/background/keeping/restore-backup.ts";
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
	#backups: string | null = null;
	#backup: MadeBackup | null = null;
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

	/** Backs it up by the program's own command, while it runs. */
	async backUp(): Promise<void> {
		if (!this.#store) return;
		this.dropBackup();
		this.#backups = makeFolder();
		const { folder: dataDir, scheduler } = this.#parts;
		const made = await makeBackup({ dataDir, to: this.#backups, now: scheduler.wallMs, version: "sim" });
		if (!made.ok) throw new Error(made.error.message);
		this.#backup = made.value;
	}

	/** Backups are kept for less long than what is applied is kept by the consoles. */
	dropBackup(): void {
		if (this.#backups) removeFolder(this.#backups);
		this.#backups = null;
		this.#backup = null;
	}

	/** The backup takes the place of the desk, its dedupe table with it; also one that did so before. */
	async restore(isNewEpoch: boolean): Promise<boolean> {
		if (!this.#backup) return false;
		await this.down();
		this.#epochs += 1;
		const epoch = isNewEpoch ? `epoch-${this.#epochs}` : this.#backup.manifest.epoch;
		const { folder: dataDir, scheduler } = this.#parts;
		const done = await restoreBackup({ from: this.#backup.folder, dataDir, now: scheduler.wallMs, epoch });
		if (!done.ok) throw new Error(done.error.message);
		await this.#open();
		if (!isNewEpoch) this.isHeldBack = true;
		this.restores += 1;
		this.#parts.trace.note("desk", () => `restored: ${this.store.epoch} at ${this.store.head()}`);
		return true;
	}

	async dispose(): Promise<void> {
		await this.down();
		removeFolder(this.#parts.folder);
		this.dropBackup();
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

	/** A name that is the same each time the seed runs. */
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
