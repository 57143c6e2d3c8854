import type { Alert } from "../../../shared/api/alerts.ts";
import type { Check, CheckFigures, CheckResult, CheckState } from "../../../shared/api/checks.ts";
import type { Actor } from "../../../shared/api/tickets.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";

/** What the parts of the background tell each other. Sent after the commit it speaks of, never before. */
export interface DeskEvents {
	/** The change log has grown to `seq`. */
	readonly head: { readonly seq: number };
	readonly "ticket.changed": { readonly ticket: Ticket; readonly actor: Actor };
	/** A calendar or a policy has another version. */
	readonly "definitions.changed": Record<never, never>;
	/** A message to a caller waits to be sent. */
	readonly "mail.queued": Record<never, never>;
	/** Many tickets came at once, by an import or a sample, none of which was told of by itself. */
	readonly "tickets.filled": Record<never, never>;
	readonly "check.saved": { readonly check: Check };
	readonly "check.removed": { readonly checkId: string };
	/** A hard state was entered: `since` is the first result that showed it, `result` the one that confirmed it. */
	readonly "check.state": {
		readonly check: Check;
		readonly from: CheckState;
		readonly to: CheckState;
		readonly since: number;
		readonly result: CheckResult | null;
	};
	/** Unlogged hints, at most once a second. */
	readonly figures: { readonly figures: readonly CheckFigures[] };
	readonly "alert.changed": { readonly alert: Alert };
	/** What somebody may do, or a sign-in of theirs, is no longer what it was: their consoles ask again. */
	readonly "rights.changed": { readonly personId: string };
}

type Listener<Payload> = (payload: Payload) => void;

/** A typed, synchronous event hub; a listener that throws is reported and stops nobody else. */
export class EventHub<Events> {
	readonly #listeners = new Map<keyof Events, Set<Listener<never>>>();
	readonly #onFailure: (error: unknown) => void;

	constructor(onFailure: (error: unknown) => void) {
		this.#onFailure = onFailure;
	}

	/** Answers the function that stops listening. */
	on<Name extends keyof Events>(name: Name, listener: Listener<Events[Name]>): () => void {
		const listeners = this.#listeners.get(name) ?? new Set();
		this.#listeners.set(name, listeners);
		listeners.add(listener);
		return () => listeners.delete(listener);
	}

	emit<Name extends keyof Events>(name: Name, payload: Events[Name]): void {
		for (const listener of this.#listeners.get(name) ?? []) {
			try {
				(listener as Listener<Events[Name]>)(payload);
			} catch (error) {
				this.#onFailure(error);
			}
		}
	}
}
