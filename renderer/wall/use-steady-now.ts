import { useSyncExternalStore } from "react";
import { deskClock } from "../now/index.ts";

let steadyNowMs = performance.now();

/** The steady clock, drawn again each second; a device's date can't move it. */
export function useSteadyNow(): number {
	return useSyncExternalStore(subscribe, read);
}

function subscribe(listener: () => void): () => void {
	steadyNowMs = performance.now();
	return deskClock.subscribe("second", () => {
		steadyNowMs = performance.now();
		listener();
	});
}

function read(): number {
	return steadyNowMs;
}
