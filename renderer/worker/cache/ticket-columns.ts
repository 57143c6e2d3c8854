import { TICKET_KINDS, type TicketKind } from "../../../shared/ticket/kinds.ts";
import { isOpenState } from "../../../shared/ticket/lifecycle.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import type { ClockFacts } from "./clock-columns.ts";
import { Dictionary } from "./dictionary.ts";
import { foldText } from "./fold-text.ts";
import { numberKey } from "./number-key.ts";

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
	sourceState: Uint32Array,
	/** The desk's revision, also where the columns show pending edits. */
	revision: Uint32Array,
	openedAt: Float64Array,
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
} as const;

/** A ticket that the desk does not know yet has no place in the cache's segments. */
export const NO_POSITION = -1;

/**
 * All tickets as columns, as shown: base ⊕ pending. A *slot* is a ticket's row in memory and never
 * moves; a *position* is its row in the segments on disk, the same in every window.
 */
export class TicketColumns {
	data: NumericColumns;
	size = 0;
	readonly people = new Dictionary();
	readonly teams = new Dictionary();
	readonly labels = new Dictionary();
	readonly ids: string[] = [];
	readonly numbers: string[] = [];
	readonly titles: string[] = [];
	readonly #searchTexts: (string | undefined)[] = [];
	readonly #slots = new Map<string, number>();
	readonly #positions: number[] = [];
	readonly #slotsByPosition: number[] = [];

	constructor(capacity = 1_024) {
		this.data = allocate(capacity);
	}

	/** How many rows the segments on disk have. */
	get positionCount(): number {
		return this.#slotsByPosition.length;
	}

	slotOf(ticketId: string): number | undefined {
		return this.#slots.get(ticketId);
	}

	slotAt(position: number): number | undefined {
		return this.#slotsByPosition[position];
	}

	positionOf(slot: number): number {
		return this.#positions[slot] ?? NO_POSITION;
	}

	isAlive(slot: number): boolean {
		return ((this.data.flags[slot] ?? 0) & FLAG.alive) !== 0;
	}

	/** A place in memory for a ticket, made when it is new. */
	ensureSlot(ticketId: string): number {
		const known = this.#slots.get(ticketId);
		if (known !== undefined) return known;
		const slot = this.size;
		this.reserve(slot + 1);
		this.size += 1;
		this.#slots.set(ticketId, slot);
		this.ids[slot] = ticketId;
		this.numbers[slot] = "";
		this.titles[slot] = "";
		this.#positions[slot] = NO_POSITION;
		return slot;
	}

	/** The next row on disk, for a ticket that has none: given in the order in which the desk sent them. */
	ensurePosition(slot: number): number {
		const known = this.#positions[slot] ?? NO_POSITION;
		if (known !== NO_POSITION) return known;
		const position = this.#slotsByPosition.length;
		this.#positions[slot] = position;
		this.#slotsByPosition.push(slot);
		return position;
	}

	/** Rows of a segment follow one another; a tombstone has no id and no slot of its own by id. */
	appendFromDisk(ids: readonly string[], numbers: readonly string[], titles: readonly string[]): number {
		const first = this.size;
		this.reserve(first + ids.length);
		for (const [row, ticketId] of ids.entries()) {
			const slot = first + row;
			this.ids[slot] = ticketId;
			this.numbers[slot] = numbers[row] ?? "";
			this.titles[slot] = titles[row] ?? "";
			this.#positions[slot] = this.#slotsByPosition.length;
			this.#slotsByPosition.push(slot);
			if (ticketId !== "") this.#slots.set(ticketId, slot);
		}
		this.size += ids.length;
		return first;
	}

	write(slot: number, ticket: Ticket, clock: ClockFacts, baseRevision: number): void {
		const { data } = this;
		data.kind[slot] = TICKET_KINDS.indexOf(ticket.kind);
		data.state[slot] = ticket.state;
		data.hold[slot] = ticket.holdReason ?? 0;
		data.priority[slot] = ticket.priority;
		data.impact[slot] = ticket.impact;
		data.urgency[slot] = ticket.urgency;
		data.flags[slot] = flagsOf(ticket, clock);
		data.team[slot] = this.teams.codeOf(ticket.teamId);
		data.assignee[slot] = this.people.codeOf(ticket.assigneeId);
		data.caller[slot] = this.people.codeOf(ticket.callerId);
		data.sourceState[slot] = this.labels.codeOf(ticket.sourceState);
		data.revision[slot] = baseRevision;
		data.openedAt[slot] = ticket.openedAt;
		data.updatedAt[slot] = ticket.updatedAt;
		data.dueAt[slot] = clock.dueAt;
		data.breachedAt[slot] = clock.breachedAt;
		if (this.numbers[slot] !== ticket.number) {
			this.numbers[slot] = ticket.number;
			data.numberKey[slot] = numberKey(ticket.kind, ticket.number);
		}
		if (this.titles[slot] !== ticket.shortDescription) {
			this.titles[slot] = ticket.shortDescription;
			this.#searchTexts[slot] = undefined;
		}
	}

	/** Leaves a tombstone: the place stays, nothing of the ticket does. */
	erase(slot: number): void {
		this.#slots.delete(this.ids[slot] ?? "");
		this.data.flags[slot] = 0;
		this.data.revision[slot] = 0;
		this.ids[slot] = "";
		this.numbers[slot] = "";
		this.titles[slot] = "";
		this.#searchTexts[slot] = undefined;
	}

	kindOf(slot: number): TicketKind {
		return TICKET_KINDS[this.data.kind[slot] ?? 0] ?? "incident";
	}

	/** The title folded for search; made when first asked for. */
	searchText(slot: number): string {
		const known = this.#searchTexts[slot];
		if (known !== undefined) return known;
		const made = foldText(this.titles[slot] ?? "");
		this.#searchTexts[slot] = made;
		return made;
	}

	reserve(size: number): void {
		const capacity = this.data.kind.length;
		if (size <= capacity) return;
		const grown = allocate(Math.max(size, Math.ceil(capacity * 1.5)));
		for (const name of NUMERIC_NAMES) grown[name].set(this.data[name]);
		this.data = grown;
	}
}

function allocate(capacity: number): NumericColumns {
	const entries = NUMERIC_NAMES.map((name) => [name, new NUMERIC_COLUMNS[name](capacity)] as const);
	return Object.fromEntries(entries) as unknown as NumericColumns;
}

function flagsOf(ticket: Ticket, clock: ClockFacts): number {
	return (
		FLAG.alive |
		(isOpenState(ticket.kind, ticket.state) ? FLAG.open : 0) |
		(clock.stage === "paused" ? FLAG.paused : 0) |
		(clock.stage === "in-progress" ? FLAG.running : 0)
	);
}
