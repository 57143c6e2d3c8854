import { CallBook } from "../../../shared/notice/call-book.ts";
import { type Notice, NoticeBook, type NoticeReader } from "../../../shared/notice/notice-book.ts";
import { withoutLesser } from "../../../shared/notice/told-at-once.ts";
import { toWatchedTicket, type WatchedTicket } from "../../../shared/notice/watched-ticket.ts";
import { type CompiledDefinitions, compileDefinitions } from "../../../shared/sla/compile-definitions.ts";
import { type CallOff, type Clock, pass } from "../clock.ts";
import type { Aspect, Model, OpenGeneration } from "../engine/model.ts";
import { mayRead } from "../engine/rights.ts";
import { Serial } from "../serial.ts";
import { ticketsOfReader } from "./tickets-of-reader.ts";

export interface NoticeWatchOptions {
	readonly model: Model;
	readonly clock: Clock;
	readonly tell: (notices: readonly Notice[]) => void;
	readonly onFailure: (error: unknown) => void;
}

/** Changes are gathered for so long before they are looked at. */
const GATHER_MS = 500;
const LONGEST_WAIT_MS = 60_000;
/** So many tickets are read between two turns of everything else. */
const SLICE = 100;
/** More news than this at once is a long absence, not news: the watch begins anew. */
const MOST_CHANGES = 500;
const LOOKED_AT: ReadonlySet<Aspect> = new Set(["tickets", "definitions", "lifecycles", "session", "sync"]);

/**
 * What calls for the person at this workstation, of the tickets as they are shown here: so it is told without the desk
 * too, and not told of what was put right offline. Only the window that writes watches, so it is told once; what was
 * so when that window began is no news.
 */
export class NoticeWatch {
	readonly #options: NoticeWatchOptions;
	readonly #steps = new Serial();
	#book = new NoticeBook({ personId: null, teamIds: [] });
	#calls = new CallBook();
	/** Of whose tickets, in which cache, by which definitions; empty while nothing is watched. */
	#key = "";
	#definitions: CompiledDefinitions = compileDefinitions({ calendars: [], policies: [] });
	/** The tickets in the books, by id, with how they stood when they were read. */
	readonly #known = new Map<string, string>();
	#next: CallOff | null = null;
	#isLookingSoon = false;

	constructor(options: NoticeWatchOptions) {
		this.#options = options;
	}

	touch(...aspects: readonly Aspect[]): void {
		if (this.#isLookingSoon || !aspects.some((aspect) => LOOKED_AT.has(aspect))) return;
		this.#isLookingSoon = true;
		this.#options.clock.after(GATHER_MS, () => {
			this.#isLookingSoon = false;
			this.look();
		});
	}

	/** Takes in what has changed, and tells of what is due by now. */
	look(): void {
		void this.#steps.run(() => this.#look()).catch(this.#options.onFailure);
	}

	async #look(): Promise<void> {
		const { model, tell } = this.#options;
		this.#next?.();
		const reader = readerOf(model);
		const { generation } = model;
		if (!model.isWriter || !reader || !generation?.cache.isComplete) {
			this.#key = "";
			return;
		}
		const key = keyOf(generation, reader);
		const notices = await this.#takeIn(generation, reader, key);
		const now = model.deskNow();
		notices.push(...this.#book.tick(now), ...this.#calls.tick(now));
		const told = withoutLesser(notices);
		if (told.length > 0) tell(told);
		this.#wait(now);
	}

	/** Answers what is news at once. */
	async #takeIn(generation: OpenGeneration, reader: NoticeReader, key: string): Promise<Notice[]> {
		const { cache } = generation;
		const slots = new Map(
			ticketsOfReader(cache.columns, reader).map((slot) => [cache.columns.idOf(slot), slot]),
		);
		const changed = [...slots].filter(([id, slot]) => this.#known.get(id) !== stampOf(generation, id, slot));
		const isAnew = key !== this.#key || changed.length > MOST_CHANGES;
		if (isAnew) this.#begin(generation, reader, key);
		for (const id of [...this.#known.keys()].filter((known) => !slots.has(known))) this.#forget(id);
		const news: Notice[] = [];
		// Neighbours on the disk lie in one segment, which is read once for all of them.
		const wanted = (isAnew ? [...slots] : changed).sort(([, one], [, other]) => one - other);
		for (let from = 0; from < wanted.length; from += SLICE) {
			if (from > 0) await pass(this.#options.clock, 0);
			const part = wanted.slice(from, from + SLICE);
			const stamps = new Map(part.map(([id, slot]) => [id, stampOf(generation, id, slot)]));
			for (const [id, ticket] of await this.#read(generation, [...stamps.keys()])) {
				const notice = this.#note(ticket);
				this.#known.set(id, stamps.get(id) ?? "");
				if (notice && !isAnew) news.push(notice);
			}
		}
		return news;
	}

	#begin({ cache }: OpenGeneration, reader: NoticeReader, key: string): void {
		this.#key = key;
		this.#known.clear();
		this.#book = new NoticeBook(reader);
		this.#calls = new CallBook();
		this.#calls.setReader(reader);
		this.#definitions = compileDefinitions(cache.things.definitions);
	}

	/** One that comes to the person only now has passed what it has passed under somebody else. */
	#note(ticket: WatchedTicket): Notice | null {
		const now = this.#options.model.deskNow();
		if (this.#known.has(ticket.id)) {
			this.#calls.change(ticket);
			return this.#book.change(ticket, now);
		}
		this.#calls.meet(ticket, now);
		return this.#book.meet(ticket, now);
	}

	#forget(ticketId: string): void {
		this.#known.delete(ticketId);
		this.#book.remove(ticketId);
		this.#calls.remove(ticketId);
	}

	async #read(
		{ cache }: OpenGeneration,
		ticketIds: readonly string[],
	): Promise<readonly (readonly [string, WatchedTicket])[]> {
		const bases = await cache.readBases(ticketIds);
		const now = this.#options.model.deskNow();
		return ticketIds.flatMap((id) => {
			const ticket = cache.overlay.shownOf(id)?.ticket ?? bases.get(id);
			return ticket ? [[id, toWatchedTicket(ticket, this.#definitions, now)] as const] : [];
		});
	}

	#wait(now: number): void {
		const nextAt = Math.min(
			this.#book.nextDueAt() ?? Number.POSITIVE_INFINITY,
			this.#calls.nextAt() ?? Number.POSITIVE_INFINITY,
		);
		const waitMs = Math.min(LONGEST_WAIT_MS, Math.max(GATHER_MS, nextAt - now));
		this.#next = this.#options.clock.after(waitMs, () => this.look());
	}
}

function readerOf({ session }: Model): NoticeReader | null {
	if (!mayRead(session) || !session?.person) return null;
	return { personId: session.person.id, teamIds: session.person.teamIds };
}

/** Other definitions make other times of all that is open, and so does a version of them whose date has come. */
function keyOf({ name, cache }: OpenGeneration, { personId, teamIds }: NoticeReader): string {
	return [name, cache.clocks.key, personId, ...teamIds].join(" ");
}

/** Another one says that the ticket may be another than it was; what is edited here is always looked at. */
function stampOf({ cache }: OpenGeneration, ticketId: string, slot: number): string {
	const shown = cache.overlay.shownOf(ticketId);
	return shown
		? `here ${shown.ticket.updatedAt} ${shown.history.length}`
		: String(cache.columns.data.revision[slot]);
}
