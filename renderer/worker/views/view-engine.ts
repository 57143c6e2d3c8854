import type { Person } from "../../../shared/api/directory.ts";
import { isActing } from "../../../shared/approval/delegation.ts";
import { searchWords } from "../../../shared/search/fold-text.ts";
import { isSeries } from "../../../shared/search/parse-search.ts";
import { ticketKinds } from "../../../shared/ticket/known-lifecycles.ts";
import type { Dirty, TicketCache } from "../cache/ticket-cache.ts";
import { rankMatches } from "../search/rank-matches.ts";
import { explain } from "../search/reasons.ts";
import { planSearch, type SearchPlan } from "../search/search-plan.ts";
import { SimilarTickets } from "../similar/similar-tickets.ts";
import { countByPriority, countTickets, type TicketCounts } from "./counts.ts";
import { findFollowUps } from "./find-follow-ups.ts";
import { type NameLists, nameListsOf } from "./name-lists.ts";
import { orderKeys } from "./order-keys.ts";
import { makeRow, type RowContext } from "./queue-row.ts";
import { SlotOrder } from "./slot-order.ts";
import {
	DELEGATORS,
	type FilterInput,
	findMatches,
	type Narrowed,
	type Viewer,
	type ViewerNow,
} from "./view-filter.ts";
import type {
	Neighbour,
	Neighbours,
	QueueRow,
	SearchFindings,
	SearchReading,
	ViewOrder,
	ViewQuery,
	ViewWindow,
} from "./view-protocol.ts";

const MAX_WINDOW = 200;
const KEPT_MATCHES = 8;
/** Each is four bytes a ticket. */
const KEPT_ORDERS = 24;
const BY_NUMBER: ViewOrder = { by: "number", isDescending: false };
const EVERYTHING: Omit<ViewQuery, "kinds" | "text"> = {
	states: [],
	isOpen: false,
	priorities: [],
	teamIds: [],
	assigneeIds: [],
	isMyTeams: false,
	isBreachingNext: false,
	order: { by: "updatedAt", isDescending: true },
};
/** What a head of the list may be pressed for, the likeliest first: sorted ahead, while nothing else is asked. */
const SORTED_AHEAD: readonly ViewOrder["by"][] = [
	"number",
	"priority",
	"dueAt",
	"updatedAt",
	"shortDescription",
	"state",
	"assignee",
	"team",
	"caller",
];
/** Letters, a number, a word that nothing has, a filter: each goes a way of its own. */
const REHEARSED = ["e", "in", "inc1", "10", "on the", "xqzvyk", "is:open"];
/** Titles made ready for search in one step of warming: some 10 ms. */
const PREPARED_A_STEP = 50_000;
/** Of fewer tickets everything is made in a few milliseconds, when it is asked for. */
const WORTH_WARMING = 1_000;
const MINUTE_MS = 60_000;

export interface ViewSlice {
	readonly total: number;
	readonly from: number;
	readonly rows: readonly QueueRow[];
	readonly reading: SearchReading;
}

/** What was found for a query, and what its text was taken for. */
interface Matches {
	readonly slots: Uint32Array;
	readonly plan: SearchPlan;
}

/**
 * Answers views from the columns: orders are kept sorted, filters scan in that order, and the
 * matches of the last few queries are kept until something changes.
 */
export class ViewEngine {
	readonly similar: SimilarTickets;
	readonly #cache: TicketCache;
	readonly #viewer: Viewer;
	readonly #now: () => number;
	readonly #orders = new Map<string, SlotOrder>();
	readonly #matches = new Map<string, Matches>();
	#questions = 0;
	#delegations: { readonly version: number; readonly ofPeople: readonly Person[] } | null = null;
	#names: NameLists | null = null;

	constructor(cache: TicketCache, viewer: Viewer, now: () => number) {
		this.#cache = cache;
		this.#viewer = viewer;
		this.#now = now;
		this.similar = new SimilarTickets(cache);
	}

	/** How often something was asked that had not been asked before. */
	get questions(): number {
		return this.#questions;
	}

	/** Something changed: kept matches are void, orders merge it in. */
	note(dirty: Dirty): void {
		this.#matches.clear();
		for (const order of this.#orders.values()) order.note(dirty.slots);
		this.similar.note(dirty.slots);
	}

	slice(query: ViewQuery, window: ViewWindow): ViewSlice {
		const { slots: matches, plan } = this.#matchesOf(query);
		const from = Math.max(0, Math.min(window.from, Math.max(0, matches.length - 1)));
		const count = Math.min(window.count, MAX_WINDOW);
		const context = this.rowContext();
		const rows = Array.from(matches.subarray(from, from + count), (slot) => makeRow(context, slot));
		return { total: matches.length, from, rows, reading: plan.reading };
	}

	/** The best of all tickets for what was typed, of whatever kind and closed ones too, and why each was found. */
	search(text: string, limit: number): SearchFindings {
		const { slots, plan } = this.#matchesOf({ ...EVERYTHING, kinds: ticketKinds(), text: text.trim() });
		const { reading } = plan;
		if (plan.wanted.length + plan.excluded.length + plan.tests.length === 0)
			return { total: 0, hits: [], reading };
		const input = this.#filterInput();
		const best = rankMatches(slots, plan, input, Math.min(limit, MAX_WINDOW));
		const reasons = explain(best, plan, input);
		const context = this.rowContext();
		const hits = best.map((slot, index) => ({
			row: makeRow(context, slot),
			reasons: reasons[index] ?? [],
		}));
		return { total: slots.length, hits, reading };
	}

	/** How many match, without putting them in order. */
	count(query: ViewQuery): number {
		const kept = this.#matches.get(this.#keyOf(query));
		if (kept) return kept.slots.length;
		const input = this.#filterInput();
		return countFound(findMatches(query, planSearch(query.text, input), input, null));
	}

	/** All matching slots, in the query's order. */
	matches(query: ViewQuery): Uint32Array {
		return this.#matchesOf(query).slots;
	}

	#matchesOf(query: ViewQuery): Matches {
		const key = this.#keyOf(query);
		const kept = this.#matches.get(key);
		if (kept) return kept;
		this.#questions += 1;
		const input = this.#filterInput();
		const plan = planSearch(query.text, input);
		const narrowed = this.#narrowed(query, plan);
		const found = findMatches(query, plan, input, narrowed);
		const matches = { slots: pick(narrowed?.slots ?? this.#ordered(query.order), found), plan };
		this.#matches.set(key, matches);
		dropOldest(this.#matches, KEPT_MATCHES);
		return matches;
	}

	/** What depends on the time of day is asked anew each minute. */
	#keyOf(query: ViewQuery): string {
		const isOfNow =
			query.isBreachingNext || query.assigneeIds.includes(DELEGATORS) || query.text.includes(":");
		const minute = isOfNow ? Math.floor(this.#now() / MINUTE_MS) : "";
		return `${JSON.stringify(query)}${minute}`;
	}

	/** Typing on narrows: the next letter is looked for among what the last one found. */
	#narrowed(query: ViewQuery, plan: SearchPlan): Narrowed | null {
		if (!canNarrow(query.text) || plan.reading.near.length > 0) return null;
		for (let length = query.text.length - 1; length > 0; length -= 1) {
			const text = query.text.slice(0, length);
			const before = this.#matches.get(this.#keyOf({ ...query, text }));
			if (before?.plan.reading.near.length === 0) return { slots: before.slots, text };
		}
		return null;
	}

	indexOf(query: ViewQuery, ticketId: string): number | null {
		const slot = this.#cache.columns.slotOf(ticketId);
		const index = slot === undefined ? -1 : this.matches(query).indexOf(slot);
		return index < 0 ? null : index;
	}

	/** The ids of some rows of a view, in its order: as many as are asked for. */
	idsOf(query: ViewQuery, { from, count }: ViewWindow): readonly string[] {
		const slots = this.matches(query).subarray(from, from + count);
		return Array.from(slots, (slot) => this.#cache.columns.idOf(slot));
	}

	/** The tickets before and after one. One that has left the view has those around the place it had. */
	around(query: ViewQuery, ticketId: string, placeBefore: number): Neighbours {
		const matches = this.matches(query);
		const place = this.indexOf(query, ticketId);
		const next = place === null ? Math.max(0, Math.min(placeBefore, matches.length)) : place + 1;
		return {
			ticketId,
			place,
			total: matches.length,
			before: this.#neighbourAt(matches, (place ?? next) - 1),
			after: this.#neighbourAt(matches, next),
		};
	}

	#neighbourAt(matches: Uint32Array, place: number): Neighbour | null {
		const slot = matches[place];
		if (slot === undefined) return null;
		const { columns } = this.#cache;
		return { id: columns.idOf(slot), number: columns.numberOf(slot), place };
	}

	rowOf(ticketId: string): QueueRow | null {
		const slot = this.#cache.columns.slotOf(ticketId);
		return slot === undefined ? null : makeRow(this.rowContext(), slot);
	}

	rowContext(): RowContext {
		const { people, teams, cis } = this.#nameLists();
		return {
			columns: this.#cache.columns,
			overlay: this.#cache.overlay,
			people: people.names,
			teams: teams.names,
			cis: cis.names,
			now: this.#now(),
		};
	}

	counts(): TicketCounts {
		return countTickets(this.#cache.columns, this.#viewerNow(), this.#now());
	}

	/** Open tickets by priority, 1 first. */
	countByPriority(): readonly number[] {
		return countByPriority(this.#cache.columns);
	}

	/** The viewer's and their teams' tickets that are to be looked at by then, the longest due first. */
	followUpsUntil(until: number): readonly QueueRow[] {
		const slots = findFollowUps(this.#cache.columns, this.#viewer, until);
		const context = this.rowContext();
		return slots.map((slot) => makeRow(context, slot));
	}

	/** Makes ahead what the first keystroke and the first sort would otherwise wait for, step by step. */
	*warm(): Generator<void> {
		if (this.#cache.columns.size < WORTH_WARMING) return;
		while (this.#cache.columns.titles.prepare(PREPARED_A_STEP)) yield;
		yield* this.#rehearse();
		for (const isDescending of [false, true]) {
			for (const by of SORTED_AHEAD) {
				yield* this.#orderOf({ by, isDescending }).prepare(this.#cache.columns.size);
				yield;
			}
		}
		yield* this.similar.prepare();
	}

	/** Searches as somebody would, for nothing: what has not run yet runs several times slower at first. */
	*#rehearse(): Generator<void> {
		const input = this.#filterInput();
		for (const text of REHEARSED) {
			yield;
			const query = { ...EVERYTHING, kinds: [], text };
			const found = findMatches(query, planSearch(text, input), input, null);
			pick(this.#ordered(query.order), found);
		}
	}

	/** The slot of a ticket by number, however it is written. */
	slotOfNumber(number: string): number | undefined {
		const wanted = number.trim().toUpperCase();
		return this.#cache.columns.slotOfNumber(wanted);
	}

	#filterInput(): FilterInput {
		const { people, teams, cis } = this.#nameLists();
		const byNumber = () => this.#ordered(BY_NUMBER);
		const viewer = this.#viewerNow();
		return { columns: this.#cache.columns, people, teams, cis, viewer, now: this.#now(), byNumber };
	}

	/** Who looks, with those for whom they decide at this moment. */
	#viewerNow(): ViewerNow {
		const { things } = this.#cache;
		const { personId } = this.#viewer;
		const now = this.#now();
		if (this.#delegations?.version !== things.namesVersion) {
			const ofPeople = [...things.people.values()].filter(
				({ delegation }) => delegation?.personId === personId,
			);
			this.#delegations = { version: things.namesVersion, ofPeople };
		}
		const acting = this.#delegations.ofPeople.filter(
			({ delegation }) => delegation && isActing(delegation, now),
		);
		return { ...this.#viewer, delegatorIds: acting.map(({ id }) => id) };
	}

	#ordered(order: ViewOrder): Uint32Array {
		return this.#orderOf(order).slots(this.#cache.columns.size);
	}

	#orderOf(order: ViewOrder): SlotOrder {
		const { columns } = this.#cache;
		const names = this.#nameLists();
		const isNamed = order.by === "team" || order.by === "assignee" || order.by === "caller";
		const key = `${order.by} ${order.isDescending} ${isNamed ? names.version : ""}`;
		const kept = this.#orders.get(key);
		if (kept) return kept;
		const isAlive = (slot: number) => columns.isAlive(slot);
		const isBase = order.by === "number" && !order.isDescending;
		const byNumber = isBase ? null : () => this.#ordered(BY_NUMBER);
		const made = new SlotOrder(isAlive, orderKeys(order, columns, names), byNumber);
		this.#orders.set(key, made);
		dropOldest(this.#orders, KEPT_ORDERS);
		return made;
	}

	#nameLists(): NameLists {
		this.#names = nameListsOf(this.#cache, this.#names);
		return this.#names;
	}
}

/**
 * Only plain words narrow letter by letter. Numbers do not (`00` is the beginning of more than `001` goes on
 * from), nor do filters, which begin as words, nor the letters that all numbers of a series begin with.
 */
function canNarrow(text: string): boolean {
	return /^[\p{L}\s]*$/u.test(text) && !searchWords(text).some(isSeries);
}

/** Those of `ordered` that were found, in their order. */
function pick(ordered: Uint32Array, found: Uint8Array): Uint32Array {
	const picked = new Uint32Array(countFound(found));
	let count = 0;
	for (let index = 0; index < ordered.length; index += 1) {
		const slot = ordered[index] ?? 0;
		if (found[slot] !== 1) continue;
		picked[count] = slot;
		count += 1;
	}
	return picked;
}

function countFound(found: Uint8Array): number {
	let matching = 0;
	for (let slot = 0; slot < found.length; slot += 1) matching += found[slot] ?? 0;
	return matching;
}

function dropOldest(map: Map<string, unknown>, keep: number): void {
	for (const key of map.keys()) {
		if (map.size <= keep) return;
		map.delete(key);
	}
}
