import { v7 as makeUuid } from "uuid";
import type { CheckFigures } from "../../../shared/api/checks.ts";
import type { Session } from "../../../shared/api/desk.ts";
import type { PresenceTelling } from "../../../shared/api/presence.ts";
import type { KeepEndedMonths } from "../cache/keep-limit.ts";
import type { CallOff } from "../clock.ts";
import type { Http } from "../http.ts";
import { PresenceReporter } from "../presence/presence-reporter.ts";
import { isConnected, takePresence } from "../presence/presences.ts";
import { Serial } from "../serial.ts";
import type { OutboxStore } from "../storage/outbox-store.ts";
import type { WindowMessage } from "../windows/window-channel.ts";
import { Disk } from "./disk.ts";
import { ALL_ASPECTS, type EngineParts } from "./engine-parts.ts";
import { Generations } from "./generations.ts";
import { type Model, UNKNOWN_WRITER } from "./model.ts";
import { mayRead } from "./rights.ts";
import { SignIn } from "./sign-in.ts";
import { syncedAtOf } from "./synced-at.ts";
import { Writing } from "./writing.ts";

/** Breaches come with time, not with changes. */
const CLOCK_TICK_MS = 10_000;
/** So often it is written down when the desk was last heard. */
const SYNCED_AT_EVERY_MS = 60_000;

/**
 * The data worker without its messages: opens what is stored, keeps the model true, and either writes
 * (feed, cache, outbox) or follows the window that does.
 */
export class Engine {
	readonly model: Model;
	readonly #parts: EngineParts;
	readonly #stop = new AbortController();
	/** Steps that change which generation is open or what is in it. */
	readonly #steps = new Serial();
	readonly #disk: Disk;
	readonly #generations: Generations;
	readonly #signIn: SignIn;
	readonly #writing: Writing;
	/** Tells the desk at which ticket this window is. */
	readonly presence: PresenceReporter;
	#isRefreshing = false;
	#stopTicking: CallOff | undefined;

	constructor(parts: EngineParts) {
		this.#parts = parts;
		this.model = {
			isStarted: false,
			session: null,
			generation: null,
			isWriter: false,
			writer: UNKNOWN_WRITER,
			storage: "cache",
			problem: null,
			happenings: [],
			isSpaceShort: false,
			figures: new Map(),
			presences: new Map(),
			lastSyncedAt: null,
			deskNow: () => parts.clock.now() + this.model.writer.clockOffsetMs,
			makeId: parts.makeId ?? (() => makeUuid()),
		};
		this.presence = new PresenceReporter({
			http: parts.http,
			clock: parts.clock,
			windowId: makeUuid(),
			isConnected: () => isConnected(this.model),
		});
		this.#disk = new Disk(parts, this.model);
		const shared = {
			parts,
			model: this.model,
			disk: this.#disk,
			steps: this.#steps,
			signal: this.#stop.signal,
		};
		const generations = new Generations({
			...shared,
			onRestored: () => void this.outboxChanged().catch(parts.onFailure),
		});
		const signIn = new SignIn({ ...shared, generations });
		this.#generations = generations;
		this.#signIn = signIn;
		this.#writing = new Writing({
			...shared,
			generations,
			signIn,
			onFigures: (figures) => this.#takeFigures(figures),
			onPresence: (telling) => this.#takePresence(telling),
		});
	}

	/** The unsent edits, drafts and single values of this workstation. */
	get store(): OutboxStore {
		return this.#disk.store;
	}

	get http(): Http {
		return this.#parts.http;
	}

	/** Reads what is stored, then joins the other windows. */
	async start(): Promise<void> {
		await this.#disk.open();
		const session = (await this.store.readMeta("session")) ?? null;
		const clockOffsetMs = (await this.store.readMeta("clockOffsetMs")) ?? 0;
		this.model.writer = { ...this.model.writer, clockOffsetMs };
		this.model.lastSyncedAt = (await this.store.readMeta("syncedAt")) ?? null;
		// A disk that fails now may work later: the connection takes the session again.
		if (session)
			await this.#steps.run(() => this.#generations.takeSession(session)).catch(this.#parts.onFailure);
		this.model.isStarted = true;
		this.#parts.onTouched(...ALL_ASPECTS);
		this.#parts.channel.listen((message) => this.#hear(message));
		this.#parts.channel.post({ type: "ask" });
		this.#tick();
		void this.#writing.run();
	}

	/** Asks the desk who is asking now; where it can't be asked, who was last. */
	async refreshSession(): Promise<Session | null> {
		const session = await this.#signIn.refresh();
		if (!session) return this.model.session;
		this.#parts.channel.post({ type: "session" });
		this.#writing.reconnect();
		return session;
	}

	/** This window changed the outbox: show it, send it, tell the others. */
	async outboxChanged(): Promise<void> {
		await this.#generations.layOver();
		this.#parts.channel.post({ type: "outbox" });
		this.#writing.kick();
	}

	/** How long ended tickets are kept here: what was left out is fetched, what is too old goes in quiet time. */
	async keepEnded(months: KeepEndedMonths): Promise<void> {
		await this.store.writeMeta("keepEndedMonths", months);
		this.#parts.channel.post({ type: "limits" });
		await this.#relimit();
	}

	/** Tries the desk now, whichever window writes. */
	wake(): void {
		this.#parts.channel.post({ type: "wake" });
		this.#writing.wake();
	}

	async dispose(): Promise<void> {
		this.#stop.abort();
		this.#stopTicking?.();
		this.presence.dispose();
		this.#writing.dispose();
		this.#parts.channel.close();
		await this.#steps.run(async () => undefined);
		this.model.generation?.cache.store.close();
		this.store.close();
	}

	#tick(): void {
		this.#stopTicking = this.#parts.clock.after(CLOCK_TICK_MS, () => {
			this.#parts.onTouched("clock");
			// A window may end between writing and telling of it: the others look by themselves.
			this.#refreshSoon();
			void this.#steps.run(() => this.#rereadSession()).catch(this.#parts.onFailure);
			void this.#keepSyncedAt().catch(this.#parts.onFailure);
			this.#tick();
		});
	}

	/** What is edited after a restart without the desk must know it; a minute more or less does not matter. */
	async #keepSyncedAt(): Promise<void> {
		const syncedAt = syncedAtOf(this.model);
		const { lastSyncedAt, isWriter } = this.model;
		if (!isWriter || syncedAt === null || syncedAt - (lastSyncedAt ?? 0) < SYNCED_AT_EVERY_MS) return;
		this.model.lastSyncedAt = syncedAt;
		await this.store.writeMeta("syncedAt", syncedAt);
	}

	// --- following the window that writes

	#hear(message: WindowMessage): void {
		switch (message.type) {
			case "changes":
			case "outbox":
				// Who believes to be the one that writes hears that another one does: then the disk is asked whose it is.
				this.#refreshSoon();
				return;
			case "session":
				void this.#steps.run(() => this.#signedInElsewhere()).catch(this.#parts.onFailure);
				return;
			case "limits":
				void this.#relimit().catch(this.#parts.onFailure);
				return;
			case "status":
				if (this.model.isWriter) return;
				this.model.writer = message.status;
				this.#parts.onTouched("sync", "outbox");
				return;
			case "figures":
				this.#takeFigures(message.figures);
				return;
			case "presence":
				this.#takePresence(message.telling);
				return;
			case "ask":
				this.#writing.tellStatus();
				if (this.model.isWriter)
					this.#parts.channel.post({
						type: "presence",
						telling: { isAll: true, present: [...this.model.presences.values()] },
					});
				void this.#writing.checkDisk().catch(this.#parts.onFailure);
				return;
			case "wake":
				this.#writing.wake();
		}
	}

	async #relimit(): Promise<void> {
		await this.#steps.run(() => this.#generations.relimit());
		this.#writing.reconnect();
	}

	/** Whether another window has written somebody else; then the desk is listened to as they are. */
	async #rereadSession(): Promise<boolean> {
		const isOther = await this.#signIn.reread();
		if (isOther) this.#writing.reconnect();
		return isOther;
	}

	/** The same person signed in again, in another window: nothing to read, but the desk listens again. */
	async #signedInElsewhere(): Promise<void> {
		const isOther = await this.#rereadSession();
		if (!isOther && this.model.writer.connection.state === "signed-out") this.#writing.reconnect();
	}

	/** Hints may come in crowds; one reading answers all that came before it. */
	#refreshSoon(): void {
		if (this.#isRefreshing) return;
		this.#isRefreshing = true;
		void this.#steps.run(() => this.#refresh()).catch(this.#parts.onFailure);
	}

	async #refresh(): Promise<void> {
		this.#isRefreshing = false;
		const { generation, isWriter } = this.model;
		if (!generation) return;
		await generation.outbox.load();
		// What a window that slept through the loss of a right has just written.
		if (!mayRead(this.model.session)) return this.#generations.reopen();
		// One that has lost the lock without knowing follows as well.
		if (!isWriter || !(await generation.cache.isOnDiskAsWritten()))
			await this.#generations.follow(generation);
		if (this.model.generation !== generation) this.#writing.reconnect();
		if (isWriter) await this.#generations.makeUpFor();
		await this.#generations.layOver();
		await this.#generations.reclock();
		this.#writing.kick();
	}

	#takePresence(telling: PresenceTelling): void {
		takePresence(this.model.presences, telling);
		this.#parts.onTouched("presence");
	}

	#takeFigures(figures: readonly CheckFigures[]): void {
		for (const figure of figures) this.model.figures.set(figure.checkId, figure);
		this.#parts.onTouched("figures");
	}
}
