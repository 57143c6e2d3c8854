import type { ChangePage, FeedEvent } from "../../../shared/api/changes.ts";
import { checkListSchema } from "../../../shared/api/checks.ts";
import { assertNever, ok, type Result } from "../../../shared/result.ts";
import { readChangePage } from "../cache/change-page.ts";
import type { HttpFailure } from "../http.ts";
import { Backoff } from "./backoff.ts";
import { CONNECTING, type ConnectionHost, type ConnectionStatus } from "./connection-host.ts";
import { Pause } from "./pause.ts";
import { readFeed } from "./read-feed.ts";
import type { SideScope } from "./side-pages.ts";

type Outcome = HttpFailure | { readonly kind: "lost" };

/** Larger pages are no faster, but hold the worker up for longer and cost the desk memory: 30 MB more at 1,000. */
const PAGE_CHANGES = 750;
/** Between two tellings of how far it has got: what shows it is drawn each time. */
const PROGRESS_EVERY_MS = 300;
/** A dropped feed is usually back at once; only when it is not the console is offline. */
const FIRST_RETRY_MS = 100;

/** The way down: feed and changes, kept up with back-off for as long as this window writes. */
export class Connection {
	readonly #host: ConnectionHost;
	readonly #pause: Pause;
	readonly #backoff: Backoff;
	#status: ConnectionStatus = CONNECTING;
	#isFetching = false;
	#fetching: Promise<unknown> = Promise.resolve();
	#stop: AbortController | null = null;
	#isMoreWanted = false;
	#taken = 0;
	/** When it was last told how far it has got. */
	#progressAt = Number.NEGATIVE_INFINITY;
	#lostAt: number | null = null;
	/** The feed that is open has said which past it is of: nothing is sent to a desk that has not. */
	#isGreeted = false;
	#mustStartOver = false;
	/** How far the feed said that the desk has got, in which past. */
	#heard: { readonly epoch: string; readonly seq: number } = { epoch: "", seq: 0 };

	constructor(host: ConnectionHost) {
		this.#host = host;
		this.#pause = new Pause(host.clock);
		this.#backoff = new Backoff(1_000, 30_000, host.random);
	}

	get status(): ConnectionStatus {
		return this.#status;
	}

	get isConnected(): boolean {
		return this.#isGreeted && (this.#status.state === "live" || this.#status.state === "catching-up");
	}

	/** Try now instead of waiting. */
	wake(): void {
		this.#backoff.reset();
		this.#pause.wake();
	}

	/** Somebody else is signed in, or nobody: begin again as who it is now. */
	restart(): void {
		this.#stop?.abort();
		this.wake();
	}

	/** The desk has lost part of its past under the same name: nothing cached can be trusted. */
	startOver(): void {
		this.#mustStartOver = true;
		this.restart();
	}

	async run(signal: AbortSignal): Promise<void> {
		while (!signal.aborted) {
			const outcome = await this.#connectOnce(signal);
			if (!signal.aborted) await this.#rest(outcome, signal);
		}
	}

	async #rest(outcome: Outcome, signal: AbortSignal): Promise<void> {
		if (outcome.kind === "signed-out") {
			this.#set({ state: "signed-out", firstSync: null });
			return this.#pause.wait(null, signal);
		}
		if (outcome.kind === "lost") {
			this.#lostAt ??= this.#host.clock.now();
			return this.#pause.wait(FIRST_RETRY_MS, signal);
		}
		if (outcome.kind === "refused" && outcome.status === 403) {
			// The desk is there: nothing else can be said to be out of reach. It is asked again, as roles come back.
			this.#set({ state: "no-access", offlineSince: null, firstSync: null });
			return this.#pause.wait(this.#backoff.next(), signal);
		}
		const offlineSince = this.#status.offlineSince ?? this.#lostAt ?? this.#host.clock.now();
		this.#set({ state: "offline", offlineSince, firstSync: null });
		const askedMs = outcome.kind === "busy" ? (outcome.retryAfterMs ?? 0) : 0;
		return this.#pause.wait(this.#backoff.next(askedMs), signal);
	}

	async #connectOnce(signal: AbortSignal): Promise<Outcome> {
		const session = await this.#host.refreshSession(signal);
		if (!session.ok) return session.error;
		if (!session.value.person) return { kind: "signed-out" };
		if (this.#mustStartOver) {
			await this.#host.resync();
			this.#mustStartOver = false;
			this.#heard = { epoch: "", seq: 0 };
		}
		// Asked before the feed is: what is sent meanwhile comes later than its greeting.
		const heardSeq = this.#heard.epoch === this.#host.epoch() ? this.#heard.seq : 0;
		const newestSeq = Math.max(this.#host.newestSeq(), heardSeq);
		const stop = new AbortController();
		this.#stop = stop;
		const both = AbortSignal.any([signal, stop.signal]);
		const feed = await this.#host.http.stream("/api/feed", both);
		if (!feed.ok) return feed.error;
		const ending: { failure: HttpFailure | null } = { failure: null };
		await readFeed(
			feed.value,
			(event) =>
				this.#takeEvent(event, both, newestSeq, (failure) => {
					ending.failure ??= failure;
					stop.abort();
				}),
			this.#host.clock,
		);
		this.#isGreeted = false;
		stop.abort();
		await this.#fetching;
		return ending.failure ?? { kind: "lost" };
	}

	#takeEvent(
		event: FeedEvent,
		signal: AbortSignal,
		newestSeq: number,
		end: (failure: HttpFailure | null) => void,
	): void {
		if (signal.aborted) return;
		this.#set({ heardAt: this.#host.clock.now() });
		switch (event.type) {
			case "hello":
				if (event.epoch !== this.#host.epoch() || event.seq < newestSeq) {
					this.#mustStartOver = event.epoch === this.#host.epoch();
					end(null);
					break;
				}
				this.#lostAt = null;
				this.#isGreeted = true;
				this.#taken = 0;
				this.#heard = { epoch: event.epoch, seq: event.seq };
				this.#set({ state: "catching-up", offlineSince: null });
				this.#host.onConnected();
				this.#wantMore(signal, end);
				void this.#fetchFigures(signal);
				break;
			case "head":
				this.#heard = { ...this.#heard, seq: Math.max(this.#heard.seq, event.seq) };
				this.#wantMore(signal, end);
				break;
			case "figures":
				this.#host.onFigures(event.figures);
				break;
			case "presence":
				this.#host.onPresence(event);
				break;
			case "alive":
				break;
			default:
				assertNever(event);
		}
	}

	/** The feed tells the figures of a check with its next result only: those of before are asked for once. */
	async #fetchFigures(signal: AbortSignal): Promise<void> {
		const answer = await this.#host.http.get("/api/checks", { signal });
		if (!answer.ok || signal.aborted) return;
		const list = checkListSchema.safeParse(answer.value);
		if (list.success) this.#host.onFigures(list.data.figures);
	}

	/** Makes sure that everything up to now is fetched: now, or once more when the fetch under way ends. */
	#wantMore(signal: AbortSignal, end: (failure: HttpFailure | null) => void): void {
		this.#isMoreWanted = true;
		if (this.#isFetching) return;
		this.#isFetching = true;
		this.#fetching = this.#catchUp(signal)
			.then(
				(failure) => failure && end(failure),
				(error) => end({ kind: "unreachable", message: String(error) }),
			)
			.finally(() => {
				this.#isFetching = false;
			});
	}

	async #catchUp(signal: AbortSignal): Promise<HttpFailure | null> {
		let workingSince = 0;
		while (!signal.aborted) {
			const side = this.#host.sideScope(workingSince);
			const isSide = side !== null && (side.kind === "working" || !this.#isMoreWanted);
			if (!isSide && !this.#isMoreWanted) break;
			if (!isSide) this.#isMoreWanted = false;
			const fetched: Result<number, HttpFailure> = isSide
				? await this.#fetchSidePage(side, signal)
				: await this.#fetchPages(signal);
			if (!fetched.ok) return fetched.error;
			if (isSide) workingSince = fetched.value;
		}
		if (signal.aborted) return null;
		// An answer kept by something on the way: the desk itself has more.
		if (this.#host.cursor() < this.#heard.seq) return { kind: "unreachable", message: "the answer was old" };
		this.#backoff.reset();
		this.#set({ state: "live", left: 0, firstSync: null });
		return null;
	}

	/** Answers where the scope goes on. */
	async #fetchSidePage(
		{ kind, query, since }: SideScope,
		signal: AbortSignal,
	): Promise<Result<number, HttpFailure>> {
		const reply = await this.#askPage(since, `&${query}`, signal);
		if (!reply.ok) return { ok: false, error: await this.#pageFailure(reply.error) };
		const page = readChangePage(reply.value);
		if (signal.aborted || !(await this.#host.takeSidePage(page, kind))) return ok(since);
		if (kind === "working") this.#set({ state: "catching-up", left: page.left, firstSync: 0 });
		else this.#set({ state: "catching-up", left: page.left });
		return ok(page.next);
	}

	/** The next page travels while the one in hand is written. */
	async #fetchPages(signal: AbortSignal): Promise<Result<number, HttpFailure>> {
		let since = this.#host.cursor();
		let next: Promise<Result<unknown, HttpFailure>> | null = this.#askLogPage(since, signal);
		while (next && !signal.aborted) {
			const reply: Result<unknown, HttpFailure> = await next;
			if (!reply.ok) return { ok: false, error: await this.#pageFailure(reply.error) };
			const page = readChangePage(reply.value);
			next = page.hasMore ? this.#askLogPage(page.next, signal) : null;
			await this.#host.takePage(page, since);
			since = page.next;
			this.#noteProgress(page);
		}
		return ok(this.#host.cursor());
	}

	#askLogPage(since: number, signal: AbortSignal): Promise<Result<unknown, HttpFailure>> {
		return this.#askPage(since, this.#host.limitQuery(), signal);
	}

	#askPage(since: number, parameters: string, signal: AbortSignal): Promise<Result<unknown, HttpFailure>> {
		const epoch = encodeURIComponent(this.#host.epoch() ?? "");
		const path = `/api/changes?since=${since}&epoch=${epoch}&limit=${PAGE_CHANGES}${parameters}`;
		return this.#host.http.get(path, { signal });
	}

	async #pageFailure(failure: HttpFailure): Promise<HttpFailure> {
		if (failure.kind === "refused" && failure.code === "cursor_ahead") await this.#host.resync();
		return failure;
	}

	#noteProgress(page: ChangePage): void {
		this.#taken += page.changes.length;
		const now = this.#host.clock.now();
		// A clock that was set back is no reason to fall silent.
		if (!page.hasMore || Math.abs(now - this.#progressAt) < PROGRESS_EVERY_MS) return;
		this.#progressAt = now;
		const firstSync = this.#host.isComplete() ? null : this.#taken / (this.#taken + page.left);
		this.#set({ state: "catching-up", left: page.left, firstSync });
	}

	#set(change: Partial<ConnectionStatus>): void {
		this.#status = { ...this.#status, ...change };
		this.#host.onStatus(this.#status);
	}
}
