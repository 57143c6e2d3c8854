import type { CheckFigures } from "../../../shared/api/checks.ts";
import type { PresenceTelling } from "../../../shared/api/presence.ts";
import { pass } from "../clock.ts";
import type { Serial } from "../serial.ts";
import { limitQuery, nextSideScope } from "../sync/side-pages.ts";
import { Arrivals } from "./arrivals.ts";
import type { Disk } from "./disk.ts";
import type { EngineParts } from "./engine-parts.ts";
import type { Generations } from "./generations.ts";
import type { Model, OpenGeneration } from "./model.ts";
import { QuietTime } from "./quiet-time.ts";
import type { SignIn } from "./sign-in.ts";
import { Writer } from "./writer.ts";

/** After a failure of the lock or the disk. */
const TRY_AGAIN_MS = 1_000;

export interface WritingOptions {
	readonly parts: EngineParts;
	readonly model: Model;
	readonly disk: Disk;
	readonly generations: Generations;
	readonly signIn: SignIn;
	readonly steps: Serial;
	/** Ends with the window. */
	readonly signal: AbortSignal;
	readonly onFigures: (figures: readonly CheckFigures[]) => void;
	readonly onPresence: (telling: PresenceTelling) => void;
}

/** Being the window that writes, whenever the lock is this window's: feed, cache and outbox. */
export class Writing {
	readonly #options: WritingOptions;
	readonly #arrivals: Arrivals;
	readonly #quiet: QuietTime;
	#writer: Writer | null = null;

	constructor(options: WritingOptions) {
		this.#options = options;
		this.#arrivals = new Arrivals({ ...options, onOwnPerson: () => this.reconnect() });
		this.#quiet = new QuietTime(options);
	}

	/** There may be something to send. */
	kick(): void {
		this.#writer?.kick();
	}

	/** Tries the desk now. */
	wake(): void {
		this.#writer?.wake();
	}

	/** Somebody else is signed in, or nobody. */
	reconnect(): void {
		this.#writer?.connection.restart();
	}

	dispose(): void {
		this.#quiet.dispose();
		this.#writer?.stop();
	}

	/** Tells the other windows how this one stands. */
	tellStatus(): void {
		const { model, parts } = this.#options;
		if (model.isWriter) parts.channel.post({ type: "status", status: model.writer });
	}

	/** Another window may have found the cache gone or fallen back: then this one reads it anew, and fetches. */
	async checkDisk(): Promise<void> {
		const { model, generations, steps } = this.#options;
		if (!model.isWriter || model.storage === "memory") return;
		await steps.run(async () => {
			if (!model.generation || (await model.generation.cache.isOnDiskAsWritten())) return;
			await generations.reopen();
			this.reconnect();
		});
	}

	/** Waits for the lock and writes while it holds, again and again until the window ends. */
	async run(): Promise<void> {
		const { model, parts, signal } = this.#options;
		while (!signal.aborted) {
			try {
				// Without a disk there is nothing to share: each window is on its own.
				if (model.storage === "memory") await this.#write();
				else await parts.lock.hold(() => this.#write(), signal);
			} catch (error) {
				parts.onFailure(error);
				await pass(parts.clock, TRY_AGAIN_MS);
			}
		}
	}

	async #write(): Promise<void> {
		const { model, parts, disk, generations, signal } = this.#options;
		if (signal.aborted) return;
		const fence = await disk.store.raise("fence");
		await this.#options.steps.run(() => this.#takeOver());
		model.isWriter = true;
		await generations.layOver();
		const writer = this.#makeWriter(fence);
		this.#writer = writer;
		void model.generation?.chosenFiles.sweep().catch(parts.onFailure);
		this.#quiet.restart(null);
		try {
			await writer.run();
		} finally {
			this.#writer = null;
			model.isWriter = false;
			parts.onTouched("sync");
		}
	}

	async #takeOver(): Promise<void> {
		const { model, generations } = this.#options;
		const { generation } = model;
		await generation?.outbox.load();
		if (generation) await generations.follow(generation);
		// The window that saw the desk's new epoch may have ended before it offered what the old one had.
		const opened = model.generation;
		await opened?.outbox.offerAgain(opened.cache.epoch);
	}

	#makeWriter(fence: number): Writer {
		const { model, parts, disk, generations, signIn, steps, onFigures, onPresence } = this.#options;
		const writer: Writer = new Writer({
			http: parts.http,
			deviceId: disk.deviceId,
			fence,
			files: disk.store.files,
			clock: parts.clock,
			...(parts.random ? { random: parts.random } : {}),
			refreshSession: (signal) => signIn.refreshForConnection(signal),
			cursor: () => model.generation?.cache.cursor ?? 0,
			epoch: () => model.generation?.cache.epoch ?? null,
			isComplete: () => model.generation?.cache.isComplete ?? false,
			takePage: (page, since) =>
				steps.run(async () => {
					await this.#arrivals.takePage(page, since);
					await generations.reclock();
					this.#quiet.restart(page.serverTime);
				}),
			sideScope: (workingSince) =>
				model.generation ? nextSideScope(model.generation.cache.state, workingSince) : null,
			takeSidePage: (page, kind) =>
				steps.run(async () => {
					const isTaken = await this.#arrivals.takeSidePage(page, kind);
					await generations.reclock();
					return isTaken;
				}),
			limitQuery: () => (model.generation ? limitQuery(model.generation.cache.state) : ""),
			resync: () => steps.run(() => this.#arrivals.resync()),
			outbox: () => generations.sendable,
			onStatus: (status) => {
				model.writer = { ...model.writer, ...status, problem: model.problem };
				this.tellStatus();
				parts.onTouched("sync", "outbox");
			},
			onFigures: (figures) => {
				onFigures(figures);
				parts.channel.post({ type: "figures", figures });
			},
			onPresence: ({ isAll, present }) => {
				const telling = { isAll, present };
				onPresence(telling);
				parts.channel.post({ type: "presence", telling });
			},
			newestSeq: () => newestSeqOf(model.generation),
			cacheId: () => model.generation?.cache.state.instance ?? null,
			onAnswer: () => {
				void this.#arrivals.takeAnswer().catch(parts.onFailure);
			},
			onFenced: () => writer.stop(),
		});
		return writer;
	}
}

/** By the cache, and by what the desk answered: one of the two may be ahead. */
function newestSeqOf(generation: OpenGeneration | null): number {
	if (!generation) return 0;
	const { cache, outbox } = generation;
	return Math.max(cache.heardSeq, outbox.answeredSeq(cache.epoch));
}
