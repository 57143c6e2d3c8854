import { ATTACHMENT_LIMITS } from "../../../shared/api/attachments.ts";
import type { Session } from "../../../shared/api/desk.ts";
import { ChosenFiles } from "../attachments/chosen-files.ts";
import { KeptFiles } from "../attachments/kept-files.ts";
import { generationName, isOfPerson } from "../cache/generation-name.ts";
import { endedFromOf } from "../cache/keep-limit.ts";
import { type Generation, openCache } from "../cache/open-cache.ts";
import type { Dirty, TicketCache } from "../cache/ticket-cache.ts";
import { pass } from "../clock.ts";
import { Histories } from "../histories/histories.ts";
import { Visits } from "../histories/visits.ts";
import { Outbox } from "../outbox/outbox.ts";
import { Serial } from "../serial.ts";
import type { HappeningCode } from "../storage/happening.ts";
import { makeMemoryCacheStores } from "../storage/memory-cache-store.ts";
import type { OutboxEntry } from "../storage/outbox-store.ts";
import { ViewEngine } from "../views/view-engine.ts";
import { ArrivalPace } from "./arrival-pace.ts";
import type { Disk } from "./disk.ts";
import { ALL_ASPECTS, ASPECT_OF_KIND, type EngineParts } from "./engine-parts.ts";
import { Leisure } from "./leisure.ts";
import type { Aspect, Model, OpenGeneration } from "./model.ts";
import { mayRead, RIGHT_LOST, seenBy } from "./rights.ts";
import { isOtherGeneration, isSameSession } from "./same-session.ts";

/** After the first views were drawn. */
const WARM_AFTER_MS = 300;

export interface GenerationsOptions {
	readonly parts: EngineParts;
	readonly model: Model;
	readonly disk: Disk;
	/** Ends with the window. */
	readonly signal: AbortSignal;
	/** Edits came back that the outbox had lost. */
	readonly onRestored: () => void;
}

/** Which cache generation is open, by who is signed in at which desk, and what of it is shown. */
export class Generations {
	readonly #parts: EngineParts;
	readonly #model: Model;
	readonly #disk: Disk;
	readonly #signal: AbortSignal;
	readonly #onRestored: () => void;
	readonly #overlaySteps = new Serial();
	readonly #arriving: ArrivalPace;
	#outbox: Outbox | null = null;
	/** Whose and of which past the open generation is. */
	#opened: Session | null = null;
	/** Sorting ahead is to begin in a moment. */
	#isWarmDue = false;
	/** What a desk with another past may lack could not be marked yet. */
	#isOfferDue = false;

	constructor({ parts, model, disk, signal, onRestored }: GenerationsOptions) {
		this.#onRestored = onRestored;
		this.#parts = parts;
		this.#model = model;
		this.#disk = disk;
		this.#signal = signal;
		this.#arriving = new ArrivalPace(parts);
	}

	/** The edits to be sent, once those of a replaced past are among them: they come first. */
	get sendable(): Outbox | null {
		return this.#isOfferDue ? null : (this.#model.generation?.outbox ?? null);
	}

	async takeSession(session: Session): Promise<void> {
		const before = this.#model.session;
		this.#model.session = session;
		const isOther = isOtherGeneration(this.#opened, session) || mayRead(this.#opened) !== mayRead(session);
		// At once: nobody sees for a moment what only another person may read, or they themselves no longer.
		const isSame =
			this.#opened?.person?.id === session.person?.id &&
			mayRead(this.#opened) === mayRead(session) &&
			seenBy(this.#opened) === seenBy(session);
		if (!isSame) this.#close();
		if (session.person === null) return this.#parts.onTouched("session", "sync");
		if (!this.#model.generation || isOther) await this.#open(session);
		else if (!isSameSession(before, session)) this.renewViews();
		this.#parts.onTouched("session", "sync");
	}

	/** Roles or teams of the same person changed, so "my teams" means others now; or the disk failed. */
	renewViews(): void {
		const { generation } = this.#model;
		if (generation) this.#model.generation = { ...generation, views: this.#makeViews(generation.cache) };
	}

	/** Reads everything anew: another window has written what this one can't follow. */
	async reopen(): Promise<void> {
		if (this.#model.session) await this.#open(this.#model.session);
	}

	/** From when on ended tickets are kept, by this workstation's setting. */
	async keptFrom(): Promise<number> {
		const months = (await this.#disk.store.readMeta("keepEndedMonths")) ?? null;
		return endedFromOf(months, this.#model.deskNow());
	}

	/** The setting changed, here or in another window. */
	async relimit(): Promise<void> {
		this.#model.generation?.cache.limit(await this.keptFrom());
	}

	/** Applies what the window that writes has written. */
	async follow(generation: OpenGeneration): Promise<void> {
		const refreshed = await generation.cache.refresh();
		if (refreshed.kind === "behind") return this.reopen();
		this.show(generation, refreshed.dirty);
		await this.reclock();
	}

	/**
	 * Computes the clocks anew where calendars or policies have changed, or other versions of them apply by
	 * now; the window that writes also writes them down. Runs between pages.
	 */
	async reclock(): Promise<void> {
		const { generation, isWriter } = this.#model;
		if (!generation) return;
		const { cache } = generation;
		try {
			if (cache.hasOldClocks) {
				this.show(generation, await cache.reclock());
				// Every order by clocks is another one now.
				this.#warmSoon();
			}
			if (isWriter && cache.hasOldClocksOnDisk) await cache.writeClocks();
		} catch (error) {
			// Nothing else waits for it: a disk that fails now is asked again with the next page or tick.
			this.#parts.onFailure(error);
		}
	}

	/** What could not be offered when the past changed, and what was written after a right was lost. */
	async makeUpFor(): Promise<void> {
		const { generation, session } = this.#model;
		if (!generation) return;
		if (!mayRead(session)) await generation.outbox.setAside(RIGHT_LOST);
		else if (this.#isOfferDue) await this.#offerAgain(generation.outbox, generation.cache.epoch);
	}

	/** Lays the outbox over what the cache holds. */
	async layOver(): Promise<void> {
		await this.#overlaySteps.run(async () => {
			const { generation } = this.#model;
			if (!generation) return;
			const dirty = await generation.cache.layOver(generation.outbox.entries);
			generation.views.note(dirty);
		});
		this.#parts.onTouched("tickets", "outbox");
	}

	show(generation: OpenGeneration, dirty: Dirty): void {
		generation.views.note(dirty);
		this.#arriving.touch(aspectsOf(dirty));
	}

	/** The same while more is on its way: drawing every page takes as long as fetching them all. */
	showSoon(generation: OpenGeneration, dirty: Dirty): void {
		generation.views.note(dirty);
		this.#arriving.touchSoon(aspectsOf(dirty));
	}

	/** Sorts ahead, one step a turn and none while somebody asks, so that a page never waits for more than one. */
	async warm(generation: OpenGeneration | null): Promise<void> {
		if (!generation) return;
		const { clock } = this.#parts;
		const leisure = new Leisure(generation.views, clock);
		const steps = generation.views.warm();
		while (this.#model.generation === generation && !this.#signal.aborted && !steps.next().done) {
			await pass(clock, 0);
			await leisure.begin();
		}
	}

	#warmSoon(): void {
		if (this.#isWarmDue) return;
		this.#isWarmDue = true;
		this.#parts.clock.after(WARM_AFTER_MS, () => {
			this.#isWarmDue = false;
			void this.warm(this.#model.generation);
		});
	}

	#close(): void {
		this.#model.generation?.cache.store.close();
		this.#model.generation = null;
		this.#opened = null;
		this.#parts.onTouched(...ALL_ASPECTS);
	}

	async #open(session: Session): Promise<void> {
		const personId = session.person?.id ?? "";
		const scope = seenBy(session);
		const name = generationName({ epoch: session.epoch, personId, scope });
		const outbox = this.#outboxOf(personId);
		await outbox.load();
		// A cache of a time when they saw more, or other tickets, must not be there to be read.
		if (scope !== "") await this.#removeCaches(personId, name);
		if (!mayRead(session)) await this.#purge(outbox);
		else if (this.#model.isWriter) await this.#offerAgain(outbox, session.epoch);
		const { makeId, deskNow: now } = this.#model;
		const cache = await this.#openCacheOrMemory(
			{ name, epoch: session.epoch, makeId, now },
			mayRead(session),
		);
		cache.limit(await this.keptFrom());
		// Before anybody sees it: no edit may be gone from the screen for a moment.
		await cache.layOver(outbox.entries);
		this.#model.generation?.cache.store.close();
		this.#model.generation = {
			name,
			cache,
			outbox,
			views: this.#makeViews(cache),
			histories: this.#makeHistories(cache),
			visits: this.#makeVisits(cache),
			...this.#makeFiles(cache, session),
		};
		this.#opened = session;
		// Once more: an answer of the old past may have been written while the cache was opened.
		if (this.#model.isWriter && mayRead(session)) await this.#offerAgain(outbox, session.epoch);
		await this.layOver();
		this.#parts.onTouched(...ALL_ASPECTS);
		// A window that finds nothing where there should be something makes the writer look as well.
		if (!this.#model.isWriter && !cache.isComplete) this.#parts.channel.post({ type: "ask" });
		await this.reclock();
		this.#warmSoon();
		void this.#reconcile(outbox).catch(this.#parts.onFailure);
	}

	/** Behind the first paint: the journal is another process away. */
	async #reconcile(outbox: Outbox): Promise<void> {
		if (!(await this.#disk.reconcile(outbox.personId))) return;
		await outbox.load();
		this.#onRestored();
	}

	/** One for as long as its person is there: whatever is being saved or sent while a cache is changed stays in it. */
	#outboxOf(personId: string): Outbox {
		if (this.#outbox?.personId === personId) return this.#outbox;
		const isNeeded = (entry: OutboxEntry) => this.#model.generation?.cache.needs(entry) ?? true;
		this.#outbox = new Outbox({ store: this.#disk.store, personId, isNeeded });
		return this.#outbox;
	}

	/** A full disk must not keep the new past away: then it is done as soon as the disk takes it. */
	async #offerAgain(outbox: Outbox, epoch: string): Promise<void> {
		this.#isOfferDue = true;
		await outbox.offerAgain(epoch).then(() => {
			this.#isOfferDue = false;
		}, this.#parts.onFailure);
	}

	/** Nothing that somebody may no longer read stays on this disk; what they wrote themselves waits for them. */
	async #purge(outbox: Outbox): Promise<void> {
		// A window that slept through the loss may have written one more, which the others have read by now.
		if (await outbox.setAside(RIGHT_LOST)) this.#parts.channel.post({ type: "outbox" });
		await this.#removeCaches(outbox.personId, null);
	}

	/** Of one person, all but one. */
	async #removeCaches(personId: string, kept: string | null): Promise<void> {
		const { caches } = this.#disk;
		const names = (await caches.names()).filter((name) => name !== kept && isOfPerson(name, personId));
		for (const name of names) await caches.remove(name);
	}

	async #openCacheOrMemory(generation: Generation, mayBeKept: boolean): Promise<TicketCache> {
		const { clock } = this.#parts;
		const onRebuilt = (code: HappeningCode) => void this.#disk.note(code);
		if (!mayBeKept) return openCache(makeMemoryCacheStores(), generation, { clock, onRebuilt });
		try {
			return await openCache(this.#disk.caches, generation, { clock, onRebuilt });
		} catch (error) {
			this.#disk.fallToMemory(`Tickets can’t be stored on this device: ${String(error)}`);
			await this.#disk.note("cache-in-memory");
			return openCache(this.#disk.caches, generation, { clock, onRebuilt });
		}
	}

	#makeViews(cache: TicketCache): ViewEngine {
		const person = this.#model.session?.person;
		const viewer = { personId: person?.id ?? null, teamIds: person?.teamIds ?? [] };
		return new ViewEngine(cache, viewer, this.#model.deskNow);
	}

	#makeVisits(cache: TicketCache): Visits {
		return new Visits({
			cache,
			http: this.#parts.http,
			now: this.#model.deskNow,
			canFetch: () => this.#canFetch(),
			onVisit: (dirty) => {
				const { generation } = this.#model;
				if (generation?.cache === cache) this.show(generation, dirty);
			},
			onMissed: () => this.#parts.onTouched("tickets"),
		});
	}

	#makeFiles(cache: TicketCache, session: Session): Pick<OpenGeneration, "chosenFiles" | "keptFiles"> {
		const chosenFiles = new ChosenFiles({
			store: this.#disk.store,
			personId: session.person?.id ?? "",
			maxBytes: () => this.#model.session?.attachmentBytes ?? ATTACHMENT_LIMITS.sizeBytes,
			now: this.#model.deskNow,
			makeId: this.#model.makeId,
		});
		const keptFiles = new KeptFiles({
			store: cache.store,
			chosen: chosenFiles,
			http: this.#parts.http,
			now: this.#model.deskNow,
			clock: this.#parts.clock,
			canFetch: () => this.#canFetch(),
			fullness: () => this.#disk.fullness(),
			onChange: () => this.#parts.onTouched("histories"),
		});
		return { chosenFiles, keptFiles };
	}

	#canFetch(): boolean {
		return ["live", "catching-up"].includes(this.#model.writer.connection.state);
	}

	#makeHistories(cache: TicketCache): Histories {
		return new Histories({
			store: cache.store,
			http: this.#parts.http,
			now: this.#model.deskNow,
			canStore: () => !this.#model.isSpaceShort,
			canFetch: () => this.#canFetch(),
			onChange: () => this.#parts.onTouched("histories"),
		});
	}
}

function aspectsOf(dirty: Dirty): readonly Aspect[] {
	const aspects = [...dirty.kinds].map((kind) => ASPECT_OF_KIND[kind]);
	return aspects.length > 0 ? [...aspects, "outbox"] : [];
}
