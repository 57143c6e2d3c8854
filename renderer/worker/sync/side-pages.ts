import { wantedFromOf } from "../cache/keep-limit.ts";
import type { CacheState } from "../storage/cache-store.ts";

/**
 * Pages beside the order of the change log: their rows are taken in, the cursor stays. What came with them
 * comes again in its order, and changes nothing then.
 */
export interface SideScope {
	readonly kind: "working" | "ended";
	/** The query's part that names it. */
	readonly query: string;
	/** Where it goes on. */
	readonly since: number;
}

/**
 * What is to be fetched beside the log now: the working set, before anything else; what was left out and
 * is wanted after all, once everything else is there.
 */
export function nextSideScope(state: CacheState, workingSince: number): SideScope | null {
	if (state.cursor === 0 && !state.hasWorkingSet)
		return { kind: "working", query: "scope=working", since: workingSince };
	if (!state.isComplete || !state.widening) return null;
	const query = `scope=ended&endedFrom=${state.widening.to}&endedBefore=${state.endedFrom}`;
	return { kind: "ended", query, since: state.widening.next };
}

/** What of the log's own pages is wanted. */
export function limitQuery(state: CacheState): string {
	const from = wantedFromOf(state);
	return `&blankTo=${state.firstHead}${from > 0 ? `&endedFrom=${from}` : ""}`;
}
