import type { Check, CheckFigures, CheckResult, CheckState } from "../../../shared/api/checks.ts";
import { type CheckStanding, isSoft, restoreStanding } from "../../../shared/check/state.ts";
import { DayTally } from "./day-tally.ts";
import type { PlannedCheck } from "./prober-messages.ts";

/** A stretch of results is one row of the database, written anew while it grows. */
const STRETCH_RESULTS = 60;
const STRETCH_MS = 600_000;
const RECENT_STATES = 40;

/** Results of one check that belong to one row. */
export type Stretch = readonly CheckResult[];

/** One check in memory: what it is, where it stands, and its latest results. */
export class CheckRecord {
	readonly #tally = new DayTally();
	readonly #recent: CheckState[] = [];
	#check: Check;
	#standing: CheckStanding;
	#generation = 0;
	#lastResult: CheckResult | null = null;
	#stretch: CheckResult[] = [];
	/** Stretches that ended before they were saved. */
	#ended: Stretch[] = [];

	constructor(check: Check) {
		this.#check = check;
		this.#standing = restoreStanding(check.state, check.stateSince);
	}

	get check(): Check {
		return this.#check;
	}

	get generation(): number {
		return this.#generation;
	}

	get lastResult(): CheckResult | null {
		return this.#lastResult;
	}

	/** The stretch that still grows. */
	get openStretch(): Stretch {
		return this.#stretch;
	}

	/** What the prober must know; a new generation makes it forget the one before. */
	plan(isUrgent: boolean): PlannedCheck {
		this.#generation += 1;
		const { id, target, intervalMs, timeoutMs, retries, retryIntervalMs, degradedAboveMs } = this.#check;
		return {
			checkId: id,
			generation: this.#generation,
			target,
			intervalMs,
			timeoutMs,
			retries,
			retryIntervalMs,
			degradedAboveMs,
			standing: this.#standing,
			isUrgent,
		};
	}

	/** The check was edited, or its hard state saved. */
	update(check: Check): void {
		this.#check = check;
	}

	/** What was unconfirmed no longer counts. */
	resetStanding(): void {
		this.#standing = restoreStanding(this.#check.state, this.#check.stateSince);
	}

	add(result: CheckResult, standing: CheckStanding): void {
		this.#standing = standing;
		this.#lastResult = result;
		this.#remember(result);
		const first = this.#stretch[0];
		const isFull = first && (this.#stretch.length >= STRETCH_RESULTS || result.at - first.at > STRETCH_MS);
		// A clock that was set back begins a stretch of its own.
		const isBehind = result.at < (this.#stretch.at(-1)?.at ?? 0);
		if (isFull || isBehind) {
			this.#ended.push(this.#stretch);
			this.#stretch = [];
		}
		this.#stretch.push(result);
	}

	/** Takes in what was saved before a restart, oldest first; results that came meanwhile stay newer. */
	restore(results: readonly CheckResult[]): void {
		const newer = this.#recent.splice(0);
		for (const result of results) this.#remember(result);
		this.#recent.push(...newer);
		this.#recent.splice(0, this.#recent.length - RECENT_STATES);
		this.#lastResult ??= results.at(-1) ?? null;
	}

	/** Stretches that ended since the last save; the open one is to be saved with them. */
	get endedStretches(): readonly Stretch[] {
		return this.#ended;
	}

	/** Forgets ended stretches that were saved. */
	confirmSaved(ended: readonly Stretch[]): void {
		this.#ended = this.#ended.filter((stretch) => !ended.includes(stretch));
	}

	figures(now: number): CheckFigures {
		return {
			checkId: this.#check.id,
			isSoft: isSoft(this.#standing),
			softState: this.#standing.soft,
			attempt: this.#standing.attempt,
			lastResult: this.#lastResult,
			...this.#tally.figures(now),
			recent: [...this.#recent],
		};
	}

	#remember(result: CheckResult): void {
		this.#tally.add(result);
		this.#recent.push(result.state);
		if (this.#recent.length > RECENT_STATES) this.#recent.shift();
	}
}
