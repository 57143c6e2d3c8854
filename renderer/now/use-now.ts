import { useSyncExternalStore } from "react";
import type { EpochMs } from "../../shared/ticket/ticket.ts";
import { type Beat, deskClock } from "./now.ts";

const subscribeTo = {
	second: (listener: () => void) => deskClock.subscribe("second", listener),
	minute: (listener: () => void) => deskClock.subscribe("minute", listener),
};
const readAt = { second: () => deskClock.at("second"), minute: () => deskClock.at("minute") };

/** The desk's time, drawn again with each beat of the one shared timer. */
export function useNow(beat: Beat): EpochMs {
	return useSyncExternalStore(subscribeTo[beat], readAt[beat]);
}
