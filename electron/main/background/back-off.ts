const FIRST_MS = 250;
const LONGEST_MS = 30_000;
/** A process that ran this long was well: its next end starts the count anew. */
const WELL_AFTER_MS = 60_000;

/** How long to wait before the `attempt`-th restart in a row, counted from 1: 250 ms doubling to 30 s. */
export function restartDelayMs(attempt: number): number {
	return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempt - 1));
}

/** Which attempt in a row the next restart is, for a process that ran for `ranMs`. */
export function nextAttempt(attempt: number, ranMs: number): number {
	return ranMs >= WELL_AFTER_MS ? 1 : attempt + 1;
}
