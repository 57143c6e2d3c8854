import { useLayoutEffect, useRef, useState } from "react";
import type { Topic, Topics } from "../worker/protocol.ts";
import type { Watch } from "./data-client.ts";
import { windowClient } from "./window-client.ts";

/**
 * What the data worker says of a topic, again whenever it changes; `undefined` until it first spoke.
 * While parameters change the last payload stays, so that nothing flickers.
 */
export function useTopic<Name extends Topic>(
	topic: Name,
	params: Topics[Name]["params"],
): Topics[Name]["payload"] | undefined {
	const client = windowClient();
	const [payload, setPayload] = useState<{ readonly value: Topics[Name]["payload"] } | undefined>();
	const watch = useRef<Watch<Name> | null>(null);
	const latest = useRef(params);
	const key = JSON.stringify(params);
	const sentKey = useRef(key);
	latest.current = params;

	// Before the paint, so that no payload of other parameters comes in between.
	useLayoutEffect(() => {
		sentKey.current = JSON.stringify(latest.current);
		const opened = client.watch(topic, latest.current, (value) => setPayload({ value }));
		watch.current = opened;
		return () => {
			opened.stop();
			watch.current = null;
		};
	}, [client, topic]);

	useLayoutEffect(() => {
		if (key === sentKey.current) return;
		sentKey.current = key;
		watch.current?.change(latest.current);
	}, [key]);

	return payload?.value;
}
