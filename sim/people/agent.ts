import { takeIntents } from "../../electron/background/desk/intents.ts";
import { findPerson } from "../../electron/background/store/people.ts";
import { fromTicketRow, toPersonRow } from "../../electron/background/store/rows.ts";
import { baseValues } from "../../renderer/worker/outbox/make-entry.ts";
import type { Ticket, TicketPatch } from "../../shared/ticket/ticket.ts";
import type { SimDesk } from "../desk/sim-desk.ts";
import type { Faults } from "../faults.ts";
import type { Random } from "../time/random.ts";
import type { Scheduler } from "../time/scheduler.ts";
import { makeSimId, type Trace } from "../trace.ts";
import type { EditMaker } from "./edits.ts";

const DEVICE = makeSimId(255, 0);
const PERSON = "dan";

export interface AgentParts {
	readonly scheduler: Scheduler;
	readonly random: Random;
	readonly faults: Faults;
	readonly trace: Trace;
	readonly edits: EditMaker;
	readonly desk: SimDesk;
}

/** Somebody elsewhere, who works on the same tickets without any of this. */
export class Agent {
	readonly #parts: AgentParts;
	readonly removed = new Set<string>();
	#tickets = 0;
	#intents = 0;

	constructor(parts: AgentParts) {
		this.#parts = parts;
	}

	/** So many new tickets at once. */
	async open(count: number): Promise<void> {
		const intents = Array.from({ length: count }, () => {
			this.#tickets += 1;
			const set: TicketPatch = {
				shortDescription: `Ticket ${this.#tickets}`,
				callerId: "cho",
				teamId: "network",
			};
			return {
				...this.#blank(),
				type: "create",
				ticketId: makeSimId(0, this.#tickets),
				kind: "incident",
				set,
			};
		});
		await this.#send(intents);
	}

	async edit(): Promise<void> {
		const ticket = await this.#anyTicket();
		if (ticket) await this.#change(ticket, this.#parts.edits.edit(ticket).set);
	}

	/** The same fields of the same ticket as somebody at a console has just changed. */
	async rival(ticketId: string, set: TicketPatch): Promise<void> {
		const rivals = this.#parts.edits.rival(set);
		const row = await this.#parts.desk.store.reader
			.selectFrom("ticket")
			.selectAll()
			.where("id", "=", ticketId)
			.executeTakeFirst();
		if (row) await this.#change(fromTicketRow(row), rivals);
	}

	/** Closed: nothing that was to be edited can be. */
	async close(): Promise<void> {
		const ticket = await this.#anyTicket();
		if (ticket && (await this.#change(ticket, { state: 8 }))) this.#parts.faults.count("ticketClosed");
	}

	/** Resolved and opened again: what was seen is no longer so, though it looks the same. */
	async reopen(): Promise<void> {
		const ticket = await this.#anyTicket();
		if (!ticket) return;
		const resolving = { state: 6, closeCode: "Known error", closeNotes: "no" };
		if (!(await this.#change(ticket, resolving))) return;
		const resolved = { ...ticket, ...resolving, revision: ticket.revision + 1 };
		if (await this.#change(resolved, { state: 2, assigneeId: PERSON }))
			this.#parts.faults.count("ticketReopened");
	}

	/** What a state asks for is no longer there. */
	async clearCaller(): Promise<void> {
		const ticket = await this.#anyTicket();
		if (ticket && (await this.#change(ticket, { assigneeId: null, teamId: null })))
			this.#parts.faults.count("callerMissing");
	}

	/** Gone from the desk, with a tombstone. */
	async remove(): Promise<void> {
		const ticket = await this.#anyTicket();
		if (!ticket) return;
		this.#parts.faults.count("ticketRemoved");
		this.removed.add(ticket.id);
		this.#parts.trace.note("agent", () => `removes ${ticket.id}`);
		await this.#parts.desk.store.write(async ({ tx, logChange }) => {
			await tx.deleteFrom("history").where("ticket_id", "=", ticket.id).execute();
			await tx.deleteFrom("ticket").where("id", "=", ticket.id).execute();
			logChange("ticket", ticket.id, true);
		});
	}

	/** Roles, or whether somebody is there at all. */
	async changePerson(
		personId: string,
		change: { readonly roles?: ("agent" | "caller")[]; readonly isActive?: boolean },
	): Promise<void> {
		this.#parts.trace.note("agent", () => `${personId}: ${JSON.stringify(change)}`);
		await this.#parts.desk.store.write(async ({ tx, logChange }) => {
			const person = await findPerson(tx, personId);
			if (!person) return;
			const { id, ...columns } = toPersonRow({ ...person, ...change });
			await tx.updateTable("person").set(columns).where("id", "=", id).execute();
			logChange("person", id);
		});
	}

	async #anyTicket(): Promise<Ticket | undefined> {
		const rows = await this.#parts.desk.store.reader.selectFrom("ticket").selectAll().orderBy("id").execute();
		return this.#parts.random.pickOrNone(rows.map(fromTicketRow));
	}

	async #change(ticket: Ticket, set: TicketPatch): Promise<boolean> {
		if (Object.keys(set).length === 0) return false;
		const intent = {
			...this.#blank(),
			type: "change",
			ticketId: ticket.id,
			baseRevision: ticket.revision,
			base: baseValues(ticket, set),
			set,
		};
		this.#parts.trace.note("agent", () => `${ticket.id}: ${JSON.stringify(set)}`);
		const [result] = await this.#send([intent]);
		return result?.status === "applied" || result?.status === "merged";
	}

	#blank() {
		this.#intents += 1;
		const id = makeSimId(255, this.#intents);
		return { v: 1, id, occurredAt: this.#parts.scheduler.wallMs, counter: this.#intents };
	}

	async #send(intents: readonly object[]) {
		const { desk, scheduler } = this.#parts;
		const options = { store: desk.store, personId: PERSON, now: scheduler.wallMs };
		const taken = await takeIntents({ deviceId: DEVICE, fence: 1, intents }, options);
		return taken.ok ? taken.value : [];
	}
}
