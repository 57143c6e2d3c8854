import type { CheckState } from "../api/checks.ts";
import type { EpochMs } from "../ticket/ticket.ts";

/** Where a check stands: the confirmed (hard) state, and what the latest results say (soft). */
export interface CheckStanding {
	readonly hard: CheckState;
	/** The first result of the hard state; `null` before anything was observed. */
	readonly hardSince: EpochMs | null;
	/** The latest observed state; equal to `hard` while nothing waits for confirmation. */
	readonly soft: CheckState;
	/** The first result of the run that waits for confirmation. */
	readonly softSince: EpochMs | null;
	/** Results in that run. */
	readonly attempt: number;
}

/** A hard state was entered; `since` is the first result that showed it. */
export interface HardChange {
	readonly from: CheckState;
	readonly to: CheckState;
	readonly since: EpochMs;
}

export interface StandingStep {
	readonly standing: CheckStanding;
	readonly change: HardChange | null;
}

export const NEVER_OBSERVED: CheckStanding = restoreStanding("unknown", null);

/** A standing as it is after a restart: the hard state is kept, what was unconfirmed is not. */
export function restoreStanding(hard: CheckState, hardSince: EpochMs | null): CheckStanding {
	return { hard, hardSince, soft: hard, softSince: null, attempt: 0 };
}

export function isSoft(standing: CheckStanding): boolean {
	return standing.attempt > 0;
}

/**
 * Takes one result in. Going bad is soft until `retries` further results in a row confirm it; getting
 * better is hard at once. `unknown` and bad results don't confirm each other: not having seen proves nothing.
 */
export function stepStanding(
	standing: CheckStanding,
	observed: { readonly state: CheckState; readonly at: EpochMs },
	retries: number,
): StandingStep {
	const { hard } = standing;
	if (observed.state === hard) {
		const hardSince = standing.hardSince ?? observed.at;
		return { standing: restoreStanding(hard, hardSince), change: null };
	}
	if (isRecovery(hard, observed.state)) return enterHard(hard, observed.state, observed.at);
	const isSameRun = isSoft(standing) && isBad(standing.soft) === isBad(observed.state);
	const attempt = isSameRun ? standing.attempt + 1 : 1;
	const softSince = isSameRun ? (standing.softSince ?? observed.at) : observed.at;
	if (attempt > retries) return enterHard(hard, observed.state, softSince);
	return { standing: { ...standing, soft: observed.state, softSince, attempt }, change: null };
}

function enterHard(from: CheckState, to: CheckState, since: EpochMs): StandingStep {
	return { standing: restoreStanding(to, since), change: { from, to, since } };
}

function isBad(state: CheckState): boolean {
	return state === "down" || state === "degraded";
}

function isRecovery(from: CheckState, to: CheckState): boolean {
	return to === "up" || (from === "down" && to === "degraded");
}
