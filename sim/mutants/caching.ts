import type { CacheStore } from "../../renderer/worker/storage/cache-store.ts";
import type { Mutant } from "./mutant.ts";
import { withCache, withoutTimers } from "./ports.ts";

/** So often each window looks by itself. */
const LOOK_EVERY_MS = 10_000;

/** Caches and windows that part from the desk, or from each other. */
export const CACHING: readonly Mutant[] = [
	{
		name: "cursor-first",
		bug: "The cursor is written before what it speaks of, in a transaction of its own.",
		breaks: ["I3", "I4", "I9"],
		wrapEngine: (parts) => withCache(parts, cursorFirst),
	},
	{
		name: "cache-overwritten",
		bug: "A window writes the cache though another has written it meanwhile.",
		breaks: ["I3", "I7"],
		wrapEngine: (parts) => withCache(parts, overwrite),
	},
	{
		name: "not-purged",
		bug: "A cache that must go stays on the disk.",
		breaks: ["I11"],
		wrapEngine: (parts) => ({ ...parts, caches: { ...parts.caches, remove: async () => undefined } }),
	},
	{
		name: "hints-only",
		bug: "A window reads again when it is told to, and never by itself.",
		breaks: ["I4", "I13"],
		wrapEngine: (parts) => withoutTimers(parts, LOOK_EVERY_MS),
	},
];

function cursorFirst(store: CacheStore): CacheStore {
	return {
		...store,
		commit: async ({ expectedCursor, state, ...rest }) => {
			await store.commit({ expectedCursor, state });
			await store.commit({ expectedCursor: state.cursor, state, ...rest });
		},
	};
}

function overwrite(store: CacheStore): CacheStore {
	return {
		...store,
		commit: async (commit) => {
			const { state } = await store.readLog(Number.POSITIVE_INFINITY);
			const instance = state?.instance ?? commit.state.instance;
			const expectedCursor = state?.cursor ?? 0;
			return store.commit({ ...commit, expectedCursor, state: { ...commit.state, instance } });
		},
	};
}
