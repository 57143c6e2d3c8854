import type { Note, TicketPatch } from "../../shared/ticket/ticket.ts";

/** What became of it on screen, by a person's own hand. */
type Fate =
	| { readonly kind: "kept" }
	| { readonly kind: "discarded" }
	/** Sent anew on top of theirs, as another intent. */
	| { readonly kind: "replaced"; readonly byId: string }
	/** A window ended while a person was deciding. */
	| { readonly kind: "unsure" };

/** One edit that the screen called saved. */
export interface LedgerEntry {
	readonly intentId: string;
	readonly ticketId: string;
	readonly personId: string;
	readonly station: string;
	readonly type: "create" | "change";
	readonly set: TicketPatch;
	readonly note: Note | null;
	/** Which of the ticket's values the person saw when they made it; they are what it may overwrite. */
	readonly seen: TicketPatch;
	/** When a person began to save it, and when the screen called it saved: in steps of the simulation. */
	readonly begunAt: number;
	readonly savedAt: number;
	/** In how many pasts of the desk it was made: 0 before the first restore. */
	readonly restores: number;
	fate: Fate;
	/** It was taken out and put back: its place among the others is no longer known. */
	wasPutBack: boolean;
}

/** What the screen called saved, kept where the engine can't see it. */
export class Ledger {
	readonly #entries = new Map<string, LedgerEntry>();

	get entries(): readonly LedgerEntry[] {
		return [...this.#entries.values()];
	}

	find(intentId: string): LedgerEntry | undefined {
		return this.#entries.get(intentId);
	}

	note(entry: Omit<LedgerEntry, "fate" | "wasPutBack">): LedgerEntry {
		const noted: LedgerEntry = {
			...entry,
			fate: { kind: "kept" },
			wasPutBack: false,
		};
		this.#entries.set(entry.intentId, noted);
		return noted;
	}

	/** The same edit, sent anew under another id: it keeps its place. */
	replace(before: LedgerEntry, byId: string, seen: TicketPatch): void {
		before.fate = { kind: "replaced", byId };
		this.#entries.set(byId, { ...before, intentId: byId, seen, fate: { kind: "kept" } });
	}
}
