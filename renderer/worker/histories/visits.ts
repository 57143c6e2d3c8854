import { ticketDetailSchema } from "../../../shared/api/tickets.ts";
import type { Dirty, TicketCache } from "../cache/ticket-cache.ts";
import type { Http } from "../http.ts";

/** Before a key that the desk did not answer for is asked for again. */
const RETRY_AFTER_MS = 5_000;

export interface VisitsOptions {
	readonly cache: TicketCache;
	readonly http: Http;
	readonly now: () => number;
	readonly canFetch: () => boolean;
	/** A ticket came that is not kept here. */
	readonly onVisit: (dirty: Dirty) => void;
	/** The desk has none, or could not be asked. */
	readonly onMissed: () => void;
}

/** Tickets that are not kept on this workstation, or not yet, fetched when somebody asks for one. */
export class Visits {
	readonly #options: VisitsOptions;
	readonly #missedAt = new Map<string, number>();
	readonly #fetching = new Set<string>();

	constructor(options: VisitsOptions) {
		this.#options = options;
	}

	/** Asks the desk for a ticket by id or number; false where it can't be, or was in vain just now. */
	ask(key: string): boolean {
		const missedAt = this.#missedAt.get(key) ?? Number.NEGATIVE_INFINITY;
		if (this.#fetching.has(key)) return true;
		if (this.#options.now() - missedAt < RETRY_AFTER_MS || !this.#options.canFetch()) return false;
		this.#fetching.add(key);
		void this.#fetch(key).finally(() => this.#fetching.delete(key));
		return true;
	}

	async #fetch(key: string): Promise<void> {
		const { http, cache, now, onVisit, onMissed } = this.#options;
		const reply = await http.get(`/api/tickets/${encodeURIComponent(key)}`);
		const parsed = reply.ok ? ticketDetailSchema.safeParse(reply.value) : null;
		const dirty = parsed?.success ? cache.takeVisitor(parsed.data.ticket, parsed.data.seq) : null;
		if (dirty) {
			this.#missedAt.delete(key);
			onVisit(dirty);
			return;
		}
		this.#missedAt.set(key, now());
		onMissed();
	}
}
