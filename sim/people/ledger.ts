import type { OutboxEntry } from "../../renderer/worker/storage/outbox-store.ts";
import type { Note, TicketPatch } from "../../shared/ticket/ticket.ts";

/** What became of it on screen, by a person's own hand. */
type Fate =
	| { readonly kind: "kept" }
	| { readonly kind: "discarded" }
	/** Sent anew on top of theirs, as another intent. */
	| { readonly kind: "replaced"; readonly byId: string };

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
	/** The screen said that it is discarded. */
	wasTakenOut: boolean;
	/** It was taken out and put back, or passed over: its place among the others is no longer known. */
	wasPutBack: boolean;
}

/**
 * What the screen called saved, kept where the engine can't see it. What a person decided counts from when
 * it reached the disk: a window may freeze or end before it can say so.
 */
export class Ledger {
	readonly #entries = new Map<string, LedgerEntry>();
	readonly #decided = new Set<string>();
	/** What was decided of edits whose window was frozen before it could say that they are saved. */
	readonly #ahead = new Map<string, () => void>();

	get entries(): readonly LedgerEntry[] {
		return [...this.#entries.values()];
	}

	find(intentId: string): LedgerEntry | undefined {
		return this.#entries.get(intentId);
	}

	note(entry: Omit<LedgerEntry, "fate" | "wasTakenOut" | "wasPutBack">): LedgerEntry {
		const noted: LedgerEntry = {
			...entry,
			fate: { kind: "kept" },
			wasTakenOut: false,
			wasPutBack: false,
		};
		this.#entries.set(entry.intentId, noted);
		this.#ahead.get(entry.intentId)?.();
		return noted;
	}

	/** Somebody is about to take it out or to settle it. */
	decide(intentId: string): void {
		this.#decided.add(intentId);
	}

	/** It is no longer on the disk; whether a person wanted that is known. */
	noteRemoved(intentId: string): void {
		if (!this.#decided.has(intentId)) return;
		const entry = this.#entries.get(intentId);
		if (entry) entry.fate = { kind: "discarded" };
		else this.#ahead.set(intentId, () => this.noteRemoved(intentId));
	}

	/** A program that can't read it passes it over: others may come before it. */
	notePassedOver(intentId: string): void {
		const entry = this.#entries.get(intentId);
		if (entry) entry.wasPutBack = true;
	}

	/** It was taken out, and is on the disk again. */
	notePutBack(intentId: string): void {
		this.#ahead.delete(intentId);
		const entry = this.#entries.get(intentId);
		if (!entry) return;
		entry.fate = { kind: "kept" };
		entry.wasPutBack = true;
	}

	/** The same edit, to be sent anew under another id: it keeps its place. */
	noteReplaced(intentId: string, by: OutboxEntry): void {
		const before = this.#entries.get(intentId);
		if (!this.#decided.has(intentId)) return;
		if (!before) {
			this.#ahead.set(intentId, () => this.noteReplaced(intentId, by));
			return;
		}
		before.fate = { kind: "replaced", byId: by.id };
		this.#entries.set(by.id, { ...before, intentId: by.id, seen: seenIn(by), fate: { kind: "kept" } });
	}
}

/** The values that an edit says it was made on. */
export function seenIn({ intent }: OutboxEntry): TicketPatch {
	return intent.type === "change" ? intent.base : {};
}
