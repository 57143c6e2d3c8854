import type { Notice } from "./notice-book.ts";

/** More than these at once are one notice: a storm must not bury the screen. */
export const MOST_AT_ONCE = 3;

/** That a ticket is breached, or a P1, says more than that it has passed a threshold. */
export function withoutLesser(all: readonly Notice[]): readonly Notice[] {
	const isWorse = ({ kind }: Notice) => kind === "p1" || kind === "breach";
	const worse = new Set(all.filter(isWorse).map(({ ticketId }) => ticketId));
	return all.filter(({ kind, ticketId }) => kind !== "threshold" || !worse.has(ticketId));
}

/** How many of each kind. */
export function countNotices(notices: readonly Notice[]): Readonly<Record<Notice["kind"], number>> {
	const counts = { p1: 0, breach: 0, threshold: 0, followUp: 0 };
	for (const { kind } of notices) counts[kind] += 1;
	return counts;
}
