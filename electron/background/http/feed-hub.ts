import type { ServerResponse } from "node:http";
import type { FeedEvent } from "../../../shared/api/changes.ts";
import type { Store } from "../store/store.ts";
import { isPersons } from "./auth/feed-owner.ts";
import { PresenceBoard } from "./presence-board.ts";

/** One open event stream. */
interface Feed {
	readonly response: ServerResponse;
	/** Whose it is, so that it ends with a revoked device or a sign-out. */
	readonly owner: string;
}

/** Commits that come closer together than this are told of once. */
const HEAD_EVERY_MS = 20;
const ALIVE_EVERY_MS = 5_000;
/** A reader that leaves more than this unread is cut off: it comes back and asks for what it missed. */
const MAX_UNREAD_BYTES = 1_048_576;

/** Tells all open feeds what is new: one timer and one listener for all of them. */
export class FeedHub {
	readonly #store: Store;
	readonly #now: () => number;
	readonly #feeds = new Set<Feed>();
	readonly #stopListening: readonly (() => void)[];
	readonly #aliveTimer: NodeJS.Timeout;
	/** Who is at which ticket: told to people, not to walls. */
	readonly presences: PresenceBoard;
	#headTimer: NodeJS.Timeout | null = null;
	#headToldAt = Number.NEGATIVE_INFINITY;

	constructor(store: Store, now: () => number) {
		this.#store = store;
		this.#now = now;
		this.presences = new PresenceBoard(now, (telling) =>
			this.#tell({ type: "presence", ...telling }, (feed) => isPersons(feed.owner)),
		);
		this.#stopListening = [
			store.events.on("head", () => this.#planHead()),
			store.events.on("rights.changed", ({ personId }) => this.end(`person:${personId}`)),
			store.events.on("figures", ({ figures }) => this.#tellHint({ type: "figures", figures: [...figures] })),
		];
		this.#aliveTimer = setInterval(() => this.#tell({ type: "alive", serverTime: now() }), ALIVE_EVERY_MS);
		this.#aliveTimer.unref();
	}

	/** Takes over a response: its headers and `hello` go out at once, the rest as it happens. */
	open(response: ServerResponse, owner: string, headers: Readonly<Record<string, string>>): void {
		if (response.destroyed) return; // gone before it began
		response.writeHead(200, {
			...headers,
			"content-type": "text/event-stream; charset=utf-8",
			"cache-control": "no-store",
			"x-accel-buffering": "no",
		});
		response.flushHeaders();
		const feed: Feed = { response, owner };
		this.#feeds.add(feed);
		response.once("close", () => this.#feeds.delete(feed));
		response.once("error", () => this.#feeds.delete(feed));
		const hello: FeedEvent = {
			type: "hello",
			epoch: this.#store.epoch,
			seq: this.#store.head(),
			serverTime: this.#now(),
		};
		send(feed, format(hello));
		if (isPersons(owner)) send(feed, format({ type: "presence", ...this.presences.all() }));
	}

	/** Ends the feeds of one owner. */
	end(owner: string): void {
		for (const feed of this.#feeds) if (feed.owner === owner) feed.response.end();
	}

	dispose(): void {
		clearInterval(this.#aliveTimer);
		this.presences.dispose();
		if (this.#headTimer) clearTimeout(this.#headTimer);
		for (const stop of this.#stopListening) stop();
		for (const feed of this.#feeds) feed.response.end();
		this.#feeds.clear();
	}

	/** The first of a burst is told at once, what comes right after it together. */
	#planHead(): void {
		if (this.#headTimer) return;
		const waitMs = Math.max(0, this.#headToldAt + HEAD_EVERY_MS - performance.now());
		this.#headTimer = setTimeout(() => {
			this.#headTimer = null;
			this.#headToldAt = performance.now();
			this.#tell({ type: "head", seq: this.#store.head() });
		}, waitMs);
	}

	#tell(event: FeedEvent, isFor: (feed: Feed) => boolean = () => true): void {
		const text = format(event);
		for (const feed of this.#feeds) if (isFor(feed)) send(feed, text);
	}

	/** What the next hint replaces is not queued for a slow reader. */
	#tellHint(event: FeedEvent): void {
		const text = format(event);
		for (const feed of this.#feeds) if (!feed.response.writableNeedDrain) send(feed, text);
	}
}

function format(event: FeedEvent): string {
	return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

function send(feed: Feed, text: string): void {
	if (feed.response.writableEnded || feed.response.destroyed) return;
	if (feed.response.writableLength > MAX_UNREAD_BYTES) feed.response.destroy();
	else feed.response.write(text);
}
