import { v4 as makeRandomUuid } from "uuid";
import type { ChangeKind, ChangePage } from "../../../shared/api/changes.ts";
import type { CheckFigures } from "../../../shared/api/checks.ts";
import { type Session, sessionSchema } from "../../../shared/api/desk.ts";
import { ok, type Result } from "../../../shared/result.ts";
import { Clocks } from "../cache/clock-columns.ts";
import { generationName, openCache } from "../cache/open-cache.ts";
import type { Dirty, TicketCache } from "../cache/ticket-cache.ts";
import { Histories } from "../histories/histories.ts";
import type { Http, HttpFailure } from "../http.ts";
import { Outbox } from "../outbox/outbox.ts";
import { Serial } from "../serial.ts";
import { type CacheStores, CursorMovedError } from "../storage/cache-store.ts";
import { makeMemoryCacheStores } from "../storage/memory-cache-store.ts";
import { makeMemoryOutboxStore } from "../storage/memory-outbox-store.ts";
import type { OutboxStore } from "../storage/outbox-store.ts";
import { ViewEngine } from "../views/view-engine.ts";
import type { WindowChannel, WindowMessage } from "../windows/window-channel.ts";
import type { WriterLock } from "../windows/writer-lock.ts";
import { type Aspect, type Model, type OpenGeneration, UNKNOWN_WRITER } from "./model.ts";
import { workingSet } from "./working-set.ts";
import { Writer } from "./writer.ts";

export interface EngineParts {
	readonly openOutbox: () => Promise<OutboxStore>;
	readonly caches: CacheStores;
	readonly http: Http;
	readonly channel: WindowChannel;
	readonly lock: WriterLock;
	/** The device's clock. */
	readonly now: () => number;
	/** Something a payload depends on changed. */
	readonly onTouched: (...aspects: readonly Aspect[]) => void;
	readonly onFailure: (error: unknown) => void;
	/** A whole desk was fetched and is on disk. */
	readonly onFirstSync?: (tickets: number) => void;
	readonly random?: () => number;
}

const ALL_ASPECTS: readonly Aspect[] = ["tickets", "names", "alerts", "checks", "outbox", "sync", "session"];
const ASPECT_OF_KIND: { readonly [Kind in ChangeKind]: Aspect } = {
	ticket: "tickets",
	person: "names",
	team: "names",
	ci: "names",
	check: "checks",
	alert: "alerts",
};
/** Quiet for this long: time to fold the log and to fetch histories ahead. */
const QUIET_MS = 5_000;
/** After the first views were drawn. */
const WARM_AFTER_MS = 300;
/** Breaches come with time, not with changes. */
const CLOCK_TICK_MS = 10_000;

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
	readonly #overlaySteps = new Serial();
	#store: OutboxStore = makeMemoryOutboxStore();
	#caches: CacheStores;
	#deviceId = "";
	#writer: Writer | null = null;
	#isRefreshing = false;
	#quietTimer: ReturnType<typeof setTimeout> | undefined;
	#clockTimer: ReturnType<typeof setInterval> | undefined;

	constructor(parts: EngineParts) {
		this.#parts = parts;
		this.#caches = parts.caches;
		this.model = {
			isStarted: false,
			session: null,
			generation: null,
			isWriter: false,
			writer: UNKNOWN_WRITER,
			storage: "cache",
			problem: null,
			figures: new Map(),
			deskNow: () => parts.now() + this.model.writer.clockOffsetMs,
		};
	}

	/** The unsent edits, drafts and single values of this workstation. */
	get store(): OutboxStore {
		return this.#store;
	}

	get http(): Http {
		return this.#parts.http;
	}

	/** Reads what is stored, then joins the other windows. */
	async start(): Promise<void> {
		await this.#openStore();
		const session = (await this.#store.readMeta("session")) ?? null;
		const clockOffsetMs = (await this.#store.readMeta("clockOffsetMs")) ?? 0;
		this.model.writer = { ...this.model.writer, clockOffsetMs };
		if (session) await this.#steps.run(() => this.#takeSession(session));
		this.model.isStarted = true;
		this.#touch(...ALL_ASPECTS);
		this.#parts.channel.listen((message) => this.#hear(message));
		this.#parts.channel.post({ type: "ask" });
		this.#clockTimer = setInterval(() => this.#touch("clock"), CLOCK_TICK_MS);
		void this.#writeWhenever();
	}

	/** Asks the desk who is asking now; `null` where it can't be asked. */
	async refreshSession(): Promise<Session | null> {
		const session = await this.#askSession();
		if (!session.ok) return this.model.session;
		await this.#steps.run(() => this.#adoptSession(session.value));
		this.#parts.channel.post({ type: "session" });
		this.#writer?.connection.restart();
		return session.value;
	}

	/** This window changed the outbox: show it, send it, tell the others. */
	async outboxChanged(): Promise<void> {
		await this.#layOver();
		this.#parts.channel.post({ type: "outbox" });
		this.#writer?.sender.kick();
	}

	/** Tries the desk now, whichever window writes. */
	wake(): void {
		this.#parts.channel.post({ type: "wake" });
		this.#writer?.connection.wake();
		this.#writer?.sender.hurry();
	}

	async dispose(): Promise<void> {
		this.#stop.abort();
		clearTimeout(this.#quietTimer);
		clearInterval(this.#clockTimer);
		this.#writer?.stop();
		this.#parts.channel.close();
		await this.#steps.run(async () => undefined);
		this.model.generation?.cache.store.close();
		this.#store.close();
	}

	async #openStore(): Promise<void> {
		try {
			this.#store = await this.#parts.openOutbox();
			const known = await this.#store.readMeta("deviceId");
			this.#deviceId = known ?? makeRandomUuid();
			if (!known) await this.#store.writeMeta("deviceId", this.#deviceId);
		} catch (error) {
			this.#store = makeMemoryOutboxStore();
			this.#deviceId = makeRandomUuid();
			this.#fallToMemory(`Edits can’t be stored on this device: ${String(error)}`);
		}
	}

	#fallToMemory(problem: string): void {
		this.model.storage = "memory";
		this.model.problem = problem;
		this.#caches = makeMemoryCacheStores();
		this.#touch("sync");
	}

	// --- who is signed in, and which generation that opens

	async #askSession(signal?: AbortSignal): Promise<Result<Session, HttpFailure>> {
		const askedAt = this.#parts.now();
		const reply = await this.#parts.http.get("/api/session", signal ? { signal } : {});
		if (!reply.ok) return reply;
		const session = sessionSchema.safeParse(reply.value);
		if (!session.success)
			return { ok: false, error: { kind: "unreachable", message: session.error.message } };
		const answeredAt = this.#parts.now();
		await this.#noteOffset(session.data.serverTime - (askedAt + answeredAt) / 2);
		return ok(session.data);
	}

	async #noteOffset(clockOffsetMs: number): Promise<void> {
		const rounded = Math.round(clockOffsetMs);
		if (Math.abs(rounded - this.model.writer.clockOffsetMs) < 20) return;
		this.model.writer = { ...this.model.writer, clockOffsetMs: rounded };
		await this.#store.writeMeta("clockOffsetMs", rounded).catch(() => undefined);
	}

	/** For the connection: an expired sign-in keeps what the person sees; only the desk is out of reach. */
	async #sessionForConnection(signal: AbortSignal): Promise<Result<Session, HttpFailure>> {
		const session = await this.#askSession(signal);
		if (!session.ok) return session;
		if (session.value.person || !this.model.session?.person) {
			await this.#steps.run(() => this.#adoptSession(session.value));
		}
		return session;
	}

	async #adoptSession(session: Session): Promise<void> {
		const before = this.model.session;
		if (!isSameSession(before, session)) {
			await this.#store.writeMeta("session", session).catch(this.#parts.onFailure);
			this.#parts.channel.post({ type: "session" });
		}
		await this.#takeSession(session);
	}

	async #takeSession(session: Session): Promise<void> {
		const before = this.model.session;
		this.model.session = session;
		if (session.person === null) this.#closeGeneration();
		else if (!this.model.generation || isOtherGeneration(before, session))
			await this.#openGeneration(session);
		else if (!isSameSession(before, session)) this.#renewViews();
		this.#touch("session", "sync");
	}

	/** Roles or teams of the same person changed: "my teams" means others now. */
	#renewViews(): void {
		const { generation } = this.model;
		if (generation) this.model.generation = { ...generation, views: this.#makeViews(generation.cache) };
	}

	#closeGeneration(): void {
		this.model.generation?.cache.store.close();
		this.model.generation = null;
		this.#touch(...ALL_ASPECTS);
	}

	async #openGeneration(session: Session): Promise<void> {
		const personId = session.person?.id ?? "";
		const name = generationName(session.epoch, personId);
		const outbox = new Outbox(this.#store, personId);
		await outbox.load();
		if (this.model.isWriter) await outbox.offerAgain(session.epoch);
		const cache = await this.#openCacheOrMemory(name, session);
		this.model.generation?.cache.store.close();
		this.model.generation = {
			name,
			cache,
			outbox,
			views: this.#makeViews(cache),
			histories: this.#makeHistories(cache),
		};
		await this.#layOver();
		this.#touch(...ALL_ASPECTS);
		setTimeout(() => this.#warm(this.model.generation), WARM_AFTER_MS);
	}

	/** One step a turn, so that a page never waits for more than one. */
	#warm(generation: OpenGeneration | null): void {
		const steps = generation?.views.warm();
		const next = () => {
			const isCurrent = this.model.generation === generation && !this.#stop.signal.aborted;
			if (steps && isCurrent && !steps.next().done) setTimeout(next);
		};
		next();
	}

	async #openCacheOrMemory(name: string, session: Session): Promise<TicketCache> {
		const generation = { name, epoch: session.epoch, clocks: new Clocks(session.zone) };
		try {
			return await openCache(this.#caches, generation);
		} catch (error) {
			this.#fallToMemory(`Tickets can’t be stored on this device: ${String(error)}`);
			return openCache(this.#caches, generation);
		}
	}

	#makeViews(cache: TicketCache): ViewEngine {
		const person = this.model.session?.person;
		const viewer = { personId: person?.id ?? null, teamIds: person?.teamIds ?? [] };
		return new ViewEngine(cache, viewer, this.model.deskNow);
	}

	#makeHistories(cache: TicketCache): Histories {
		return new Histories({
			store: cache.store,
			http: this.#parts.http,
			now: this.model.deskNow,
			canFetch: () => ["live", "catching-up"].includes(this.model.writer.connection.state),
			onChange: () => this.#touch("histories"),
		});
	}

	// --- showing what changed

	async #layOver(): Promise<void> {
		await this.#overlaySteps.run(async () => {
			const { generation } = this.model;
			if (!generation) return;
			const dirty = await generation.cache.layOver(generation.outbox.entries);
			generation.views.note(dirty);
		});
		this.#touch("tickets", "outbox");
	}

	#show(generation: OpenGeneration, dirty: Dirty): void {
		generation.views.note(dirty);
		const aspects = [...dirty.kinds].map((kind) => ASPECT_OF_KIND[kind]);
		if (aspects.length > 0) this.#touch(...aspects, "outbox");
	}

	#touch(...aspects: readonly Aspect[]): void {
		this.#parts.onTouched(...aspects);
	}

	// --- following the window that writes

	#hear(message: WindowMessage): void {
		switch (message.type) {
			case "changes":
			case "outbox":
				if (this.model.isWriter && message.type === "changes") return;
				this.#refreshSoon();
				return;
			case "session":
				void this.#steps.run(() => this.#rereadSession()).catch(this.#parts.onFailure);
				return;
			case "status":
				if (this.model.isWriter) return;
				this.model.writer = message.status;
				this.#touch("sync", "outbox");
				return;
			case "figures":
				this.#takeFigures(message.figures);
				return;
			case "ask":
				this.#tellStatus();
				return;
			case "wake":
				this.#writer?.connection.wake();
				this.#writer?.sender.hurry();
		}
	}

	async #rereadSession(): Promise<void> {
		const session = await this.#store.readMeta("session");
		if (!session || isSameSession(this.model.session, session)) return;
		await this.#takeSession(session);
		this.#writer?.connection.restart();
	}

	/** Hints may come in crowds; one reading answers all that came before it. */
	#refreshSoon(): void {
		if (this.#isRefreshing) return;
		this.#isRefreshing = true;
		void this.#steps.run(() => this.#refresh()).catch(this.#parts.onFailure);
	}

	/** The outbox is read before the cache: what it no longer holds, the cache then has. */
	async #refresh(): Promise<void> {
		this.#isRefreshing = false;
		const { generation, isWriter } = this.model;
		if (!generation) return;
		await generation.outbox.load();
		if (!isWriter) await this.#follow(generation);
		await this.#layOver();
		this.#writer?.sender.kick();
	}

	async #follow(generation: OpenGeneration): Promise<void> {
		const refreshed = await generation.cache.refresh();
		if (refreshed.kind === "applied") this.#show(generation, refreshed.dirty);
		else if (this.model.session) await this.#openGeneration(this.model.session);
	}

	// --- being the window that writes

	async #writeWhenever(): Promise<void> {
		while (!this.#stop.signal.aborted) {
			try {
				// Without a disk there is nothing to share: each window is on its own.
				if (this.model.storage === "memory") await this.#write();
				else await this.#parts.lock.hold(() => this.#write(), this.#stop.signal);
			} catch (error) {
				this.#parts.onFailure(error);
				await new Promise((resolve) => setTimeout(resolve, 1_000));
			}
		}
	}

	async #write(): Promise<void> {
		if (this.#stop.signal.aborted) return;
		const fence = await this.#store.raise("fence");
		await this.#steps.run(async () => {
			const { generation } = this.model;
			if (generation) await this.#follow(generation);
			await generation?.outbox.load();
			// The window that saw the desk's new epoch may have ended before it offered what the old one had.
			await generation?.outbox.offerAgain(generation.cache.epoch);
		});
		this.model.isWriter = true;
		await this.#layOver();
		const writer = this.#makeWriter(fence);
		this.#writer = writer;
		void this.model.generation?.outbox.prune(this.model.deskNow()).catch(this.#parts.onFailure);
		this.#quietSoon();
		try {
			await writer.run();
		} finally {
			this.#writer = null;
			this.model.isWriter = false;
			this.#touch("sync");
		}
	}

	#makeWriter(fence: number): Writer {
		const writer: Writer = new Writer({
			http: this.#parts.http,
			deviceId: this.#deviceId,
			fence,
			now: this.#parts.now,
			...(this.#parts.random ? { random: this.#parts.random } : {}),
			refreshSession: (signal) => this.#sessionForConnection(signal),
			cursor: () => this.model.generation?.cache.cursor ?? 0,
			epoch: () => this.model.generation?.cache.epoch ?? null,
			isComplete: () => this.model.generation?.cache.isComplete ?? false,
			takePage: (page) => this.#steps.run(() => this.#takePage(page)),
			resync: () => this.#steps.run(() => this.#resync()),
			outbox: () => this.model.generation?.outbox ?? null,
			onStatus: (status) => {
				this.model.writer = { ...this.model.writer, ...status, problem: this.model.problem };
				this.#tellStatus();
				this.#touch("sync", "outbox");
			},
			onFigures: (figures) => {
				this.#takeFigures(figures);
				this.#parts.channel.post({ type: "figures", figures });
			},
			onAnswer: (answer) => {
				void this.#takeAnswer(answer.epoch).catch(this.#parts.onFailure);
			},
			onFenced: () => writer.stop(),
		});
		return writer;
	}

	async #takePage(page: ChangePage): Promise<void> {
		const { generation } = this.model;
		if (!generation || generation.cache.epoch !== page.epoch) throw new Error("the page is of another epoch");
		const wasComplete = generation.cache.isComplete;
		try {
			this.#show(generation, await generation.cache.commitPage(page));
		} catch (error) {
			await this.#pageNotWritten(generation, error);
		}
		if (page.changes.length > 0 || !generation.cache.isComplete)
			this.#parts.channel.post({ type: "changes" });
		await generation.outbox.settle(generation.cache.epoch, generation.cache.writtenCursor);
		if (!wasComplete && generation.cache.isComplete) this.#endFirstSync(generation);
		this.#quietSoon();
	}

	#endFirstSync(generation: OpenGeneration): void {
		this.#warm(generation);
		if (this.model.storage === "cache") this.#parts.onFirstSync?.(generation.cache.columns.size);
	}

	async #pageNotWritten(generation: OpenGeneration, error: unknown): Promise<void> {
		if (error instanceof CursorMovedError) {
			if (this.model.session) await this.#openGeneration(this.model.session);
			throw error;
		}
		generation.cache.detach();
		this.model.storage = "memory";
		this.model.problem = `Tickets can no longer be stored on this device: ${String(error)}`;
		this.#renewViews();
		this.#touch(...ALL_ASPECTS);
	}

	async #takeAnswer(epoch: string): Promise<void> {
		await this.#layOver();
		this.#parts.channel.post({ type: "outbox" });
		const { generation } = this.model;
		if (!generation) return;
		if (epoch !== generation.cache.epoch) this.#writer?.connection.restart();
		else await generation.outbox.settle(epoch, generation.cache.writtenCursor);
	}

	/** The cache is ahead of the desk it came from: nothing in it can be trusted. */
	async #resync(): Promise<void> {
		const { generation, session } = this.model;
		if (!generation || !session) return;
		// Before the cache goes: without it nobody would know any more that there is something to offer.
		await generation.outbox.offerAgain("");
		generation.cache.store.close();
		await this.#caches.remove(generation.name);
		await this.#openGeneration(session);
		this.#parts.channel.post({ type: "changes" });
	}

	#tellStatus(): void {
		if (this.model.isWriter) this.#parts.channel.post({ type: "status", status: this.model.writer });
	}

	#takeFigures(figures: readonly CheckFigures[]): void {
		for (const figure of figures) this.model.figures.set(figure.checkId, figure);
		this.#touch("figures");
	}

	// --- when nothing else is going on

	#quietSoon(): void {
		clearTimeout(this.#quietTimer);
		this.#quietTimer = setTimeout(() => {
			void this.#spendQuiet().catch(this.#parts.onFailure);
		}, QUIET_MS);
	}

	async #spendQuiet(): Promise<void> {
		const { generation, isWriter } = this.model;
		if (!generation || !isWriter) return;
		await this.#steps.run(() => generation.cache.fold());
		if (!generation.cache.isComplete) return;
		await this.#removeOldGenerations(generation);
		await generation.histories.fetchAhead(workingSet(generation, this.model.session));
	}

	/** Caches of other epochs hold nothing that is still true. */
	async #removeOldGenerations(generation: OpenGeneration): Promise<void> {
		const names = await this.#caches.names();
		const old = names.filter((name) => !name.startsWith(generationName(generation.cache.epoch, "")));
		for (const name of old) await this.#caches.remove(name);
	}
}

function isOtherGeneration(before: Session | null, after: Session): boolean {
	return (
		before?.person?.id !== after.person?.id || before?.epoch !== after.epoch || before?.zone !== after.zone
	);
}

function isSameSession(before: Session | null, after: Session): boolean {
	return JSON.stringify({ ...before, serverTime: 0 }) === JSON.stringify({ ...after, serverTime: 0 });
}
