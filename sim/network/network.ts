import type { HttpOptions } from "../../renderer/worker/http.ts";
import type { DeskRequest } from "../desk/answers.ts";
import type { Life } from "../time/life.ts";
import { exchange, latency, type NetworkParts } from "./exchange.ts";
import { Feeds } from "./feeds.ts";
import type { Link } from "./link.ts";

export type Fetch = NonNullable<HttpOptions["fetch"]>;

/** Between the workstations and the desk. */
export class Network {
	readonly #parts: NetworkParts;
	readonly #feeds: Feeds;
	readonly #open = new Set<() => void>();

	constructor(parts: NetworkParts) {
		this.#parts = parts;
		this.#feeds = new Feeds(parts);
	}

	setDown(link: Link, isDown: boolean): void {
		link.isDown = isDown;
		if (isDown) this.#feeds.linkWentDown(link);
	}

	/** Node keeps a joined signal for ever while somebody listens to it: the dead no longer do. */
	dispose(): void {
		for (const forget of this.#open) forget();
		this.#feeds.dispose();
	}

	/** What a window of a workstation calls `fetch`. */
	fetchFor(link: Link, life: Life): Fetch {
		return (url, init) =>
			new Promise((onAnswer, onFailure) => {
				const signal = init.signal ?? new AbortController().signal;
				const forget = () => {
					signal.removeEventListener("abort", onAbort);
					this.#open.delete(forget);
				};
				const resolve = (answer: Response) => {
					forget();
					onAnswer(answer);
				};
				const reject = (reason: unknown) => {
					forget();
					onFailure(reason);
				};
				const onAbort = () => reject(signal.reason);
				if (signal.aborted) return onAbort();
				signal.addEventListener("abort", onAbort);
				this.#open.add(forget);
				const path = url.slice(url.indexOf("/api"));
				if (path === "/api/feed") {
					this.#openFeed(link, life, { signal, resolve, reject });
					return;
				}
				const text = typeof init.body === "string" ? init.body : "";
				const request: DeskRequest = {
					method: init.method ?? "GET",
					path,
					body: text === "" ? undefined : JSON.parse(text),
					personId: link.personId,
				};
				const onLost = (reason: string) => reject(new TypeError(reason));
				exchange(this.#parts, { link, life, request, text, onAnswer: resolve, onLost });
			});
	}

	#openFeed(
		link: Link,
		life: Life,
		{
			signal,
			resolve,
			reject,
		}: {
			readonly signal: AbortSignal;
			readonly resolve: (response: Response) => void;
			readonly reject: (error: unknown) => void;
		},
	): void {
		const { scheduler, random, desk, faults } = this.#parts;
		const { personId } = link;
		scheduler.after(latency(random), life, async () => {
			if (link.isDown || !desk.isUp || faults.strikes("requestLost", 0.08)) {
				reject(new TypeError("no network"));
				return;
			}
			const refusal = await desk.mayRead(personId);
			if (refusal) resolve(new Response(JSON.stringify(refusal.body), { status: refusal.status }));
			else if (!signal.aborted) resolve(new Response(this.#feeds.open(link, life, signal)));
		});
	}
}
