/** What tests of the data worker are made of: tickets, and a desk in memory that can fail on purpose. */
import { ATTACHMENT_MISSING } from "../../shared/api/attachments.ts";
import type { Change, ChangePage } from "../../shared/api/changes.ts";
import type { Session } from "../../shared/api/desk.ts";
import type { DeskSetting } from "../../shared/api/desk-settings.ts";
import type { Intent, IntentResult } from "../../shared/api/intents.ts";
import { ok, type Result } from "../../shared/result.ts";
import type { Definitions } from "../../shared/sla/policy.ts";
import { applyChange } from "../../shared/ticket/apply.ts";
import { judgeChange } from "../../shared/ticket/judge.ts";
import { isOpenState } from "../../shared/ticket/lifecycle.ts";
import { mergeIntent } from "../../shared/ticket/merge.ts";
import { openTicket } from "../../shared/ticket/open.ts";
import type { Ticket } from "../../shared/ticket/ticket.ts";
import { FakeUploads } from "./attachments/fake-uploads.ts";
import { guardDesk } from "./fixture-guard.ts";
import type { BytePart, Http, HttpFailure } from "./http.ts";

/** A small, fast generator of numbers from 0 to 1: the same for the same seed. */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

export function makeUuid(counter: number): string {
	return `0190a000-0000-7000-8000-${String(counter).padStart(12, "0")}`;
}

export function makeTicket(counter: number, change: Partial<Ticket> = {}): Ticket {
	const { ticket } = openTicket({
		id: makeUuid(counter),
		number: `INC${String(counter).padStart(7, "0")}`,
		kind: "incident",
		set: { shortDescription: `Ticket ${counter}`, callerId: "c1", impact: 3, urgency: 3 },
		openedById: "p1",
		at: 1_700_000_000_000 + counter * 60_000,
	});
	return { ...ticket, ...change };
}

export const SESSION: Session = {
	mode: "open",
	person: {
		id: "p1",
		name: "Ada Agent",
		email: null,
		phone: null,
		location: null,
		department: null,
		isVip: false,
		roles: ["agent"],
		teamIds: ["t1"],
		isActive: true,
	},
	roles: ["agent"],
	deskName: "Test desk",
	zone: "UTC",
	epoch: "e1",
	serverTime: 1_800_000_000_000,
};

/** What goes wrong on the way; each is asked once per request. */
export interface Faults {
	readonly isLostBefore: () => boolean;
	readonly isLostAfter: () => boolean;
}

const NO_FAULTS: Faults = { isLostBefore: () => false, isLostAfter: () => false };
const LOST: HttpFailure = { kind: "unreachable", message: "lost on the way" };

/** A desk in memory with the real rules: judges, merges, applies at most once, feeds. */
export class FakeDesk {
	session: Session = SESSION;
	faults: Faults = NO_FAULTS;
	isDown = false;
	/** Answers every change page with this instead. */
	changesFailure: HttpFailure | null = null;
	intentsFailure: HttpFailure | null = null;
	pageLimit = 5_000;
	/** Hears of every page of changes before it is made. */
	onPage: (query: URLSearchParams) => void = () => undefined;
	readonly tickets = new Map<string, { readonly ticket: Ticket; readonly seq: number }>();
	/** How often each intent was really applied. */
	readonly appliedCounts = new Map<string, number>();
	readonly batches: (readonly string[])[] = [];
	readonly #defined = new Map<
		string,
		{ readonly kind: string; readonly row: { id: string }; readonly seq: number }
	>();
	readonly #tombstones = new Map<string, number>();
	readonly #results = new Map<string, IntentResult>();
	readonly #feeds = new Set<ReadableStreamDefaultController<Uint8Array>>();
	#seq = 0;
	#counter = 900_000;
	readonly uploads = new FakeUploads();

	get seq(): number {
		return this.#seq;
	}

	put(ticket: Ticket): void {
		this.#place(ticket);
		this.#feed({ type: "head", seq: this.#seq });
	}

	#place(ticket: Ticket): void {
		this.#seq += 1;
		this.tickets.set(ticket.id, { ticket, seq: this.#seq });
	}

	/** Calendars and policies become these. */
	define({ calendars, policies }: Definitions): void {
		for (const row of calendars) this.#defined.set(row.id, { kind: "calendar", row, seq: ++this.#seq });
		for (const row of policies) this.#defined.set(row.id, { kind: "policy", row, seq: ++this.#seq });
		this.#feed({ type: "head", seq: this.#seq });
	}

	/** The desk chooses this for all tickets. */
	choose(row: DeskSetting): void {
		this.#defined.set(row.id, { kind: "setting", row, seq: ++this.#seq });
		this.#feed({ type: "head", seq: this.#seq });
	}

	/** A ticket goes; what is left is its tombstone. */
	remove(ticketId: string): void {
		if (!this.tickets.delete(ticketId)) return;
		this.#seq += 1;
		this.#tombstones.set(ticketId, this.#seq);
		this.#feed({ type: "head", seq: this.#seq });
	}

	/** Somebody else changes a ticket. */
	change(ticketId: string, set: Parameters<typeof applyChange>[1], at: number): void {
		const known = this.tickets.get(ticketId);
		if (known) this.put(applyChange(known.ticket, set, at).ticket);
	}

	/**
	 * As after restoring a backup: another past, in which only `ticketIds` and none of the later intents exist.
	 * Feeds end with it, or stay open and say nothing of it.
	 */
	restore(
		epoch: string,
		ticketIds: readonly string[],
		at: ReadonlyMap<string, Ticket>,
		isFeedKept = false,
	): void {
		this.session = { ...this.session, epoch };
		this.tickets.clear();
		this.#results.clear();
		this.#seq = 0;
		for (const id of ticketIds) {
			const ticket = at.get(id);
			if (ticket) this.#place(ticket);
		}
		if (!isFeedKept) this.cutFeeds();
	}

	/** The network goes: feeds end, requests fail. */
	goDown(): void {
		this.isDown = true;
		this.cutFeeds();
	}

	cutFeeds(): void {
		for (const feed of this.#feeds) feed.close();
		this.#feeds.clear();
	}

	readonly #http: Http = {
		get: async (path) => this.#answer(() => this.#get(path)),
		post: async (path, { body }) => {
			if (path.startsWith("/api/attachments")) return this.#answer(() => this.uploads.post(path, body));
			if (this.intentsFailure) return { ok: false, error: this.intentsFailure };
			return this.#answer(() => ok(this.#take(body as { readonly intents: readonly Intent[] })));
		},
		put: async (path, { body }) => this.#answer(() => this.uploads.put(path, body)),
		putJson: async () => ({ ok: false, error: LOST }),
		getPart: async (path, stretch) => {
			const reply = this.#answer(() => this.uploads.content(path, stretch));
			return reply.ok ? ok(reply.value as BytePart) : reply;
		},
		stream: async (_path, signal) => {
			if (this.isDown) return { ok: false, error: LOST };
			return ok(this.#openFeed(signal));
		},
	};

	readonly http: Http = guardDesk(
		this.#http,
		() => this.isDown,
		() => this.session,
	);

	#answer(make: () => Result<unknown, HttpFailure>): Result<unknown, HttpFailure> {
		if (this.isDown || this.faults.isLostBefore()) return { ok: false, error: LOST };
		const answer = make();
		return this.faults.isLostAfter() ? { ok: false, error: LOST } : structuredClone(answer);
	}

	#get(path: string): Result<unknown, HttpFailure> {
		if (path === "/api/session") return ok(this.session);
		if (path.startsWith("/api/changes")) {
			if (this.changesFailure) return { ok: false, error: this.changesFailure };
			const query = new URLSearchParams(path.slice(path.indexOf("?")));
			this.onPage(query);
			if (this.isDown) return { ok: false, error: LOST };
			return this.#refuseCursor(query) ?? ok(this.#page(query));
		}
		if (path.startsWith("/api/tickets/")) {
			const key = path.slice("/api/tickets/".length);
			const found = [...this.tickets.values()].find(
				({ ticket }) => ticket.number === key || ticket.id === key,
			);
			if (found) return ok(this.#detail(found.ticket));
		}
		return {
			ok: false,
			error: { kind: "refused", status: 404, code: "not_found", message: "no", path: undefined },
		};
	}

	/** A cursor of another past, or from the future. */
	#refuseCursor(query: URLSearchParams): Result<never, HttpFailure> | null {
		if (query.get("epoch") !== this.session.epoch) return refused("epoch_changed");
		return Number(query.get("since")) > this.#seq ? refused("cursor_ahead") : null;
	}

	#detail(ticket: Ticket): object {
		return {
			ticket,
			history: [],
			clocks: [],
			alertIds: [],
			seq: this.#seq,
			serverTime: 1_800_000_000_000,
		};
	}

	#page(query: URLSearchParams): ChangePage {
		const since = Number(query.get("since"));
		const newer = [...this.#rowsFor(query), ...this.#gravesFor(query)]
			.filter(({ seq }) => seq > since)
			.sort((one, other) => one.seq - other.seq);
		const changes = newer.slice(0, this.pageLimit);
		return {
			epoch: this.session.epoch,
			head: this.#seq,
			next: newer.length > changes.length ? (changes.at(-1)?.seq ?? since) : this.#seq,
			hasMore: newer.length > changes.length,
			left: newer.length - changes.length,
			serverTime: 1_800_000_000_000,
			changes,
		};
	}

	#rowsFor(query: URLSearchParams): readonly Change[] {
		const tickets = [...this.tickets.values()]
			.filter(({ ticket }) => isAskedFor(ticket, query))
			.map(({ ticket, seq }): Change => ({ seq, kind: "ticket", id: ticket.id, row: ticket as never }));
		const defined = [...this.#defined.values()].map(
			({ row, ...of }) => ({ ...of, id: row.id, row }) as Change,
		);
		return query.get("scope") === "ended" ? tickets : [...tickets, ...defined];
	}

	#gravesFor(query: URLSearchParams): readonly Change[] {
		if (query.has("scope")) return [];
		return [...this.#tombstones].map(([id, seq]) => ({ seq, kind: "ticket", id, deleted: true }));
	}

	#take({ intents }: { readonly intents: readonly Intent[] }) {
		this.batches.push(intents.map((intent) => intent.id));
		const refused = new Set<string>();
		const results = intents.map((intent) => {
			const known = this.#results.get(intent.id);
			if (known) return { ...known, wroteNothing: true };
			const result = refused.has(intent.ticketId) ? behind(intent) : this.#judge(intent);
			if (result.status === "conflict" || result.status === "rejected") refused.add(intent.ticketId);
			else this.#results.set(intent.id, result);
			return result;
		});
		return { epoch: this.session.epoch, serverTime: 1_800_000_000_000, results };
	}

	#judge(intent: Intent): IntentResult {
		const known = this.tickets.get(intent.ticketId)?.ticket;
		if ((intent.attachmentIds ?? []).some((id) => !this.uploads.complete.has(id))) {
			const reason = { code: ATTACHMENT_MISSING, message: "not all files are there" };
			return { id: intent.id, status: "rejected", reason };
		}
		if (intent.type === "create") {
			this.#counter += 1;
			const number = `INC0${this.#counter}`;
			return this.#applied(intent, openTicket({ ...opening(intent), number }).ticket);
		}
		if (!known)
			return { id: intent.id, status: "rejected", reason: { code: "not_found", message: "no such ticket" } };
		const merged = mergeIntent(known, intent.base, intent.set);
		if (merged.kind === "conflict") {
			const fields = [...merged.fields];
			return {
				id: intent.id,
				status: "conflict",
				revision: known.revision,
				fields,
				byPersonId: "p2",
				at: known.updatedAt,
			};
		}
		const judged = judgeChange(known, { set: merged.set, note: intent.note, actor: "person" });
		if (!judged.ok) {
			const { code, message } = judged.error;
			return { id: intent.id, status: "rejected", reason: { code, message } };
		}
		const act = { isByPerson: true, personId: "p1", note: intent.note ?? null };
		return this.#applied(intent, applyChange(known, merged.set, intent.occurredAt, act).ticket);
	}

	#applied(intent: Intent, ticket: Ticket): IntentResult {
		this.appliedCounts.set(intent.id, (this.appliedCounts.get(intent.id) ?? 0) + 1);
		this.put(ticket);
		return {
			id: intent.id,
			status: "applied",
			revision: ticket.revision,
			number: ticket.number,
			seq: this.#seq,
			wroteNothing: false,
		};
	}

	#openFeed(signal: AbortSignal): ReadableStream<Uint8Array> {
		let own: ReadableStreamDefaultController<Uint8Array> | null = null;
		return new ReadableStream({
			start: (controller) => {
				own = controller;
				this.#feeds.add(controller);
				signal.addEventListener("abort", () => {
					if (this.#feeds.delete(controller)) controller.close();
				});
				controller.enqueue(
					encode({ type: "hello", epoch: this.session.epoch, seq: this.#seq, serverTime: 1_800_000_000_000 }),
				);
			},
			cancel: () => {
				if (own) this.#feeds.delete(own);
			},
		});
	}

	#feed(event: object): void {
		for (const feed of this.#feeds) feed.enqueue(encode(event));
	}
}

/** As the desk's own scopes; a ticket left out is not mentioned. */
function isAskedFor(ticket: Ticket, query: URLSearchParams): boolean {
	const isOpen = isOpenState(ticket.kind, ticket.state);
	if (query.get("scope") === "working")
		return isOpen && (ticket.teamId === "t1" || ticket.assigneeId === "p1");
	const from = Number(query.get("endedFrom") ?? 0);
	if (query.get("scope") !== "ended") return isOpen || ticket.updatedAt >= from;
	return !isOpen && ticket.updatedAt >= from && ticket.updatedAt < Number(query.get("endedBefore"));
}

function refused(code: string): Result<never, HttpFailure> {
	return { ok: false, error: { kind: "refused", status: 409, code, message: "no", path: undefined } };
}

function behind(intent: Intent): IntentResult {
	return {
		id: intent.id,
		status: "rejected",
		reason: { code: "earlier_not_applied", message: "an earlier one waits" },
	};
}

function opening(intent: Extract<Intent, { type: "create" }>) {
	const { ticketId: id, kind, set, note, occurredAt: at } = intent;
	return { id, kind, set, note, openedById: "p1", at };
}

function encode(event: object): Uint8Array {
	return new TextEncoder().encode(`event: x\ndata: ${JSON.stringify(event)}\n\n`);
}
