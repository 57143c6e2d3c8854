import type { NewTicket } from "../../renderer/worker/protocol.ts";
import { possibleMoves } from "../../shared/ticket/judge.ts";
import { CLOSE_CODES, HOLD_REASON } from "../../shared/ticket/lifecycles/incident.ts";
import type { Note, Ticket, TicketPatch } from "../../shared/ticket/ticket.ts";
import { PEOPLE, TEAMS } from "../desk/template.ts";
import type { Faults } from "../faults.ts";
import { POISON } from "../network/exchange.ts";
import type { Random } from "../time/random.ts";

export interface Edit {
	readonly set: TicketPatch;
	readonly note?: Note;
}

/** What people do with tickets, by chance; every text is one of its own, so that it can be found again. */
export class EditMaker {
	readonly #random: Random;
	readonly #faults: Faults;
	#marks = 0;

	constructor(random: Random, faults: Faults) {
		this.#random = random;
		this.#faults = faults;
	}

	/** Something a person may want to do with a ticket. */
	edit(ticket: Ticket): Edit {
		const random = this.#random;
		const faults = this.#faults;
		if (faults.has("poison") && random.chance(0.04)) return { set: { category: POISON } };
		if (faults.has("tooLarge") && random.chance(0.06))
			return { set: {}, note: note(this.#mark().padEnd(2_500, "x")) };
		const dice = random.next();
		if (dice < 0.3) return { set: {}, note: note(this.#mark()) };
		if (dice < 0.45) return { set: { shortDescription: `Title ${this.#mark()}` } };
		if (dice < 0.65) return { set: { impact: random.pick([1, 2, 3]), urgency: random.pick([1, 2, 3]) } };
		if (dice < 0.8) return { set: { teamId: random.pick(TEAMS), assigneeId: random.pick(PEOPLE) } };
		return this.#moveOf(ticket) ?? { set: { description: this.#mark() } };
	}

	/** What somebody else may make of the very fields that a person has just changed; empty where there is no telling. */
	rival(set: TicketPatch): TicketPatch {
		const random = this.#random;
		const rivals: TicketPatch = {
			shortDescription: `Rival ${this.#mark()}`,
			description: this.#mark(),
			impact: random.pick([1, 2, 3]),
			urgency: random.pick([1, 2, 3]),
			teamId: random.pick(TEAMS),
			assigneeId: random.pick(PEOPLE),
		};
		return Object.fromEntries(Object.entries(rivals).filter(([field]) => field in set));
	}

	newTicket(): NewTicket {
		const random = this.#random;
		const set: TicketPatch = { shortDescription: `New ${this.#mark()}`, callerId: random.pick(PEOPLE) };
		if (random.chance(0.7)) return { kind: "incident", set };
		const resolving = { state: 6, closeCode: CLOSE_CODES[0], closeNotes: "at once" };
		return { kind: "incident", set: { ...set, ...resolving } };
	}

	#moveOf(ticket: Ticket): Edit | null {
		const random = this.#random;
		const to = random.pickOrNone(possibleMoves(ticket).filter((move) => move.to !== 8));
		switch (to?.to) {
			case 2:
				return { set: { state: 2, assigneeId: random.pick(PEOPLE) } };
			case 3:
				return { set: { state: 3, holdReason: HOLD_REASON.awaitingVendor, followUpAt: 1_900_000_000_000 } };
			case 6:
				return { set: { state: 6, closeCode: random.pick(CLOSE_CODES), closeNotes: this.#mark() } };
			default:
				return null;
		}
	}

	#mark(): string {
		this.#marks += 1;
		return `#${this.#marks}`;
	}
}

function note(text: string): Note {
	return { kind: "workNote", text };
}
