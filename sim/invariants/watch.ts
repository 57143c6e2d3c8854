import { sql } from "kysely";
import type { DeskDatabase } from "../../electron/background/store/store.ts";
import type { OpenGeneration } from "../../renderer/worker/engine/model.ts";
import type { SimDesk } from "../desk/sim-desk.ts";
import type { Ledger, LedgerEntry } from "../people/ledger.ts";
import type { SimWindow, Workstation } from "../station/workstation.ts";
import type { Scheduler } from "../time/scheduler.ts";
import type { Trace } from "../trace.ts";
import { Violations } from "./violation.ts";

export interface WatchParts {
	readonly ledger: Ledger;
	readonly desk: SimDesk;
	readonly scheduler: Scheduler;
	readonly trace: Trace;
}

/** Looks over people's shoulders while they work: what a window called saved, it goes on showing. */
export class Watch {
	readonly violations: Violations;
	readonly #parts: WatchParts;
	readonly #savedIn = new Map<SimWindow, LedgerEntry[]>();

	constructor(parts: WatchParts) {
		this.#parts = parts;
		this.violations = new Violations(parts.trace);
	}

	noteSaved(window: SimWindow, entry: LedgerEntry): void {
		const saved = this.#savedIn.get(window) ?? [];
		saved.push(entry);
		this.#savedIn.set(window, saved);
		this.#parts.scheduler.after(0, window.life, () => this.#lookAtOwn(window));
	}

	/** In the window where it was made everything saved shows at any moment. */
	async look(station: Workstation): Promise<void> {
		for (const window of station.windows) await this.#lookAtOwn(window);
	}

	/** Another window, or one that was opened again, shows it as well once it has read its disk. */
	async lookAtAll(window: SimWindow, station: Workstation): Promise<void> {
		const entries = this.#parts.ledger.entries.filter((entry) => entry.station === station.name);
		await this.#look(window, entries);
	}

	/** What was taken out may have been put back in another window: this one hears of it a little later. */
	#lookAtOwn(window: SimWindow): Promise<void> {
		const saved = (this.#savedIn.get(window) ?? []).filter((entry) => !entry.wasPutBack);
		return this.#look(window, saved);
	}

	async #look(window: SimWindow, entries: readonly LedgerEntry[]): Promise<void> {
		const { generation } = window.engine.model;
		if (!generation || window.isOutboxLost() || !generation.cache.isComplete) return;
		const { personId } = generation.outbox;
		const own = entries.filter(
			(entry) => entry.personId === personId && entry.fate.kind === "kept" && !window.hides(entry.intentId),
		);
		const gone = own.filter((entry) => !isInHand(generation, entry));
		for (const { intentId, ticketId } of await this.#notInBase(generation, gone))
			this.violations.report("I4", `${window.name} no longer shows ${intentId} of ${ticketId}`);
	}

	/** Those of which the cache does not hold what the desk made of them. */
	async #notInBase(
		{ cache }: OpenGeneration,
		entries: readonly LedgerEntry[],
	): Promise<readonly LedgerEntry[]> {
		const { desk } = this.#parts;
		// A desk that is away, or has another past, can't say; the end of the seed will.
		if (!desk.isUp || cache.epoch !== desk.store.epoch) return [];
		const asked = entries.filter(({ restores }) => restores === desk.restores);
		if (asked.length === 0) return [];
		const { results, tickets } = await readAbout(desk.store.reader, asked);
		return asked.filter(({ intentId, ticketId }) => {
			if (!tickets.has(ticketId)) return false;
			const revision = results.get(intentId);
			if (revision === undefined) return true;
			return (cache.columns.data.revision[cache.columns.slotOf(ticketId) ?? -1] ?? 0) < revision;
		});
	}
}

/** What the desk knows of edits: the revision that each made, and which of their tickets are there. */
async function readAbout(reader: DeskDatabase, entries: readonly LedgerEntry[]) {
	const intentIds = JSON.stringify(entries.map(({ intentId }) => intentId));
	const ticketIds = JSON.stringify(entries.map(({ ticketId }) => ticketId));
	const intents = await sql<{ readonly id: string; readonly revision: number }>`
		select id, result ->> 'revision' as revision from intent
		where id in (select value from json_each(${intentIds}))`.execute(reader);
	const tickets = await sql<{ readonly id: string }>`
		select id from ticket where id in (select value from json_each(${ticketIds}))`.execute(reader);
	return {
		results: new Map(intents.rows.map(({ id, revision }) => [id, revision])),
		tickets: new Set(tickets.rows.map(({ id }) => id)),
	};
}

function isInHand({ outbox, cache }: OpenGeneration, { intentId, ticketId }: LedgerEntry): boolean {
	const lane = cache.overlay.laneOf(ticketId);
	if (lane.some((entry) => entry.id === intentId)) return true;
	return outbox.find(intentId)?.phase === "needs-you";
}
