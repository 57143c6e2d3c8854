import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import { kindAt, kindIndex } from "../../../shared/ticket/known-lifecycles.ts";
import { isOpenState } from "../../../shared/ticket/lifecycle.ts";
import { MAJOR_STATE } from "../../../shared/ticket/lifecycles/major-fields.ts";
import { TAGS } from "../../../shared/ticket/parts/common-fields.ts";
import { countHandovers, endOf } from "../../../shared/ticket/passage.ts";
import { DUPLICATE_OF } from "../../../shared/ticket/relations.ts";
import { fieldValue, type Ticket } from "../../../shared/ticket/ticket.ts";
import type { ClockFacts } from "./clock-columns.ts";
import { Dictionary } from "./dictionary.ts";
import { FollowUps } from "./follow-ups.ts";
import { numberKey, seriesOfNumber } from "./number-key.ts";
import { PackedIds } from "./packed-ids.ts";
import { TicketNumbers } from "./ticket-numbers.ts";
import { Titles } from "./titles.ts";

/** The numeric columns and how wide each is. */
export const NUMERIC_COLUMNS = {
	kind: Uint8Array,
	state: Int16Array,
	hold: Uint8Array,
	priority: Uint8Array,
	impact: Uint8Array,
	urgency: Uint8Array,
	flags: Uint8Array,
	team: Uint32Array,
	assignee: Uint32Array,
	caller: Uint32Array,
	ci: Uint32Array,
	service: Uint32Array,
	sourceState: Uint32Array,
	parent: Uint32Array,
	problem: Uint32Array,
	/** The ticket that stands for this one, a duplicate of it. */
	original: Uint32Array,
	/** All tags of the ticket as one: few sets are different. */
	tags: Uint32Array,
	/** The desk's revision, also where the columns show pending edits. */
	revision: Uint32Array,
	/** How often it went from one team to another, 255 at most. */
	handovers: Uint8Array,
	openedAt: Float64Array,
	/** When it was resolved, closed or canceled for the last time; `NaN` while it needs work. */
	endedAt: Float64Array,
	updatedAt: Float64Array,
	dueAt: Float64Array,
	breachedAt: Float64Array,
	numberKey: Float64Array,
} as const;

export type NumericColumn = keyof typeof NUMERIC_COLUMNS;
export const NUMERIC_NAMES = Object.keys(NUMERIC_COLUMNS) as readonly NumericColumn[];
export type NumericColumns = {
	readonly [Name in NumericColumn]: InstanceType<(typeof NUMERIC_COLUMNS)[Name]>;
};

export const FLAG = {
	/** The row is a ticket: not a tombstone. */
	alive: 1,
	/** It still needs work. */
	open: 2,
	/** Its clock is paused. */
	paused: 4,
	/** Its clock is running. */
	running: 8,
	/** The clock that is due first is that of the answer. */
	response: 16,
	/** A problem whose cause is known, with a way around it but no fix yet. */
	knownError: 32,
	/** Somebody wants it to be a major incident. */
	proposed: 64,
	/** It is one. */
	major: 128,
} as const;

/** More than a column of bytes can tell. */
const MOST_HANDOVERS = 255;

/** A ticket that the desk does not know yet has no place in the cache's segments. */
export const NO_POSITION = -1;

/** Ids, numbers and titles of a stretch of rows, packed. */
export interface PackedRows {
	readonly idWords: Uint32Array;
	/** Ids that are no UUIDs, by row. */
	readonly otherIds: readonly (readonly [number, string])[];
	/** Numbers that their key does not tell, by row. */
	readonly otherNumbers: readonly (readonly [number, string])[];
	/** UTF-8, one after the other. */
	readonly titleBytes: Uint8Array;
	readonly titleLengths: Uint16Array;
}

/**
 * All tickets as columns, as shown: base ⊕ pending. A *slot* is a ticket's row in memory and never
 * moves; a *position* is its row in the segments on disk, the same in every window.
 */
export class TicketColumns {
	data: NumericColumns;
	size = 0;
	readonly people = new Dictionary();
	readonly teams = new Dictionary();
	readonly cis = new Dictionary();
	readonly labels = new Dictionary();
	/** Ids of the tickets that others are pieces of, or are caused by. */
	readonly others = new Dictionary();
	/** Sets of tags, as a ticket has them together. */
	readonly tagSets = new Dictionary();
	readonly titles = new Titles();
	/** When a ticket is to be looked at again. */
	readonly followUps = new FollowUps();
	/** How many rows the segments on disk have. */
	positionCount = 0;
	readonly #ids = new PackedIds();
	readonly #numbers = new TicketNumbers();
	#positions = new Int32Array(0);
	#slotsByPosition = new Int32Array(0);

	constructor(capacity = 1_024) {
		this.data = allocate(0);
		this.reserve(capacity);
	}

	slotOf(ticketId: string): number | undefined {
		return this.#ids.slotOf(ticketId);
	}

	/** Empty for a tombstone. */
	idOf(slot: number): string {
		return this.#ids.idOf(slot);
	}

	/** A provisional `NEW-3` until the desk has numbered it. */
	numberOf(slot: number): string {
		return this.isAlive(slot) ? this.#numbers.get(slot, this.data.numberKey[slot] ?? 0) : "";
	}

	/** The ticket of this number, exactly as it is written. */
	slotOfNumber(number: string): number | undefined {
		const other = this.#numbers.find(number).find((slot) => this.isAlive(slot));
		if (other !== undefined) return other;
		// Where a number says of which series it is, its kind decides nothing.
		const isOfSeries = seriesOfNumber(number) !== undefined;
		const slot = isOfSeries ? this.data.numberKey.indexOf(numberKey("incident", number)) : -1;
		return slot >= 0 && this.numberOf(slot) === number ? slot : undefined;
	}

	slotAt(position: number): number | undefined {
		return position < this.positionCount ? this.#slotsByPosition[position] : undefined;
	}

	positionOf(slot: number): number {
		return this.#positions[slot] ?? NO_POSITION;
	}

	isAlive(slot: number): boolean {
		return ((this.data.flags[slot] ?? 0) & FLAG.alive) !== 0;
	}

	/** A place in memory for a ticket, made when it is new. */
	ensureSlot(ticketId: string): number {
		const known = this.#ids.slotOf(ticketId);
		if (known !== undefined) return known;
		const slot = this.size;
		this.reserve(slot + 1);
		this.size += 1;
		this.#ids.set(slot, ticketId);
		return slot;
	}

	/** The next row on disk, for a ticket that has none: given in the order in which the desk sent them. */
	ensurePosition(slot: number): number {
		const known = this.positionOf(slot);
		return known === NO_POSITION ? this.#placeNext(slot) : known;
	}

	/** Rows of a segment follow one another; a tombstone has no id and no slot of its own by id. */
	appendFromDisk(count: number, texts: PackedRows): number {
		const first = this.size;
		this.reserve(first + count);
		this.size += count;
		this.#ids.setWords(first, texts.idWords);
		for (const [row, id] of texts.otherIds) this.#ids.set(first + row, id);
		this.#numbers.setOthers(first, texts.otherNumbers);
		this.titles.setMany(first, texts.titleBytes, texts.titleLengths);
		for (let slot = first; slot < this.size; slot += 1) this.#placeNext(slot);
		return first;
	}

	/** What of some rows is not numbers, as it lies on disk. */
	packRows(slots: readonly number[]): PackedRows {
		const { bytes, lengths } = this.titles.pick(slots);
		return {
			idWords: this.#ids.wordsOf(slots),
			otherIds: this.#ids.othersOf(slots),
			otherNumbers: this.#numbers.othersOf(slots),
			titleBytes: bytes,
			titleLengths: lengths,
		};
	}

	write(slot: number, ticket: Ticket, clock: ClockFacts, baseRevision: number): void {
		const { data } = this;
		data.kind[slot] = Math.max(0, kindIndex(ticket.kind));
		data.state[slot] = ticket.state;
		data.hold[slot] = ticket.holdReason ?? 0;
		data.priority[slot] = ticket.priority;
		data.impact[slot] = ticket.impact;
		data.urgency[slot] = ticket.urgency;
		data.flags[slot] = flagsOf(ticket, clock);
		data.team[slot] = this.teams.codeOf(ticket.teamId);
		data.assignee[slot] = this.people.codeOf(ticket.assigneeId);
		data.caller[slot] = this.people.codeOf(ticket.callerId);
		data.ci[slot] = this.cis.codeOf(ticket.ciId);
		data.service[slot] = this.cis.codeOf(ticket.serviceId);
		data.sourceState[slot] = this.labels.codeOf(ticket.sourceState);
		data.parent[slot] = this.others.codeOf(ticket.parentId);
		data.problem[slot] = this.others.codeOf(ticket.problemId);
		data.original[slot] = this.others.codeOf(originalOf(ticket));
		data.tags[slot] = this.tagSets.codeOf(tagsOf(ticket));
		data.revision[slot] = baseRevision;
		data.handovers[slot] = Math.min(MOST_HANDOVERS, countHandovers(ticket));
		data.openedAt[slot] = ticket.openedAt;
		data.endedAt[slot] = endOf(ticket) ?? Number.NaN;
		data.updatedAt[slot] = ticket.updatedAt;
		data.dueAt[slot] = clock.dueAt;
		data.breachedAt[slot] = clock.breachedAt;
		const key = numberKey(ticket.kind, ticket.number);
		data.numberKey[slot] = key;
		this.#numbers.set(slot, { number: ticket.number, key });
		if (this.titles.get(slot) !== ticket.shortDescription) this.titles.set(slot, ticket.shortDescription);
		this.followUps.note(slot, ticket);
	}

	/** The clocks of a ticket became others, nothing else did; answers whether anything is other now. */
	writeClock(slot: number, ticket: Ticket, clock: ClockFacts): boolean {
		const { data } = this;
		const flags = flagsOf(ticket, clock);
		const isSame =
			data.flags[slot] === flags &&
			Object.is(data.dueAt[slot], clock.dueAt) &&
			Object.is(data.breachedAt[slot], clock.breachedAt);
		data.flags[slot] = flags;
		data.dueAt[slot] = clock.dueAt;
		data.breachedAt[slot] = clock.breachedAt;
		return !isSame;
	}

	/** Leaves a tombstone: the place stays, nothing of the ticket does. */
	erase(slot: number): void {
		this.#ids.remove(slot);
		this.#numbers.remove(slot);
		this.followUps.remove(slot);
		this.titles.set(slot, "");
		this.data.flags[slot] = 0;
		this.data.revision[slot] = 0;
		this.data.numberKey[slot] = 0;
	}

	/** The living tickets that name this one there, in the order of their places. */
	naming(ticketId: string, where: "parent" | "problem" | "original"): readonly number[] {
		const code = this.others.find(ticketId);
		if (code === 0) return [];
		const column = this.data[where];
		const slots: number[] = [];
		for (
			let slot = column.indexOf(code);
			slot >= 0 && slot < this.size;
			slot = column.indexOf(code, slot + 1)
		)
			if (this.isAlive(slot)) slots.push(slot);
		return slots;
	}

	kindOf(slot: number): TicketKind {
		return kindAt(this.data.kind[slot] ?? 0) ?? "incident";
	}

	reserve(size: number): void {
		const capacity = this.data.kind.length;
		if (size <= capacity) return;
		const wanted = Math.max(size, Math.ceil(capacity * 1.5));
		const grown = allocate(wanted);
		for (const name of NUMERIC_NAMES) grown[name].set(this.data[name]);
		this.data = grown;
		this.#ids.reserve(wanted);
		this.titles.reserve(wanted);
		this.#positions = grownFrom(this.#positions, wanted);
		this.#slotsByPosition = grownFrom(this.#slotsByPosition, wanted);
	}

	#placeNext(slot: number): number {
		const position = this.positionCount;
		this.#positions[slot] = position;
		this.#slotsByPosition[position] = slot;
		this.positionCount += 1;
		return position;
	}
}

function grownFrom(before: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
	const grown = new Int32Array(capacity).fill(NO_POSITION);
	grown.set(before);
	return grown;
}

function allocate(capacity: number): NumericColumns {
	const entries = NUMERIC_NAMES.map((name) => [name, new NUMERIC_COLUMNS[name](capacity)] as const);
	return Object.fromEntries(entries) as unknown as NumericColumns;
}

function flagsOf(ticket: Ticket, clock: ClockFacts): number {
	const isOpen = isOpenState(ticket.kind, ticket.state);
	return (
		FLAG.alive |
		(isOpen ? FLAG.open : 0) |
		(clock.stage === "paused" ? FLAG.paused : 0) |
		(clock.stage === "in-progress" ? FLAG.running : 0) |
		(clock.isResponse ? FLAG.response : 0) |
		(isOpen && fieldValue(ticket, "$isKnownError") === 1 ? FLAG.knownError : 0) |
		majorFlagOf(ticket)
	);
}

function originalOf(ticket: Ticket): string | null {
	const original = fieldValue(ticket, DUPLICATE_OF);
	return typeof original === "string" ? original : null;
}

function tagsOf(ticket: Ticket): string | null {
	const tags = fieldValue(ticket, TAGS);
	return typeof tags === "string" && tags !== "" ? tags : null;
}

function majorFlagOf(ticket: Ticket): number {
	if (ticket.kind !== "incident") return 0;
	if (ticket.$majorState === MAJOR_STATE.accepted) return FLAG.major;
	return ticket.$majorState === MAJOR_STATE.proposed ? FLAG.proposed : 0;
}
