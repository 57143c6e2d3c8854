import type { Ticket } from "../../shared/ticket/ticket.ts";

/** How many rows the bare page draws: more than a screen shows. */
export const QUEUE_ROWS = 30;

/** What the bare page draws of one ticket. */
export interface QueueLine {
	readonly id: string;
	readonly number: string;
	readonly shortDescription: string;
	readonly priority: number;
	readonly state: number;
}

/** All that must be known until the queue counts as usable. */
export interface OpenQueue {
	/** The first open tickets, by priority, then number. */
	readonly lines: readonly QueueLine[];
	/** How many tickets are open in each state that has any. */
	readonly openByState: readonly (readonly [state: number, count: number])[];
}

/** What somebody who types words into the field of a list of all tickets gets. */
export interface Found {
	readonly total: number;
	/** The first, by priority, then number. */
	readonly lines: readonly QueueLine[];
}

/** One way to keep tickets in the browser, ours or a peer's; runs in a worker of the bare page. */
export interface Contestant {
	/** Opens what is on disk, or makes it. */
	readonly open: () => Promise<unknown>;
	/** Keeps tickets that are already in the worker; answers when all are written. */
	readonly write: (pages: readonly (readonly Ticket[])[]) => Promise<void>;
	readonly openQueue: () => Promise<OpenQueue>;
	/** Tickets whose short description has all these words, open or not. */
	readonly search: (words: string) => Promise<Found>;
}

export type Question =
	/** The tickets are fetched first, `pages` files of them: only keeping them is measured. */
	| { readonly ask: "write"; readonly pages: number }
	| { readonly ask: "openQueue" }
	| { readonly ask: "search"; readonly words: string };

/** What becomes of a question; `tookMs` without the messages. */
export type Reply<Value> =
	| { readonly id: number; readonly ok: true; readonly value: Value; readonly tookMs: number }
	| { readonly id: number; readonly ok: false; readonly message: string };
