import { TICKET_KINDS } from "../../../shared/ticket/kinds.ts";
import { isOpenState } from "../../../shared/ticket/lifecycle.ts";
import { CHANGE_STATE, CHANGE_TYPE } from "../../../shared/ticket/lifecycles/change.ts";
import type { EpochMs, Ticket } from "../../../shared/ticket/ticket.ts";
import type { TicketCache } from "../cache/ticket-cache.ts";
import { FLAG } from "../cache/ticket-columns.ts";
import type { PlannedRow } from "../protocol.ts";
import { ShownTickets } from "./shown-tickets.ts";

const CHANGE = TICKET_KINDS.indexOf("change");

/**
 * The windows of changes, as shown. Columns don't hold them, as few tickets are changes: the rows
 * themselves are read, each once until it changes.
 */
export class ChangePlan {
	readonly #cache: TicketCache;
	readonly #tickets: ShownTickets<Ticket>;
	#before: Promise<unknown> = Promise.resolve();

	constructor(cache: TicketCache) {
		this.#cache = cache;
		this.#tickets = new ShownTickets(cache, (ticket) => ticket);
	}

	/** All open changes with a window, and those that ended with one that reaches beyond `from`; by begin. */
	rows(from: EpochMs): Promise<readonly PlannedRow[]> {
		// One after the other: the second finds read what the first has read.
		const made = this.#before.then(() => this.#rows(from));
		this.#before = made.catch(() => undefined); // who asked for it hears of it
		return made;
	}

	async #rows(from: EpochMs): Promise<readonly PlannedRow[]> {
		const rows: PlannedRow[] = [];
		for (const slot of this.#slots(from)) {
			const ticket = await this.#tickets.at(slot);
			if (ticket) rows.push(...planned(ticket));
		}
		return rows
			.filter(({ endAt, isOver }) => !isOver || endAt >= from)
			.sort((one, other) => one.startAt - other.startAt || (one.number < other.number ? -1 : 1));
	}

	#slots(from: EpochMs): readonly number[] {
		const { columns } = this.#cache;
		const { kind, flags, state, updatedAt } = columns.data;
		const slots: number[] = [];
		for (let slot = 0; slot < columns.size; slot += 1) {
			if (kind[slot] !== CHANGE || !columns.isAlive(slot) || state[slot] === CHANGE_STATE.canceled) continue;
			const isOpen = ((flags[slot] ?? 0) & FLAG.open) !== 0;
			// Nobody closes a change long before its window.
			if (isOpen || (updatedAt[slot] ?? 0) >= from) slots.push(slot);
		}
		return this.#tickets.inOrder(slots);
	}
}

const plans = new WeakMap<TicketCache, ChangePlan>();

/** The plan of a cache: the same one, so that what was read once is known. */
export function changePlanOf(cache: TicketCache): ChangePlan {
	const known = plans.get(cache);
	if (known) return known;
	const made = new ChangePlan(cache);
	plans.set(cache, made);
	return made;
}

function planned(ticket: Ticket): readonly PlannedRow[] {
	const { $plannedStartAt: startAt, $plannedEndAt: endAt, $type, $risk } = ticket;
	if (typeof startAt !== "number" || typeof endAt !== "number" || startAt >= endAt) return [];
	return [
		{
			ticketId: ticket.id,
			number: ticket.number,
			shortDescription: ticket.shortDescription,
			state: ticket.state,
			type: typeof $type === "string" ? $type : CHANGE_TYPE.normal,
			risk: typeof $risk === "number" ? $risk : null,
			ciId: ticket.ciId,
			assigneeId: ticket.assigneeId,
			startAt,
			endAt,
			isOnHold: ticket.$isOnHold === 1,
			isOver: !isOpenState(ticket.kind, ticket.state) || ticket.state === CHANGE_STATE.review,
		},
	];
}
