import type { DeskPort } from "../store/ports.ts";
import type { Store } from "../store/store.ts";
import { makeDeskPort } from "./desk-port.ts";

/** The desk: tickets and their history, changed through one door by people and rules. */
export interface Desk {
	/** The door for rules. */
	readonly port: DeskPort;
}

export function makeDesk(store: Store, now: () => number): Desk {
	return { port: makeDeskPort(store, now) };
}
