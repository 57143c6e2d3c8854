import type { CheckResult, CheckTarget } from "../../../shared/api/checks.ts";
import type { CheckStanding, HardChange } from "../../../shared/check/state.ts";

/** What one probe needs to know. */
export interface ProbeOrder {
	readonly target: CheckTarget;
	readonly timeoutMs: number;
	readonly degradedAboveMs: number | null;
}

/** A check as the prober plans it. */
export interface PlannedCheck extends ProbeOrder {
	readonly checkId: string;
	/** Raised with every edit: results of an older generation are dropped. */
	readonly generation: number;
	readonly intervalMs: number;
	readonly retries: number;
	readonly retryIntervalMs: number;
	readonly standing: CheckStanding;
	/** Run at once, then at its place in the interval. */
	readonly isUrgent: boolean;
}

export type ToProber =
	| { readonly type: "plan"; readonly checks: readonly PlannedCheck[] }
	| { readonly type: "forget"; readonly checkIds: readonly string[] }
	/** Runs once, outside every plan; answered by `probed`. */
	| { readonly type: "probe"; readonly requestId: number; readonly order: ProbeOrder }
	| { readonly type: "stop" };

export interface ProbedCheck {
	readonly checkId: string;
	readonly generation: number;
	readonly result: CheckResult;
	readonly standing: CheckStanding;
	readonly change: HardChange | null;
}

export type FromProber =
	/** At least once a second: the thread lives and its loop turns. */
	| { readonly type: "alive"; readonly open: number; readonly waiting: number }
	| { readonly type: "results"; readonly results: readonly ProbedCheck[] }
	| { readonly type: "probed"; readonly requestId: number; readonly result: CheckResult }
	/** The machine slept or the clock jumped: nothing was observed for this long. */
	| { readonly type: "gap"; readonly at: number; readonly lengthMs: number }
	| { readonly type: "stopped" };
