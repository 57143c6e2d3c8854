import type { EpochMs } from "../../../shared/ticket/ticket.ts";

/** What can happen to this device's storage; each is told in words, with what was done about it. */
export type HappeningCode =
	/** The cache could not be read: it was thrown away and is fetched again. */
	| "cache-rebuilt"
	/** A version of the console before or after this one left it. */
	| "cache-of-other-version"
	/** The connection to the cache was lost, or a write failed: it was opened again. */
	| "cache-reopened"
	/** It can't be opened at all: tickets are in memory only. */
	| "cache-in-memory"
	/** Edits and drafts are in memory only. */
	| "outbox-in-memory"
	/** Some edits can't be read; they stay where they are. */
	| "entries-set-aside"
	/** Edits that the outbox had lost. */
	| "restored-from-journal"
	/** The journal itself has lost something. */
	| "journal-damaged"
	/** Before writes fail, histories are no longer kept. */
	| "space-short"
	/** What can be fetched again made room for what can't. */
	| "space-made";

export interface Happening {
	readonly code: HappeningCode;
	/** When it happened last. */
	readonly at: EpochMs;
	/** How many edits, where it is about edits. */
	readonly count: number;
}

const KEPT = 20;

/** With one more; what happens again moves up instead of filling the list. */
export function addHappening(known: readonly Happening[], happening: Happening): readonly Happening[] {
	const isSame = ({ code, count }: Happening) => code === happening.code && count === happening.count;
	return [happening, ...known.filter((other) => !isSame(other))].slice(0, KEPT);
}

/** The disk, or what the browser gives of it, is full. Dexie wraps the browser's own error. */
export function isQuotaError(error: unknown): boolean {
	for (
		let cause: unknown = error;
		cause instanceof Error;
		cause = "inner" in cause ? cause.inner : undefined
	) {
		if (cause.name === "QuotaExceededError") return true;
	}
	return false;
}
