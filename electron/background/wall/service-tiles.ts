import type { Check, CheckResult, CheckState } from "../../../shared/api/checks.ts";
import type { Ci } from "../../../shared/api/directory.ts";
import type { Wall } from "../../../shared/api/wall.ts";

type ServiceTile = Wall["services"][number];

/** A check and the newest thing seen of it. */
export interface Sighting {
	readonly check: Check;
	readonly lastResult: CheckResult | null;
}

export interface ServiceTilesInput {
	readonly cis: readonly Ci[];
	readonly sightings: readonly Sighting[];
	readonly openIncidents: ReadonlyMap<string, number>;
	/** The thread that looks has not been heard of for too long. */
	readonly isProberSilent: boolean;
	readonly now: number;
}

/** Three missed runs and one that hangs. */
const MISSED_RUNS = 3;
const LEAST_STALE_AFTER_MS = 15_000;
const BADNESS: Readonly<Record<CheckState, number>> = { up: 0, unknown: 1, degraded: 2, down: 3 };

/**
 * The services' tiles, worst first. A service is as bad as its worst check; one that has been silent for
 * longer than it may counts as unknown, so that nothing is green on old news.
 */
export function makeServiceTiles(input: ServiceTilesInput): readonly ServiceTile[] {
	const checksOf = groupByService(input);
	return input.cis
		.filter((ci) => ci.class === "service")
		.map((service) => makeTile(service, checksOf.get(service.id) ?? [], input))
		.sort(
			(left, right) =>
				BADNESS[right.state] - BADNESS[left.state] ||
				right.checkCount - left.checkCount ||
				(left.name < right.name ? -1 : 1),
		);
}

/** A check belongs to the service it names, and to those that need its CI directly. */
function groupByService({ cis, sightings }: ServiceTilesInput): ReadonlyMap<string, readonly Sighting[]> {
	const needing = new Map<string, string[]>();
	for (const ci of cis) {
		if (ci.class !== "service") continue;
		for (const needed of [ci.id, ...ci.dependsOnIds]) {
			needing.set(needed, [...(needing.get(needed) ?? []), ci.id]);
		}
	}
	const groups = new Map<string, Sighting[]>();
	for (const sighting of sightings) {
		const { serviceId, ciId } = sighting.check;
		const services = new Set([...(serviceId ? [serviceId] : []), ...(ciId ? (needing.get(ciId) ?? []) : [])]);
		for (const service of services) {
			const group = groups.get(service) ?? [];
			group.push(sighting);
			groups.set(service, group);
		}
	}
	return groups;
}

function makeTile(service: Ci, all: readonly Sighting[], input: ServiceTilesInput): ServiceTile {
	const running = all.filter(({ check }) => !check.isPaused);
	const staleAfterMs = Math.max(LEAST_STALE_AFTER_MS, ...running.map(({ check }) => staleAfter(check)));
	const worst = running
		.map((sighting) => judge(sighting, input))
		.reduce(
			(bad, next) => (BADNESS[next.state] > BADNESS[bad.state] ? next : bad),
			running.length === 0 ? NOT_WATCHED : ALL_WELL,
		);
	const ups = running.flatMap(({ check }) => check.stateSince ?? []);
	return {
		id: service.id,
		name: service.name,
		state: worst.state,
		since: worst === ALL_WELL && ups.length > 0 ? Math.max(...ups) : worst.since,
		observedAt: oldestSighting(running),
		staleAfterMs,
		checkCount: all.length,
		openIncidents: input.openIncidents.get(service.id) ?? 0,
	};
}

interface Judged {
	readonly state: CheckState;
	readonly since: number | null;
}

const NOT_WATCHED: Judged = { state: "unknown", since: null };
const ALL_WELL: Judged = { state: "up", since: null };

/** A check that has been silent for too long is unknown since it was last seen, whatever it was then. */
function judge({ check, lastResult }: Sighting, { isProberSilent, now }: ServiceTilesInput): Judged {
	const isSilent = isProberSilent || lastResult === null || now - lastResult.at > staleAfter(check);
	return isSilent
		? { state: "unknown", since: lastResult?.at ?? null }
		: { state: check.state, since: check.stateSince };
}

function staleAfter({ intervalMs, timeoutMs }: Check): number {
	return Math.max(LEAST_STALE_AFTER_MS, MISSED_RUNS * intervalMs + timeoutMs);
}

/** The oldest of the newest results: the tile is as old as that. */
function oldestSighting(sightings: readonly Sighting[]): number | null {
	const times = sightings.flatMap(({ lastResult }) => lastResult?.at ?? []);
	return times.length === 0 ? null : Math.min(...times);
}
