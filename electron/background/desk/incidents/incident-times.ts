import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import { compileCalendarVersions } from "../../../../shared/sla/calendar-versions.ts";
import { BUSINESS_HOURS_ID } from "../../../../shared/sla/default-definitions.ts";
import { newestOf } from "../../../../shared/sla/versions.ts";
import { closesAt, nextHoldStep } from "../../../../shared/ticket/incident-rules.ts";
import { INCIDENT_STATE } from "../../../../shared/ticket/lifecycles/incident.ts";
import type { EpochMs, Ticket } from "../../../../shared/ticket/ticket.ts";
import { fromTicketRow } from "../../store/rows.ts";
import type { DeskDatabase, Store } from "../../store/store.ts";
import { act } from "../reactions/react.ts";
import { readIncidentSettings } from "../settings/desk-settings.ts";
import { readDefinitions } from "../sla/definitions.ts";
import { closeQuiet, type PauseFrom, stepHold } from "./incident-steps.ts";

export interface IncidentTimesParts {
	readonly store: Store;
	readonly now: () => EpochMs;
	readonly onFailure: (error: unknown) => void;
}

const EVERY_MS = 10_000;
/** Tickets read at a time: everything else has its turn in between. */
const SLICE = 500;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Does what time brings to incidents: reminders of holds, and closing what was resolved and is quiet. What is
 * due is read from the tickets each time and what was done is written on them, so nothing is lost or done
 * twice by a restart.
 */
export class IncidentTimes {
	readonly #parts: IncidentTimesParts;
	#timer: NodeJS.Timeout | undefined;
	#round: Promise<void> = Promise.resolve();
	#isDisposed = false;

	constructor(parts: IncidentTimesParts) {
		this.#parts = parts;
	}

	start(): void {
		const round = this.act().catch(this.#parts.onFailure);
		this.#timer = setTimeout(() => void round.then(() => this.#again()), EVERY_MS).unref();
	}

	async dispose(): Promise<void> {
		this.#isDisposed = true;
		clearTimeout(this.#timer);
		await this.#round.catch(() => undefined); // who asked for it has heard of it
	}

	/** Does all that is due by now; answers when it is done. */
	act(): Promise<void> {
		this.#round = this.#round.catch(() => undefined).then(() => this.#actNow());
		return this.#round;
	}

	#again(): void {
		if (!this.#isDisposed) this.start();
	}

	async #actNow(): Promise<void> {
		const { store } = this.#parts;
		const now = this.#parts.now();
		const { reminderDays, closeAfterHours } = await readIncidentSettings(store.reader);
		const pauseFrom = await readPause(store.reader, reminderDays);
		const { onHold, resolved } = INCIDENT_STATE;
		await this.#each({ state: onHold, column: "follow_up_at", dueBy: now }, (ticket) => {
			const next = nextHoldStep(ticket, pauseFrom);
			return next && next.at <= now ? (desk) => stepHold(desk, ticket.id, pauseFrom) : null;
		});
		if (closeAfterHours === null) return;
		const quietSince = now - closeAfterHours * HOUR_MS;
		await this.#each({ state: resolved, column: "updated_at", dueBy: quietSince }, (ticket) => {
			const at = closesAt(ticket, closeAfterHours);
			return at !== null && at <= now ? (desk) => closeQuiet(desk, ticket.id, closeAfterHours) : null;
		});
	}

	/** Asks of each waiting incident what is to be done, and does it in a transaction of its own. */
	async #each(waiting: Waiting, decide: (ticket: Ticket) => Parameters<typeof act>[2] | null): Promise<void> {
		const { store, now } = this.#parts;
		for (let after = ""; !this.#isDisposed; ) {
			const tickets = await readWaiting(store.reader, { ...waiting, after });
			for (const ticket of tickets) {
				const rule = decide(ticket);
				if (this.#isDisposed) return;
				if (rule) await store.write((scope) => act({ ...scope, events: store.events }, now(), rule));
			}
			const last = tickets.at(-1);
			if (!last || tickets.length < SLICE) return;
			after = last.id;
			await setImmediate();
		}
	}
}

/** Incidents of a state whose moment in a column has come. */
interface Waiting {
	readonly state: number;
	readonly column: "follow_up_at" | "updated_at";
	readonly dueBy: EpochMs;
}

/** Imported history is left as it is, until something happens to it here: its entries are told by `importedEntryId`. */
async function readWaiting(
	database: DeskDatabase,
	{ state, column, dueBy, after }: Waiting & { readonly after: string },
): Promise<readonly Ticket[]> {
	const rows = await database
		.selectFrom("ticket")
		.innerJoin("history", (join) =>
			join.onRef("history.ticket_id", "=", "ticket.id").onRef("history.revision", "=", "ticket.revision"),
		)
		.selectAll("ticket")
		.where("ticket.kind", "=", "incident")
		.where("ticket.state", "=", state)
		.where(`ticket.${column}`, "<=", dueBy)
		.where("ticket.id", ">", after)
		.where(sql<boolean>`history.id <> ticket.id || ':' || ticket.revision`)
		.orderBy("ticket.id")
		.limit(SLICE)
		.execute();
	return rows.map(fromTicketRow);
}

/** The pause between two reminders, in the desk's business hours. */
async function readPause(database: DeskDatabase, reminderDays: number): Promise<PauseFrom> {
	const { calendars } = await readDefinitions(database);
	const versions = calendars.find(({ id }) => id === BUSINESS_HOURS_ID)?.versions ?? [];
	const newest = newestOf(versions);
	if (!newest) return () => null;
	const calendar = compileCalendarVersions(versions);
	const pauseMs = reminderDays * newest.minutesPerDay * MINUTE_MS;
	return (from) => calendar.addOpenMs(from, pauseMs);
}
