/** When a made-up endpoint fails: for `lastsMs` of every `everyMs`, by the clock alone. */
export interface OutagePlan {
	readonly everyMs: number;
	readonly lastsMs: number;
	/** Shifts it, so that not everything fails at once. */
	readonly offsetMs: number;
}

const phaseOf = (plan: OutagePlan, now: number): number => (now + plan.offsetMs) % plan.everyMs;

export function isOut(plan: OutagePlan | null, now: number): boolean {
	return plan !== null && phaseOf(plan, now) < plan.lastsMs;
}

/** Milliseconds until an outage begins or ends. */
export function untilNextTurn(plan: OutagePlan, now: number): number {
	const phase = phaseOf(plan, now);
	return (phase < plan.lastsMs ? plan.lastsMs : plan.everyMs) - phase;
}
