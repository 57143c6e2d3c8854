const FIRST_MS = 5_000;
const MOST_MS = 15 * 60_000;

/** How long to wait after so many failures in a row: twice as long each time, up to a quarter of an hour. */
export function retryAfterMs(failures: number): number {
	return Math.min(FIRST_MS * 2 ** Math.max(0, failures - 1), MOST_MS);
}
