import type { CheckState } from "../api/checks.ts";
import { type CiGraph, type WalkBounds, walk } from "./ci-graph.ts";

/** As much of a check as says how a CI is. */
export interface HealthCheck {
	readonly ciId: string | null;
	readonly serviceId: string | null;
	readonly state: CheckState;
	readonly isPaused: boolean;
}
/** As much of an alert. */
export interface HealthAlert {
	readonly ciId: string | null;
	readonly serviceId: string | null;
	readonly condition: string;
	/** 5 critical … 0 clear. */
	readonly severity: number;
	readonly suppressedBy: readonly string[];
}

/** `null`: nothing watches it, so that nobody can say. */
export type Health = CheckState | null;

/** Worst first; unknown is never green, and says less than what is known to be bad. */
const ORDER: readonly CheckState[] = ["down", "degraded", "unknown", "up"];
/** From major on, what an alert is about counts as down. */
const DOWN_FROM = 4;

export function worstHealth(one: Health, other: Health): Health {
	if (one === null) return other;
	if (other === null) return one;
	return ORDER.indexOf(one) <= ORDER.indexOf(other) ? one : other;
}

/**
 * How each CI is by its own checks and alerts. A check that names a CI watches that CI, and the service that
 * it names suffers with it; a suppressed alert or a paused check says nothing.
 */
export function ownHealths(
	checks: Iterable<HealthCheck>,
	alerts: Iterable<HealthAlert>,
): ReadonlyMap<string, CheckState> {
	const healths = new Map<string, CheckState>();
	const note = (ids: readonly (string | null)[], state: CheckState): void => {
		for (const id of ids) {
			const worst = id === null ? null : worstHealth(healths.get(id) ?? null, state);
			if (id !== null && worst !== null) healths.set(id, worst);
		}
	};
	for (const { ciId, serviceId, state, isPaused } of checks) if (!isPaused) note([ciId, serviceId], state);
	for (const { ciId, serviceId, condition, severity, suppressedBy } of alerts) {
		if (condition !== "firing" || suppressedBy.length > 0 || severity < 2) continue;
		note([ciId, serviceId], severity >= DOWN_FROM ? "down" : "degraded");
	}
	return healths;
}

export interface JudgedHealth {
	readonly health: Health;
	/** From the CI to what makes it so, both included; alone where it is the CI itself. */
	readonly path: readonly string[];
}

/**
 * How a CI is, with all it needs: its own state stands; what it needs and is down makes it degraded, as
 * nobody but its own checks can say that it is down as well.
 */
export function healthOf(
	ciId: string,
	graph: CiGraph,
	own: ReadonlyMap<string, CheckState>,
	bounds?: WalkBounds,
): JudgedHealth {
	let judged: JudgedHealth = { health: own.get(ciId) ?? null, path: [ciId] };
	for (const { id, path } of walk(ciId, graph.needs, bounds)) {
		if (id === ciId) continue;
		const state = own.get(id);
		const felt = state === "down" ? "degraded" : state;
		if (felt && worstHealth(judged.health, felt) !== judged.health) judged = { health: felt, path };
	}
	return judged;
}
