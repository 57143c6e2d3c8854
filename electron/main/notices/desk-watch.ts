import { Agent } from "node:http";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { changePageSchema, feedEventSchema } from "../../../shared/api/changes.ts";
import { healthSchema, sessionSchema } from "../../../shared/api/desk.ts";
import { lifecyclesSchema } from "../../../shared/api/lifecycles.ts";
import { definitionsSchema } from "../../../shared/api/sla.ts";
import { CallBook } from "../../../shared/notice/call-book.ts";
import { type Notice, NoticeBook } from "../../../shared/notice/notice-book.ts";
import { withoutLesser } from "../../../shared/notice/told-at-once.ts";
import { toWatchedTicket, watchedRowSchema } from "../../../shared/notice/watched-ticket.ts";
import { type CompiledDefinitions, compileDefinitions } from "../../../shared/sla/compile-definitions.ts";
import { registerLifecycles } from "../../../shared/ticket/known-lifecycles.ts";
import type { DeskDoor } from "../scheme/pipe-request.ts";
import { DeskReader } from "./desk-reader.ts";

export interface DeskWatchOptions {
	readonly onNotices: (notices: readonly Notice[]) => void;
	/** How many tickets call for the person now. */
	readonly onAttention: (count: number) => void;
}

const TICKETS_PER_PAGE = 500;
const CHANGES_PER_PAGE = 500;
/** More news than this at once is an import or a long absence, not news: the watch begins anew. */
const MOST_CHANGES = 2_000;
/** Changes are gathered for so long before they are fetched. */
const GATHER_MS = 250;
/** A feed that says nothing for so long is dead. */
const SILENCE_MS = 15_000;
const AGAIN_AFTER_MS = 2_000;
/** So often the person and their teams are asked for, and clocks judged, whatever happens. */
const LONGEST_WAIT_MS = 60_000;

const ticketPage = z.object({ total: z.int(), tickets: z.array(watchedRowSchema) });
const changePage = changePageSchema.extend({
	changes: z.array(z.object({ kind: z.string(), id: z.string(), row: z.unknown().optional() })),
});

/**
 * Follows the desk for the shell: it must tell of a P1 also while no window is open, and once however
 * many are; so the shell listens itself rather than being told by pages. Nothing is kept but what is open.
 */
export class DeskWatch {
	readonly #options: DeskWatchOptions;
	#running: AbortController | null = null;

	constructor(options: DeskWatchOptions) {
		this.#options = options;
	}

	/** Follows the background behind this door until `stop`, or until it is given another. */
	follow(door: DeskDoor): void {
		this.stop();
		const running = new AbortController();
		this.#running = running;
		void this.#keepFollowing(door, running.signal);
	}

	stop(): void {
		this.#running?.abort();
		this.#running = null;
	}

	async #keepFollowing(door: DeskDoor, signal: AbortSignal): Promise<void> {
		const agent = new Agent({ keepAlive: true });
		while (!signal.aborted) {
			try {
				await new Round(new DeskReader(door, agent, signal), this.#options, signal).run();
			} catch (error) {
				if (!signal.aborted) console.error(`notices: ${String(error)}`);
			}
			await delay(AGAIN_AFTER_MS, undefined, { signal }).catch(() => undefined);
		}
		agent.destroy();
	}
}

/** From one beginning to the next: what is open, then what changes, while the feed lasts. */
class Round {
	readonly #reader: DeskReader;
	readonly #options: DeskWatchOptions;
	readonly #ended: AbortController;
	readonly #book = new NoticeBook({ personId: null, teamIds: [] });
	readonly #calls = new CallBook();
	#definitions: CompiledDefinitions = compileDefinitions({ calendars: [], policies: [] });
	/** By which of them the book's times were computed. */
	#clockedBy = "";
	#epoch = "";
	#seq = 0;
	#wake: () => void = () => undefined;
	#hasNews = false;

	constructor(reader: DeskReader, options: DeskWatchOptions, signal: AbortSignal) {
		this.#reader = reader;
		this.#options = options;
		this.#ended = new AbortController();
		signal.addEventListener("abort", () => this.#end(), { signal: this.#ended.signal });
	}

	async run(): Promise<void> {
		try {
			await this.#learnReader();
			await this.#begin();
			await this.#follow();
		} finally {
			this.#end();
		}
	}

	async #follow(): Promise<void> {
		const feed = this.#listen().finally(() => this.#end());
		feed.catch(() => undefined); // told by the `await` below, after the loop has ended
		while (!this.#ended.signal.aborted) {
			await this.#waitForNews();
			if (this.#ended.signal.aborted) break;
			if (this.#hasNews) await this.#fetchNews();
			else await this.#learnReader();
			// Other definitions make other times of all that is open.
			if (this.#clockedBy !== this.#clockKey()) await this.#begin();
			this.#tell([...this.#book.tick(Date.now()), ...this.#calls.tick(Date.now())]);
		}
		await feed;
	}

	#end(): void {
		this.#ended.abort();
		this.#wake();
	}

	async #learnReader(): Promise<void> {
		const session = await this.#reader.read("/api/session", sessionSchema);
		await this.#learnDefinitions();
		await this.#learnLifecycles();
		const reader = { personId: session.person?.id ?? null, teamIds: session.person?.teamIds ?? [] };
		this.#book.setReader(reader);
		this.#calls.setReader(reader);
	}

	async #learnDefinitions(): Promise<void> {
		this.#definitions = compileDefinitions(await this.#reader.read("/api/sla", definitionsSchema));
	}

	/** Of which kinds there are tickets, and which of their states are open: a desk adds its own. */
	async #learnLifecycles(): Promise<void> {
		registerLifecycles((await this.#reader.read("/api/lifecycles", lifecyclesSchema)).lifecycles);
	}

	/** Names the definitions, and which of their versions apply. */
	#clockKey(): string {
		const { key, changesAt } = this.#definitions;
		return `${key} ${changesAt.filter((at) => at <= Date.now()).length}`;
	}

	/** The feed's position first: what changes while the list is read is read again. */
	async #begin(): Promise<void> {
		const { epoch, seq } = await this.#reader.read("/api/health", healthSchema);
		this.#epoch = epoch;
		this.#seq = seq;
		const now = Date.now();
		this.#clockedBy = this.#clockKey();
		const open: ReturnType<typeof toWatchedTicket>[] = [];
		for (let offset = 0; ; offset += TICKETS_PER_PAGE) {
			const page = await this.#reader.read(
				`/api/tickets?state=open&order=number&limit=${TICKETS_PER_PAGE}&offset=${offset}`,
				ticketPage,
			);
			open.push(...page.tickets.map((row) => toWatchedTicket(row, this.#definitions, now)));
			if (offset + TICKETS_PER_PAGE >= page.total) break;
		}
		this.#book.begin(open, now);
		this.#calls.begin(open, now);
		this.#options.onAttention(this.#book.attention());
	}

	/** Reads the feed to its end. */
	async #listen(): Promise<void> {
		const response = await this.#reader.open("/api/feed");
		if (response.statusCode !== 200) throw new Error(`/api/feed answered ${response.statusCode}`);
		response.setTimeout(SILENCE_MS, () => response.destroy(new Error("the feed fell silent")));
		const lines = createInterface({ input: response });
		this.#ended.signal.addEventListener("abort", () => response.destroy(), { once: true });
		for await (const line of lines) {
			if (line.startsWith("data:")) this.#hear(line.slice("data:".length));
		}
	}

	#hear(data: string): void {
		const event = feedEventSchema.parse(JSON.parse(data));
		if (event.type === "hello" && event.epoch !== this.#epoch) throw new Error("the desk was replaced");
		if ((event.type === "hello" || event.type === "head") && event.seq > this.#seq) {
			this.#hasNews = true;
			this.#wake();
		}
	}

	async #waitForNews(): Promise<void> {
		const nextAt = Math.min(
			this.#book.nextDueAt() ?? Number.POSITIVE_INFINITY,
			this.#calls.nextAt() ?? Number.POSITIVE_INFINITY,
		);
		const waitMs = Math.max(0, nextAt - Date.now());
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#wake = resolve;
		if (!this.#hasNews && !this.#ended.signal.aborted) {
			const timer = setTimeout(resolve, Math.min(waitMs, LONGEST_WAIT_MS));
			await promise;
			clearTimeout(timer);
		}
		if (this.#hasNews) await delay(GATHER_MS);
	}

	async #fetchNews(): Promise<void> {
		this.#hasNews = false;
		for (;;) {
			const page = await this.#reader.read(
				`/api/changes?since=${this.#seq}&epoch=${this.#epoch}&limit=${CHANGES_PER_PAGE}`,
				changePage,
			);
			if (page.left > MOST_CHANGES) return this.#begin();
			this.#seq = page.next;
			// A kind comes before its tickets.
			if (page.changes.some(({ kind }) => kind === "lifecycle")) await this.#learnLifecycles();
			this.#take(page.changes);
			if (page.changes.some(({ kind }) => kind === "calendar" || kind === "policy"))
				await this.#learnDefinitions();
			if (!page.hasMore) return;
		}
	}

	#take(changes: z.infer<typeof changePage>["changes"]): void {
		const now = Date.now();
		const notices: Notice[] = [];
		for (const change of changes) {
			if (change.kind !== "ticket") continue;
			if (change.row === undefined) {
				this.#book.remove(change.id);
				this.#calls.remove(change.id);
			} else {
				const ticket = toWatchedTicket(watchedRowSchema.parse(change.row), this.#definitions, now);
				this.#calls.change(ticket);
				notices.push(...[this.#book.change(ticket, now) ?? []].flat());
			}
		}
		this.#tell(notices);
	}

	#tell(all: readonly Notice[]): void {
		const notices = withoutLesser(all);
		if (notices.length > 0) this.#options.onNotices(notices);
		this.#options.onAttention(this.#book.attention());
	}
}
