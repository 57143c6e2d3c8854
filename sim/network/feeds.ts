import type { FeedEvent } from "../../shared/api/changes.ts";
import type { Life } from "../time/life.ts";
import { latency, type NetworkParts } from "./exchange.ts";
import type { Link } from "./link.ts";

/** As the desk's own hub: what comes closer together than this is told once, and at least so often something. */
const HEAD_EVERY_MS = 20;
const ALIVE_EVERY_MS = 5_000;

interface Feed {
	readonly link: Link;
	readonly life: Life;
	readonly controller: ReadableStreamDefaultController<Uint8Array>;
	/** Events of one stream never overtake each other. */
	readonly signal: AbortSignal;
	readonly onAbort: () => void;
	lastAt: number;
	isSilent: boolean;
	isHeadPlanned: boolean;
	isClosed: boolean;
}

const encoder = new TextEncoder();

/** All open event streams: what the desk's feed hub says, over a network that cuts or swallows it. */
export class Feeds {
	readonly #parts: NetworkParts;
	readonly #feeds = new Set<Feed>();

	constructor(parts: NetworkParts) {
		this.#parts = parts;
		parts.desk.listen((event) => (event === "head" ? this.#planHeads() : this.#endAll()));
	}

	open(link: Link, life: Life, signal: AbortSignal): ReadableStream<Uint8Array> {
		let own: Feed | null = null;
		return new ReadableStream({
			start: (controller) => {
				const feed: Feed = {
					link,
					life,
					controller,
					signal,
					onAbort: () => this.#close(feed),
					lastAt: 0,
					isSilent: false,
					isHeadPlanned: false,
					isClosed: false,
				};
				own = feed;
				this.#feeds.add(feed);
				signal.addEventListener("abort", feed.onAbort);
				this.#begin(feed);
			},
			cancel: () => {
				if (own) this.#forget(own);
			},
		});
	}

	dispose(): void {
		for (const feed of [...this.#feeds]) this.#forget(feed);
	}

	/** The link broke: some streams notice, others just hear nothing any more. */
	linkWentDown(link: Link): void {
		for (const feed of [...this.#feeds]) {
			if (feed.link !== link) continue;
			if (this.#parts.random.chance(0.5)) this.#close(feed);
			else feed.isSilent = true;
		}
	}

	#begin(feed: Feed): void {
		const { desk, scheduler } = this.#parts;
		const { epoch } = desk.store;
		this.#send(feed, { type: "hello", epoch, seq: desk.store.head(), serverTime: scheduler.wallMs });
		this.#keepAlive(feed);
	}

	#keepAlive(feed: Feed): void {
		const { scheduler } = this.#parts;
		scheduler.after(ALIVE_EVERY_MS, feed.life, () => {
			if (feed.isClosed) return;
			this.#send(feed, { type: "alive", serverTime: scheduler.wallMs });
			this.#keepAlive(feed);
		});
	}

	#planHeads(): void {
		for (const feed of this.#feeds) {
			if (feed.isHeadPlanned) continue;
			feed.isHeadPlanned = true;
			this.#parts.scheduler.after(HEAD_EVERY_MS, null, () => {
				feed.isHeadPlanned = false;
				if (this.#parts.desk.isUp) this.#send(feed, { type: "head", seq: this.#parts.desk.store.head() });
			});
		}
	}

	#send(feed: Feed, event: FeedEvent): void {
		const { scheduler, random, faults } = this.#parts;
		if (feed.isClosed || feed.isSilent) return;
		if (faults.strikes("feedSilent", 0.02)) feed.isSilent = true;
		if (faults.strikes("feedCut", 0.03)) {
			this.#close(feed);
			return;
		}
		const at = Math.max(feed.lastAt + 0.01, scheduler.elapsedMs + latency(random));
		feed.lastAt = at;
		const bytes = encoder.encode(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
		scheduler.after(at - scheduler.elapsedMs, feed.life, () => {
			if (!feed.isClosed && !feed.isSilent) feed.controller.enqueue(bytes);
		});
	}

	#endAll(): void {
		for (const feed of [...this.#feeds]) this.#close(feed);
	}

	#close(feed: Feed): void {
		if (feed.isClosed) return;
		this.#forget(feed);
		feed.controller.close();
	}

	#forget(feed: Feed): void {
		feed.isClosed = true;
		feed.signal.removeEventListener("abort", feed.onAbort);
		this.#feeds.delete(feed);
	}
}
