import type { OpenGeneration } from "../../renderer/worker/engine/model.ts";
import { baseValues } from "../../renderer/worker/outbox/make-entry.ts";
import type { OutboxConflict, OutboxEntry } from "../../renderer/worker/storage/outbox-store.ts";
import type { Intent } from "../../shared/api/intents.ts";
import type { Ticket, TicketPatch } from "../../shared/ticket/ticket.ts";
import type { SimDesk } from "../desk/sim-desk.ts";
import type { Faults } from "../faults.ts";
import { knownTickets } from "../station/known-tickets.ts";
import type { SimWindow, Workstation } from "../station/workstation.ts";
import type { Random } from "../time/random.ts";
import type { Scheduler } from "../time/scheduler.ts";
import type { Trace } from "../trace.ts";
import type { EditMaker } from "./edits.ts";
import { type Ledger, type LedgerEntry, seenIn } from "./ledger.ts";

export interface UserParts {
	readonly scheduler: Scheduler;
	readonly random: Random;
	readonly faults: Faults;
	readonly trace: Trace;
	readonly edits: EditMaker;
	readonly ledger: Ledger;
	readonly desk: SimDesk;
	/** Asked whenever the screen has just called something saved. */
	readonly onSaved: (window: SimWindow, entry: LedgerEntry) => void;
}

/** A person in front of a window, who does what its screen offers. */
export class User {
	readonly #parts: UserParts;
	readonly #takenOut: { readonly intent: Intent; readonly entry: LedgerEntry }[] = [];

	constructor(parts: UserParts) {
		this.#parts = parts;
	}

	/** Does one thing in one window. */
	async act(station: Workstation, window: SimWindow): Promise<void> {
		const { generation } = window.engine.model;
		if (!generation) return;
		// It says in red that nothing is stored here: what is done in it is nobody's word.
		if (window.isOutboxLost()) return this.edit(station, window);
		const { random } = this.#parts;
		const stuck = generation.outbox.entries.filter((entry) => entry.phase === "needs-you");
		const dice = random.next();
		if (stuck.length > 0 && dice < 0.35) return this.#decide(window, random.pick(stuck));
		if (dice < 0.3) return this.#takeOutOrBack(station, window, generation);
		if (dice < 0.42) return this.#open(station, window, generation);
		if (dice < 0.46)
			return void (await window.calls.saveDraft({ key: "sim", text: `draft ${dice}`, known: null }));
		return this.edit(station, window);
	}

	async decideAll(window: SimWindow, stuck: readonly OutboxEntry[]): Promise<void> {
		for (const entry of stuck) await this.#decide(window, entry);
	}

	async edit(station: Workstation, window: SimWindow, ticketId?: string): Promise<void> {
		const { generation } = window.engine.model;
		const { random, faults, edits } = this.#parts;
		if (!generation) return;
		const id = ticketId ?? random.pickOrNone(knownTickets(generation.cache.columns))?.id;
		if (id === undefined) return;
		const shown = await shownTicket(generation, id);
		if (!shown) return;
		if (!generation.cache.isComplete) faults.count("editInFirstSync");
		const edit = edits.edit(shown);
		const { personId } = generation.outbox;
		const begunAt = this.#parts.scheduler.steps;
		const edited = await window.calls.edit({ ticketId: id, ...edit });
		this.#parts.trace.note(
			window.name,
			() => `edits ${id}: ${JSON.stringify(edit).slice(0, 120)} → ${JSON.stringify(edited)}`,
		);
		if (!edited.ok) return;
		const made = generation.outbox.find(edited.value.intentId);
		this.#save(station, window, {
			intentId: edited.value.intentId,
			ticketId: id,
			personId,
			begunAt,
			type: "change",
			set: edit.set,
			note: edit.note ?? null,
			seen: seenBy(made, shown, edit.set),
		});
	}

	async #open(station: Workstation, window: SimWindow, generation: OpenGeneration): Promise<void> {
		const { personId } = generation.outbox;
		const begunAt = this.#parts.scheduler.steps;
		const ticket = this.#parts.edits.newTicket();
		const created = await window.calls.create(ticket);
		this.#parts.trace.note(window.name, () => `creates ${JSON.stringify(created)}`);
		if (!created.ok) return;
		this.#save(station, window, {
			...created.value,
			personId,
			begunAt,
			type: "create",
			set: ticket.set,
			note: null,
			seen: {},
		});
	}

	#save(
		station: Workstation,
		window: SimWindow,
		saved: Omit<LedgerEntry, "fate" | "wasTakenOut" | "wasPutBack" | "station" | "restores" | "savedAt">,
	): void {
		if (window.isOutboxLost()) return;
		const { ledger, desk, scheduler } = this.#parts;
		const savedAt = scheduler.steps;
		const entry = ledger.note({ ...saved, station: station.name, restores: desk.restores, savedAt });
		this.#parts.onSaved(window, entry);
	}

	async #decide(window: SimWindow, entry: OutboxEntry): Promise<void> {
		if (entry.conflict) return this.#settle(window, entry, entry.conflict);
		const choice = this.#parts.random.pick(["retry", "discard"] as const);
		this.#parts.trace.note(window.name, () => `decides ${entry.id}: ${choice}`);
		if (choice === "retry") await window.calls.retryIntent(entry.id);
		else await this.#takeOut(window, entry.id);
	}

	/** Mine, theirs, or of each field one or the other. */
	async #settle(window: SimWindow, { id }: OutboxEntry, { fields }: OutboxConflict): Promise<void> {
		const { random, trace, ledger } = this.#parts;
		const some = fields.map(({ field }) => field).filter(() => random.chance(0.5));
		const keep = random.pick(["mine", "theirs", some] as const);
		trace.note(window.name, () => `settles ${id}: ${String(keep)}`);
		ledger.decide(id);
		await window.calls.settleConflict({ intentId: id, keep });
	}

	async #takeOutOrBack(station: Workstation, window: SimWindow, generation: OpenGeneration): Promise<void> {
		const { random, ledger, trace } = this.#parts;
		const back = this.#takenOut.findIndex(
			({ entry }) => entry.station === station.name && entry.personId === generation.outbox.personId,
		);
		if (back >= 0 && random.chance(0.6)) {
			const [taken] = this.#takenOut.splice(back, 1);
			if (!taken) return;
			trace.note(window.name, () => `puts back ${taken.intent.id}`);
			await window.calls.restoreIntent(taken.intent);
			return;
		}
		const pending = random.pickOrNone(generation.outbox.entries.filter(({ phase }) => phase === "pending"));
		if (pending && ledger.find(pending.id)) await this.#takeOut(window, pending.id);
	}

	async #takeOut(window: SimWindow, intentId: string): Promise<void> {
		const { ledger, trace } = this.#parts;
		const entry = ledger.find(intentId);
		if (!entry) return;
		ledger.decide(intentId);
		const intent = await window.calls.discardIntent(intentId);
		trace.note(window.name, () => `discards ${intentId}: ${intent !== null}`);
		if (!intent) return;
		entry.wasTakenOut = true;
		this.#takenOut.push({ intent, entry });
	}
}

/** As a person has it before them: base ⊕ pending. */
export async function shownTicket({ cache }: OpenGeneration, ticketId: string): Promise<Ticket | null> {
	return cache.overlay.shownOf(ticketId)?.ticket ?? (await cache.readBase(ticketId));
}

/** What the edit was made on: the entry says it where it is still there, as the screen may have moved on. */
function seenBy(made: OutboxEntry | undefined, shown: Ticket, set: TicketPatch): TicketPatch {
	return made ? seenIn(made) : baseValues(shown, set);
}
