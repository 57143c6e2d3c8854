import { registerLifecycles } from "../../shared/ticket/known-lifecycles.ts";
import type { CallName, Calls, Topic, Topics } from "../worker/protocol.ts";
import { DataClient, type WorkerPort } from "./data-client.ts";
import { SharedWatches } from "./shared-watches.ts";

let client: DataClient | null = null;
let watches: SharedWatches | null = null;

/** This window's client; starts the data worker when first asked for. */
export function windowClient(): DataClient {
	client ??= startClient();
	return client;
}

/** What this window's pages watch. */
export function windowWatches(): SharedWatches {
	watches ??= new SharedWatches(windowClient());
	return watches;
}

/** What is known of a topic now, without asking; `undefined` where nobody watches it. */
export function peekTopic<Name extends Topic>(
	topic: Name,
	params: Topics[Name]["params"],
): Topics[Name]["payload"] | undefined {
	return windowWatches().peek(topic, params)?.value;
}

/** Asks this window's data worker once. */
export function callWorker<Name extends CallName>(
	name: Name,
	...args: Parameters<Calls[Name]>
): Promise<ReturnType<Calls[Name]>> {
	return windowClient().call(name, ...args);
}

/** What a topic says now: its first payload. */
export function readTopic<Name extends Topic>(
	topic: Name,
	params: Topics[Name]["params"],
): Promise<Topics[Name]["payload"]> {
	return new Promise((resolve) => {
		const watch = windowClient().watch(topic, params, (payload) => {
			watch.stop();
			resolve(payload);
		});
	});
}

function startClient(): DataClient {
	keepStorage();
	const started = new DataClient(
		(): WorkerPort =>
			new Worker(new URL("../worker/entry.ts", import.meta.url), { type: "module", name: "data" }),
	);
	// Asked first, so answered first: pages know the kinds of the tickets that they draw.
	started.watch("lifecycles", null, registerLifecycles);
	return started;
}

/** Asks the browser not to evict unsent edits when the disk runs short; only pages may ask. */
function keepStorage(): void {
	void navigator.storage?.persist?.().catch(() => false);
}
