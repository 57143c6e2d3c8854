import { useLayoutEffect, useRef, useState } from "react";
import type { Topic, Topics } from "../worker/protocol.ts";
import type { Held } from "./shared-watches.ts";
import { windowWatches } from "./window-client.ts";

interface Shown<Name extends Topic> {
	/** Of the parameters that `held` was last asked with. */
	readonly key: string;
	readonly held: Held<Name> | undefined;
}

/**
 * What the data worker says of a topic, again whenever it changes; `undefined` until it first spoke.
 * With other parameters: what is known of them already, else the last payload stays until they are answered, so
 * that nothing flickers.
 */
export function useTopic<Name extends Topic>(
	topic: Name,
	params: Topics[Name]["params"],
): Topics[Name]["payload"] | undefined {
	const watches = windowWatches();
	const key = JSON.stringify(params);
	const [shown, setShown] = useState<Shown<Name>>(() => ({ key, held: watches.peek(topic, params) }));
	const latest = useRef(params);
	const isLeaving = useRef(false);
	latest.current = params;
	let held = shown.held;
	// While drawing, not after it: what is known is drawn once.
	if (shown.key !== key) {
		held = watches.peek(topic, params) ?? held;
		setShown({ key, held });
	}

	// Declared first: on leaving, its end comes before the listening's.
	useLayoutEffect(() => {
		isLeaving.current = false;
		return () => {
			isLeaving.current = true;
		};
	}, []);

	// Before the paint, so that no payload of other parameters comes in between.
	useLayoutEffect(() => {
		const stop = watches.listen(topic, latest.current, (came) =>
			setShown((before) => (before.held === came ? before : { key, held: came })),
		);
		return () => stop(isLeaving.current ? "linger" : "end");
	}, [watches, topic, key]);

	return held?.value;
}
