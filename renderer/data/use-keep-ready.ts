import { useEffect } from "react";
import type { Topic, Topics } from "../worker/protocol.ts";
import { windowWatches } from "./window-client.ts";

/** What is on screen comes first. */
const AFTER_MS = 100;

/** Watches what will likely be asked next, so that it is there at once; nothing is drawn. */
export function useKeepReady<Name extends Topic>(
	topic: Name,
	likely: readonly Topics[Name]["params"][],
): void {
	const key = JSON.stringify(likely);
	// biome-ignore lint/correctness/useExhaustiveDependencies: parameters are compared by their text
	useEffect(() => {
		const stops: ((how: "linger") => void)[] = [];
		const timer = setTimeout(() => {
			for (const params of likely) stops.push(windowWatches().listen(topic, params, () => undefined));
		}, AFTER_MS);
		return () => {
			clearTimeout(timer);
			for (const stop of stops) stop("linger");
		};
	}, [topic, key]);
}
