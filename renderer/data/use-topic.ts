import { useLayoutEffect, useRef, useState } from "react";
import type { Topic, Topics } from "../worker/protocol.ts";
import type { Held } from "./shared-watches.ts";
import { windowWatches } from "./window-client.ts";

/**
 * What the data worker says of a topic, again whenever it changes; `undefined` until it first spoke.
 * While parameters change the last payload stays, so that nothing flickers.
 */
export function useTopic<Name extends Topic>(
	topic: Name,
	params: Topics[Name]["params"],
): Topics[Name]["payload"] | undefined {
	const watches = windowWatches();
	const [held, setHeld] = useState<Held<Name> | undefined>(() => watches.peek(topic, params));
	const latest = useRef(params);
	const isLeaving = useRef(false);
	const key = JSON.stringify(params);
	latest.current = params;

	// Declared first: on leaving, its end comes before the listening's.
	useLayoutEffect(() => {
		isLeaving.current = false;
		return () => {
			isLeaving.current = true;
		};
	}, []);

	// Before the paint, so that no payload of other parameters comes in between.
	// biome-ignore lint/correctness/useExhaustiveDependencies: parameters are compared by their text
	useLayoutEffect(() => {
		const stop = watches.listen(topic, latest.current, setHeld);
		return () => stop(isLeaving.current ? "linger" : "end");
	}, [watches, topic, key]);

	return held?.value;
}
