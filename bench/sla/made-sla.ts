import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { computeClocks } from "../../shared/sla/clock.ts";
import { type CompiledDefinitions, compileDefinitions } from "../../shared/sla/compile-definitions.ts";
import { makeDefaultDefinitions } from "../../shared/sla/default-definitions.ts";
import type { ClockTarget, Definitions } from "../../shared/sla/policy.ts";
import type { Ticket, TrackMove } from "../../shared/ticket/ticket.ts";

/** Whether the log says of an incident, on its last line, that it kept its SLA. */
export async function readMadeSla(path: string): Promise<ReadonlyMap<string, boolean>> {
	const made = new Map<string, boolean>();
	let [number, column] = [0, 0];
	for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
		const fields = line.split(",");
		if (fields[0] === "number") {
			number = fields.indexOf("number");
			column = fields.indexOf("made_sla");
		} else made.set(fields[number] ?? "", fields[column] === "true");
	}
	return made;
}

/** One way to count that might be the log's own. */
export interface Candidate {
	readonly name: string;
	readonly hours: "around the clock" | "business hours";
	readonly pausedBy: readonly number[];
	readonly until: "resolved" | "closed";
}

const PAUSES = [
	["never pauses", []],
	["pauses for the caller", [1]],
	["pauses for every hold", [1, 3, 4, 5]],
] as const;

export const CANDIDATES: readonly Candidate[] = (["around the clock", "business hours"] as const).flatMap(
	(hours) =>
		(["resolved", "closed"] as const).flatMap((until) =>
			PAUSES.map(([pause, pausedBy]) => ({
				name: `${hours}, ${pause}, until ${until}`,
				hours,
				pausedBy,
				until,
			})),
		),
);

/** How a way to count explains what the log says. */
export interface Fit {
	readonly candidate: Candidate;
	/** Of all incidents. */
	readonly agreement: number;
	/** By priority: the target in hours that fits best, how many incidents there are, how many agree. */
	readonly targets: readonly {
		readonly priority: number;
		readonly hours: number;
		readonly incidents: number;
		readonly agreeing: number;
	}[];
	/** What does not fit. */
	readonly misfits: readonly Misfit[];
}

export interface Misfit {
	readonly ticket: Ticket;
	readonly hours: number;
	readonly isMade: boolean;
}

interface Measured {
	readonly ticket: Ticket;
	readonly hours: number;
	readonly isMade: boolean;
}

/** Counts every incident in one way and finds for each priority the target by which most agree. */
export function fitCandidate(
	candidate: Candidate,
	tickets: readonly Ticket[],
	made: ReadonlyMap<string, boolean>,
): Fit {
	const definitions = definitionsOf(candidate);
	const measured = tickets.flatMap((ticket): readonly Measured[] => {
		const isMade = made.get(ticket.number);
		if (isMade === undefined) return [];
		return [{ ticket, isMade, hours: hoursOf(definitions, ticket, candidate) }];
	});
	const targets = [];
	const misfits: Misfit[] = [];
	for (const [priority, group] of Map.groupBy(measured, ({ ticket }) => ticket.priority)) {
		const { hours, agreeing } = bestTarget(group);
		targets.push({ priority, hours, incidents: group.length, agreeing });
		misfits.push(...group.filter((one) => one.isMade !== one.hours <= hours));
	}
	return {
		candidate,
		agreement: 1 - misfits.length / measured.length,
		targets: targets.sort((one, other) => one.priority - other.priority),
		misfits,
	};
}

/** Sorted by time, the best target is where those that kept it before and those that missed it after are most. */
function bestTarget(group: readonly Measured[]): { readonly hours: number; readonly agreeing: number } {
	const sorted = [...group].sort((one, other) => one.hours - other.hours);
	let agreeing = sorted.filter(({ isMade }) => !isMade).length;
	let best = { hours: 0, agreeing };
	for (const [index, { hours, isMade }] of sorted.entries()) {
		agreeing += isMade ? 1 : -1;
		const isLastOfSame = sorted[index + 1]?.hours !== hours;
		if (isLastOfSame && agreeing > best.agreeing) best = { hours, agreeing };
	}
	return best;
}

const MUCH = 100_000;

function definitionsOf({ hours, pausedBy }: Candidate): CompiledDefinitions {
	const defaults = makeDefaultDefinitions("UTC");
	const calendarId = hours === "business hours" ? (defaults.calendars[0]?.id ?? null) : null;
	const targets = [1, 2, 3, 4, 5].map((priority) => ({ priority, amount: MUCH, unit: "hour", calendarId }));
	const policies = defaults.policies
		.filter(({ id }) => id === "sla-resolution")
		.map((record) => ({
			...record,
			versions: record.versions.map((version) => ({
				...version,
				targets: targets as readonly ClockTarget[],
				pausedBy,
			})),
		}));
	return compileDefinitions({ ...defaults, policies } satisfies Definitions);
}

/** Counted until the incident was over, in hours. */
function hoursOf(definitions: CompiledDefinitions, ticket: Ticket, { until }: Candidate): number {
	const track = until === "closed" ? ticket.track.map(countResolved) : ticket.track;
	const [clock] = computeClocks(definitions, { kind: ticket.kind, track }, Number.MAX_SAFE_INTEGER);
	return (clock?.elapsedMs ?? 0) / 3_600_000;
}

/** As if a resolved incident were still worked on. */
function countResolved(move: TrackMove): TrackMove {
	const [at, state, holdReason, priority, teamId] = move;
	return [at, state === 6 ? 2 : state, holdReason, priority, teamId];
}

/** Of these incidents, how many the default policy judges as the log does. */
export function judgeByDefault(tickets: readonly Ticket[], made: ReadonlyMap<string, boolean>): number {
	const definitions = compileDefinitions(makeDefaultDefinitions("UTC"));
	const agreeing = tickets.filter((ticket) => {
		const clocks = computeClocks(definitions, ticket, Number.MAX_SAFE_INTEGER);
		const clock = clocks.find(
			({ policyId, replacedAt }) => policyId === "sla-resolution" && replacedAt === null,
		);
		return clock !== undefined && made.get(ticket.number) === !clock.isBreached;
	});
	return agreeing.length / tickets.length;
}
