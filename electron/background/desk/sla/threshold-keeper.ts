import { setImmediate } from "node:timers/promises";
import { type CompiledDefinitions, compileDefinitions } from "../../../../shared/sla/compile-definitions.ts";
import type { ClockSubject } from "../../../../shared/sla/standing.ts";
import { crossingsOf, hasActions } from "../../../../shared/sla/thresholds.ts";
import { isOpenState } from "../../../../shared/ticket/lifecycle.ts";
import type { EpochMs, Ticket } from "../../../../shared/ticket/ticket.ts";
import { parseJson } from "../../store/rows.ts";
import type { Store } from "../../store/store.ts";
import { readCompiledDefinitions } from "./definitions.ts";
import { actAtThresholds } from "./threshold-actions.ts";

export interface ThresholdKeeperParts {
	readonly store: Store;
	readonly now: () => EpochMs;
	readonly onFailure: (error: unknown) => void;
}

const EVERY_MS = 5_000;
/** Tickets read at a time: everything else has its turn in between. */
const SLICE = 1_000;

/**
 * Does what policies ask for when a clock passes a threshold. It keeps for each open ticket only when the
 * next one comes; what was missed while the desk was down is made up for, once.
 */
export class ThresholdKeeper {
	readonly #parts: ThresholdKeeperParts;
	readonly #nextAt = new Map<string, EpochMs>();
	/** Changed since the last load began: its rows may be older. */
	readonly #noted = new Set<string>();
	#definitions: CompiledDefinitions = compileDefinitions({ calendars: [], policies: [] });
	/** When versions apply that do not yet; then all is looked at anew. */
	#changesAt: EpochMs | null = null;
	#mustLoad = true;
	#timer: NodeJS.Timeout | undefined;
	#round: Promise<void> = Promise.resolve();
	#isDisposed = false;
	readonly #unlisten: readonly (() => void)[];

	constructor(parts: ThresholdKeeperParts) {
		this.#parts = parts;
		const { events } = parts.store;
		const loadAnew = (): void => {
			this.#mustLoad = true;
		};
		this.#unlisten = [
			events.on("ticket.changed", ({ ticket }) => this.#note(ticket)),
			events.on("definitions.changed", loadAnew),
			events.on("tickets.filled", loadAnew),
		];
	}

	start(): void {
		const round = this.act().catch(this.#parts.onFailure);
		this.#timer = setTimeout(() => void round.then(() => this.#again()), EVERY_MS).unref();
	}

	async dispose(): Promise<void> {
		this.#isDisposed = true;
		clearTimeout(this.#timer);
		for (const unlisten of this.#unlisten) unlisten();
		await this.#round.catch(() => undefined); // who asked for it has heard of it
	}

	/** Does all that is due by now; answers when it is done. */
	act(): Promise<void> {
		this.#round = this.#round.catch(() => undefined).then(() => this.#actNow());
		return this.#round;
	}

	async #actNow(): Promise<void> {
		const now = this.#parts.now();
		if (this.#mustLoad || (this.#changesAt !== null && this.#changesAt <= now)) await this.#load(now);
		for (const [ticketId, at] of [...this.#nextAt]) {
			if (this.#isDisposed) return;
			if (at > now) continue;
			this.#nextAt.delete(ticketId);
			const { store } = this.#parts;
			const { value } = await store.write((scope) =>
				actAtThresholds({ ...scope, events: store.events }, { ticketId, now }),
			);
			if (value) this.#note(value, now);
		}
	}

	#again(): void {
		if (!this.#isDisposed) this.start();
	}

	async #load(now: EpochMs): Promise<void> {
		const { reader } = this.#parts.store;
		this.#mustLoad = false;
		this.#definitions = await readCompiledDefinitions(reader);
		this.#changesAt = this.#definitions.changesAt.find((at) => at > now) ?? null;
		this.#nextAt.clear();
		this.#noted.clear();
		if (!hasActions(this.#definitions)) return;
		for (let after = ""; !this.#isDisposed; ) {
			const rows = await reader
				.selectFrom("ticket")
				.select(["id", "kind", "track"])
				.where("is_open", "=", 1)
				.where("id", ">", after)
				.orderBy("id")
				.limit(SLICE)
				.execute();
			for (const { id, kind, track } of rows.filter(({ id }) => !this.#noted.has(id)))
				this.#schedule(id, { kind, track: parseJson<Ticket["track"]>(track) });
			const last = rows.at(-1);
			if (!last || rows.length < SLICE) return;
			after = last.id;
			await setImmediate();
		}
	}

	#note(ticket: Ticket, after = Number.NEGATIVE_INFINITY): void {
		this.#noted.add(ticket.id);
		if (isOpenState(ticket.kind, ticket.state) && hasActions(this.#definitions))
			this.#schedule(ticket.id, ticket, after);
		else this.#nextAt.delete(ticket.id);
	}

	/** What was done is asked for again only where the ticket has changed: the desk remembers it. */
	#schedule(ticketId: string, subject: ClockSubject, after = Number.NEGATIVE_INFINITY): void {
		const crossings = crossingsOf(this.#definitions, subject, this.#parts.now());
		const next = crossings.find(({ at }) => at > after);
		if (next) this.#nextAt.set(ticketId, next.at);
		else this.#nextAt.delete(ticketId);
	}
}
