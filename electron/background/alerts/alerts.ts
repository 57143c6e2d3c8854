import { serviceHitBy } from "../../../shared/alert/incident-of-alert.ts";
import {
	type CheckSignal,
	checkIdentity,
	resolveAlert,
	stepAlert,
	withTrace,
} from "../../../shared/alert/step-alert.ts";
import type { Alert, Rule } from "../../../shared/api/alerts.ts";
import type { Check, CheckState } from "../../../shared/api/checks.ts";
import type { Ci } from "../../../shared/api/directory.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import { makeId } from "../store/crypto.ts";
import type { DeskEvents } from "../store/events.ts";
import { fromCheckRow } from "../store/monitoring-rows.ts";
import type { DeskPort } from "../store/ports.ts";
import { fromCiRow } from "../store/rows.ts";
import type { Store, WriteScope } from "../store/store.ts";
import { AlertShelf, findEarlier } from "./alert-shelf.ts";
import { IncidentKeeper } from "./incident-keeper.ts";
import { RuleBook } from "./rule-book.ts";

/** What failed at the desk is tried again this much later. */
const TRY_AGAIN_MS = 5_000;
const LONGEST_TIMER_MS = 86_400_000;

export interface AlertsOptions {
	readonly store: Store;
	readonly desk: DeskPort;
	readonly log: (line: string) => void;
	readonly now?: () => number;
}

/** What happened to a check, in the order it happened. */
type Signal =
	| { readonly type: "state"; readonly event: DeskEvents["check.state"]; readonly at: number }
	| { readonly type: "removed"; readonly checkId: string; readonly at: number };

/**
 * From check states to alerts to incidents. Alerts come first and together: a storm is on the disk and
 * told before the first incident of it is opened; incidents follow one by one.
 */
export class Alerts {
	readonly rules: RuleBook;
	readonly #store: Store;
	readonly #shelf: AlertShelf;
	readonly #keeper: IncidentKeeper;
	readonly #log: (line: string) => void;
	readonly #now: () => number;
	#signals: Signal[] = [];
	readonly #toTend = new Set<string>();
	/** Incidents to be resolved if nothing happens: alert ids and when. */
	readonly #settleAt = new Map<string, number>();
	#working: Promise<void> | null = null;
	#tending: Promise<void> | null = null;
	#timer: NodeJS.Timeout | null = null;
	#retryAt: number | null = null;
	#isClosed = false;
	#stopListening: readonly (() => void)[] = [];

	constructor(options: AlertsOptions) {
		this.#store = options.store;
		this.#log = options.log;
		this.#now = options.now ?? Date.now;
		this.rules = new RuleBook(options.store);
		this.#shelf = new AlertShelf(options.store);
		this.#keeper = new IncidentKeeper({
			store: options.store,
			shelf: this.#shelf,
			desk: options.desk,
			now: this.#now,
		});
	}

	/** Listens first, then catches up with what a stop or a crash left undone. Start it before the monitor. */
	async start(): Promise<void> {
		await this.rules.ensure();
		const { events } = this.#store;
		this.#stopListening = [
			events.on("check.state", (event) => this.#take({ type: "state", event, at: this.#now() })),
			events.on("check.removed", ({ checkId }) => this.#take({ type: "removed", checkId, at: this.#now() })),
		];
		await this.#catchUpChecks();
		await this.#catchUpIncidents();
	}

	/** Finishes what was begun. What waits is in the database and goes on at the next start. */
	async close(): Promise<void> {
		for (const stop of this.#stopListening) stop();
		await this.#working;
		this.#isClosed = true;
		if (this.#timer) clearTimeout(this.#timer);
		await this.#tending;
	}

	list(query: Parameters<AlertShelf["list"]>[0]): Promise<readonly Alert[]> {
		return this.#shelf.list(query);
	}

	async find(alertId: string): Promise<Result<Alert>> {
		const alert = await this.#shelf.find(alertId);
		return alert ? ok(alert) : refuse("not_found", `There is no alert “${alertId}”.`);
	}

	/** Switched on, a rule catches up with what fires; a changed time counts for what waits. */
	async patchRule(ruleId: string, patch: Parameters<RuleBook["patch"]>[1]): Promise<Result<Rule>> {
		const result = await this.rules.patch(ruleId, patch);
		if (result.ok) await this.#catchUpIncidents();
		return result;
	}

	#take(signal: Signal): void {
		this.#signals.push(signal);
		this.#working ??= this.#workOff().finally(() => {
			this.#working = null;
		});
	}

	async #workOff(): Promise<void> {
		while (this.#signals.length > 0) {
			const signals = this.#signals;
			this.#signals = [];
			try {
				const { value } = await this.#store.write((scope) => this.#apply(scope, signals));
				for (const alertId of value) this.#toTend.add(alertId);
			} catch (error) {
				// The checks' states are saved: the next start, or the next signal of the check, makes up for it.
				this.#logFailure("saving alerts", error);
			}
			this.#tend();
		}
	}

	/** All signals at once in one transaction; answers the alerts that changed. */
	async #apply(scope: WriteScope, signals: readonly Signal[]): Promise<readonly string[]> {
		const cis = (await scope.tx.selectFrom("ci").selectAll().execute()).map(fromCiRow);
		const changed: string[] = [];
		for (const signal of signals) {
			const checkId = signal.type === "state" ? signal.event.check.id : signal.checkId;
			const earlier = await findEarlier(scope.tx, checkIdentity(checkId));
			const alert =
				signal.type === "state"
					? stepAlert(earlier, toCheckSignal(signal.event, signal.at, cis), makeId)
					: endWatch(earlier?.alert ?? null, signal.at);
			if (!alert) continue;
			await this.#shelf.put(scope, alert);
			changed.push(alert.id);
		}
		return changed;
	}

	#tend(): void {
		if (this.#isClosed) return;
		this.#tending ??= this.#tendAll().finally(() => this.#rest());
	}

	/** What came in at the very end has its turn now. */
	#rest(): void {
		this.#tending = null;
		if (this.#toTend.size > 0 && this.#retryAt === null) this.#tend();
		else this.#arm();
	}

	async #tendAll(): Promise<void> {
		const rule = await this.rules.openIncident();
		for (const alertId of this.#toTend) {
			if (this.#isClosed) return;
			this.#toTend.delete(alertId);
			try {
				await this.#keeper.tend(alertId, rule);
				await this.#planSettling(alertId, rule);
			} catch (error) {
				this.#logFailure("keeping an incident", error);
				this.#tryAgain(alertId);
				return;
			}
		}
	}

	/** Also forgets the plan of an alert that fires again. */
	async #planSettling(alertId: string, rule: Rule): Promise<void> {
		const alert = await this.#shelf.find(alertId);
		const dueAt = alert && this.#keeper.dueAt(alert, rule);
		if (dueAt) this.#settleAt.set(alertId, dueAt);
		else this.#settleAt.delete(alertId);
	}

	async #settleDue(): Promise<void> {
		const now = this.#now();
		const due = [...this.#settleAt].filter(([, at]) => at <= now).map(([alertId]) => alertId);
		const rule = await this.rules.openIncident();
		for (const alertId of due) {
			this.#settleAt.delete(alertId);
			try {
				await this.#keeper.settle(alertId, rule);
			} catch (error) {
				this.#logFailure("resolving an incident", error);
				this.#settleAt.set(alertId, now + TRY_AGAIN_MS);
			}
		}
	}

	#tryAgain(alertId: string): void {
		this.#toTend.add(alertId);
		this.#retryAt = this.#now() + TRY_AGAIN_MS;
	}

	/** One timer for whatever comes next. */
	#arm(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
		const next = Math.min(this.#retryAt ?? Infinity, ...this.#settleAt.values());
		if (this.#isClosed || next === Infinity) return;
		const waitMs = Math.min(LONGEST_TIMER_MS, Math.max(0, next - this.#now()));
		this.#timer = setTimeout(() => this.#wake(), waitMs);
	}

	#wake(): void {
		this.#retryAt = null;
		this.#tending ??= this.#settleDue()
			.then(() => this.#tendAll())
			.finally(() => this.#rest());
	}

	/** A state may have been saved without its alert: what does not agree is worked off now. */
	async #catchUpChecks(): Promise<void> {
		const rows = await this.#store.reader.selectFrom("check_definition").selectAll().execute();
		const checks = new Map(rows.map((row) => [row.id, fromCheckRow(row)]));
		const standing = new Map((await this.#shelf.standing()).map((alert) => [alert.checkId, alert]));
		const at = this.#now();
		for (const check of checks.values()) {
			const alert = standing.get(check.id);
			if (agrees(check, alert)) continue;
			const event = {
				check,
				from: check.state,
				to: check.state,
				since: check.stateSince ?? at,
				result: null,
			};
			this.#take({ type: "state", event, at });
		}
		for (const checkId of standing.keys()) {
			if (checkId !== null && !checks.has(checkId)) this.#take({ type: "removed", checkId, at });
		}
		await this.#working;
	}

	async #catchUpIncidents(): Promise<void> {
		for (const alert of await this.#shelf.standing()) this.#toTend.add(alert.id);
		for (const alert of await this.#shelf.resolvedWithOpenTicket()) this.#toTend.add(alert.id);
		this.#tend();
	}

	#logFailure(doing: string, error: unknown): void {
		this.#log(`alerts: ${doing} failed: ${error instanceof Error ? error.message : String(error)}`);
	}
}

function toCheckSignal(event: DeskEvents["check.state"], at: number, cis: readonly Ci[]): CheckSignal {
	const { check, to, since, result } = event;
	const ci = serviceHitBy(check, cis) ?? cis.find((candidate) => candidate.id === check.ciId);
	return { check, to, since, result, at, isCritical: ci?.criticality === 1 };
}

/** Its check is gone: nobody saw it recover, so its incident is left to people. */
function endWatch(alert: Alert | null, at: number): Alert | null {
	if (!alert || alert.condition === "resolved") return null;
	const resolved = resolveAlert(alert, at, "The check was removed; nobody saw it recover.");
	if (alert.ticketId === null) return resolved;
	return withTrace(resolved, { at, step: "left", text: "Its incident is left to its people." });
}

const CONDITION_OF: Readonly<Record<CheckState, Alert["condition"] | null>> = {
	up: null,
	degraded: "firing",
	down: "firing",
	unknown: "unknown",
};

/** Whether the alert says what the check's hard state says; a check that was never seen needs none. */
function agrees(check: Check, alert: Alert | undefined): boolean {
	if (check.state === "unknown" && !alert) return true;
	return (alert?.condition ?? null) === CONDITION_OF[check.state];
}
