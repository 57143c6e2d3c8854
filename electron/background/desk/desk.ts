import type { Store } from "../store/store.ts";

/** The desk: tickets and their history, changed through one door. */
export interface Desk {
	readonly store: Store;
}
