import type { CacheState } from "../storage/cache-store.ts";

/** What this workstation keeps of tickets that need no more work: `null` is all of them. */
export type KeepEndedMonths = number | null;

const DAY_MS = 86_400_000;
const MONTH_MS = 30 * DAY_MS;

/** From when on ended tickets are kept; a whole day, so that it does not move all the time. 0 keeps all. */
export function endedFromOf(months: KeepEndedMonths, now: number): number {
	if (months === null) return 0;
	return Math.max(0, Math.floor((now - months * MONTH_MS) / DAY_MS) * DAY_MS);
}

/**
 * What a cache has to do to keep what is wanted: nothing, while it is empty; fetch what it left out, where
 * more is wanted; where less is wanted it only drops rows, in quiet time.
 */
export function planLimit(state: CacheState, wantedFrom: number): CacheState {
	const isEmpty = state.cursor === 0 && !state.hasWorkingSet;
	if (isEmpty) return { ...state, endedFrom: wantedFrom, widening: null };
	if (wantedFrom >= state.endedFrom) return { ...state, widening: null };
	const { widening } = state;
	const isUnderWay = widening !== null && widening.to <= wantedFrom;
	return isUnderWay ? state : { ...state, widening: { to: wantedFrom, next: 0 } };
}

/** Ended tickets that the desk changes are wanted from here on. */
export function wantedFromOf({ endedFrom, widening }: CacheState): number {
	return widening?.to ?? endedFrom;
}
