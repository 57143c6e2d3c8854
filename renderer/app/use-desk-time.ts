import { useEffect } from "react";
import { useTopic } from "../data/index.ts";
import { deskClock } from "../now/index.ts";

/** Countdowns go by the desk's clock, not by this device's. */
export function useDeskTime(): void {
	const sync = useTopic("sync", null);
	const offsetMs = sync?.clockOffsetMs ?? 0;
	useEffect(() => deskClock.setOffset(offsetMs), [offsetMs]);
}
