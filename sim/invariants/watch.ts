import { parseJson } from "../../electron/background/store/rows.ts";
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
		for (const entry of entries) {
			if (entry.personId !== generation.outbox.personId || entry.fate.kind !== "kept") continue;
			if (isInHand(generation, entry) || (await this.#isInBase(generation, entry))) continue;
			this.violations.report("I4", `${window.name} no longer shows ${entry.intentId} of ${entry.ticketId}`);
		}
	}

	/** Whether the cache holds what the desk made of it. */
	async #isInBase(
		{ cache }: OpenGeneration,
		{ intentId, ticketId, restores }: LedgerEntry,
	): Promise<boolean> {
		const { desk } = this.#parts;
		// A desk that is away, or has another past, can't say; the end of the seed will.
		if (!desk.isUp || desk.restores !== restores || cache.epoch !== desk.store.epoch) return true;
		const { reader } = desk.store;
		const row = await reader
			.selectFrom("intent")
			.select("result")
			.where("id", "=", intentId)
			.executeTakeFirst();
		const isThere = await reader
			.selectFrom("ticket")
			.select("id")
			.where("id", "=", ticketId)
			.executeTakeFirst();
		if (!isThere) return true;
		if (!row) return false;
		const { revision } = parseJson<{ readonly revision: number }>(row.result);
		return (cache.columns.data.revision[cache.columns.slotOf(ticketId) ?? -1] ?? 0) >= revision;
	}
}

function isInHand({ outbox, cache }: OpenGeneration, { intentId, ticketId }: LedgerEntry): boolean {
	const lane = cache.overlay.laneOf(ticketId);
	if (lane.some((entry) => entry.id === intentId)) return true;
	return outbox.find(intentId)?.phase === "needs-you";
}
