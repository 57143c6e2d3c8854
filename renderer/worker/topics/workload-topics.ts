import type { Model } from "../engine/model.ts";
import type { Topics } from "../protocol.ts";
import { Pace } from "../views/pace.ts";
import { compareTexts } from "../views/slot-order.ts";
import { countTrend } from "../views/trend.ts";
import { countLoads } from "../views/workload.ts";
import type { Load, LoadRow, Trend, TrendQuery, WorkloadQuery } from "../views/workload-protocol.ts";
import { staffPayload } from "./staff-topic.ts";

/** While tickets come in: nobody reads faster. */
const EVERY_MS = 1_000;
const IDLE: Load = {
	open: 0,
	urgent: 0,
	onHold: 0,
	breached: 0,
	dueSoon: 0,
	oldestAt: Number.POSITIVE_INFINITY,
};
const PACES = new WeakMap<Model, Pace>();

function paceOf(model: Model): Pace {
	const known = PACES.get(model) ?? new Pace(EVERY_MS);
	PACES.set(model, known);
	return known;
}

type Made<Payload> = Payload | undefined | Promise<Payload | undefined>;

export function workloadPayload(model: Model, query: WorkloadQuery): Made<Topics["workload"]["payload"]> {
	return paceOf(model).run(`workload ${JSON.stringify(query)}`, () => makeWorkload(model, query));
}

export function trendPayload(model: Model, query: TrendQuery): Made<Trend> {
	return paceOf(model).run(`trend ${JSON.stringify(query)}`, () => {
		const { generation } = model;
		if (!generation) return undefined;
		const { cache } = generation;
		return { ...countTrend(cache.columns, query), isComplete: cache.isComplete };
	});
}

/** Nobody's first, then by name: everybody who has open work, and everybody who could be given some. */
function makeWorkload(model: Model, { teamId }: WorkloadQuery): readonly LoadRow[] | undefined {
	const { generation } = model;
	if (!generation) return undefined;
	const { columns, things } = generation.cache;
	const loads = countLoads(columns, teamId, model.deskNow());
	const staff = staffPayload(model).people;
	const free = staff.filter((person) => teamId === null || person.teamIds.includes(teamId));
	const staffIds = new Set(staff.map(({ id }) => id));
	const ids = new Set([...free.map(({ id }) => id), ...[...loads.keys()].filter((id) => id !== null)]);
	const people = [...ids].map((personId) => ({
		personId,
		name: things.people.get(personId)?.name ?? null,
		isGone: !staffIds.has(personId),
		load: loads.get(personId) ?? IDLE,
	}));
	return [
		{ personId: null, name: null, isGone: false, load: loads.get(null) ?? IDLE },
		...people.sort((one, other) => compareTexts(keyOf(one), keyOf(other))),
	];
}

function keyOf({ name, personId }: { readonly name: string | null; readonly personId: string }): string {
	return (name ?? personId).toLowerCase();
}
