import { TICKET_KINDS } from "../../../shared/ticket/kinds.ts";
import type { TicketCache } from "../cache/ticket-cache.ts";
import { FLAG } from "../cache/ticket-columns.ts";
import { ShownTickets } from "./shown-tickets.ts";

const CHANGE = TICKET_KINDS.indexOf("change");

/** What a ticket is about: strings are shared, as few CIs have most tickets. */
interface Subject {
	readonly ciId: string | null;
	readonly serviceId: string | null;
}

/** The open tickets that name a CI. Columns don't hold that, so the rows themselves are read, each once. */
class CiTickets {
	readonly #cache: TicketCache;
	readonly #subjects: ShownTickets<Subject>;
	#before: Promise<unknown> = Promise.resolve();

	constructor(cache: TicketCache) {
		this.#cache = cache;
		this.#subjects = new ShownTickets(cache, ({ ciId, serviceId }) => ({ ciId, serviceId }));
	}

	/** Slots; changes apart from all others. */
	naming(ciId: string): Promise<{ readonly changes: readonly number[]; readonly others: readonly number[] }> {
		// One after the other: the second finds read what the first has read.
		const made = this.#before.then(() => this.#naming(ciId));
		this.#before = made.catch(() => undefined); // who asked for it hears of it
		return made;
	}

	async #naming(ciId: string) {
		const { columns } = this.#cache;
		const { kind, flags } = columns.data;
		const open: number[] = [];
		for (let slot = 0; slot < columns.size; slot += 1)
			if (columns.isAlive(slot) && ((flags[slot] ?? 0) & FLAG.open) !== 0) open.push(slot);
		const changes: number[] = [];
		const others: number[] = [];
		for (const slot of this.#subjects.inOrder(open)) {
			const subject = await this.#subjects.at(slot);
			if (subject?.ciId !== ciId && subject?.serviceId !== ciId) continue;
			(kind[slot] === CHANGE ? changes : others).push(slot);
		}
		return { changes, others };
	}
}

const kept = new WeakMap<TicketCache, CiTickets>();

/** Of a cache: the same ones, so that what was read once is known. */
export function ciTicketsOf(cache: TicketCache): CiTickets {
	const known = kept.get(cache);
	if (known) return known;
	const made = new CiTickets(cache);
	kept.set(cache, made);
	return made;
}
