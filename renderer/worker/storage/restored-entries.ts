import type { CounterName, OutboxEntry } from "./outbox-store.ts";

/** Not on the desk yet, as far as this device knows. */
export function isOpen({ phase }: OutboxEntry): boolean {
	return phase === "pending" || phase === "needs-you";
}

/** The numbers that entries have taken, so that none is given twice after the counters were lost too. */
export function highestNumbers(entries: readonly OutboxEntry[]): readonly (readonly [CounterName, number])[] {
	const provisional = entries.map((entry) => Number(/\d+$/.exec(entry.provisionalNumber ?? "")?.[0] ?? 0));
	return [
		["order", Math.max(0, ...entries.map((entry) => entry.order))],
		["provisional", Math.max(0, ...provisional)],
	];
}
