import type { Wall, WallIncident } from "../../../shared/api/wall.ts";
import type { CompiledDefinitions } from "../../../shared/sla/compile-definitions.ts";
import { findNextDue } from "../../../shared/sla/next-due.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { parseJson } from "../store/rows.ts";
import type { DeskDatabase } from "../store/store.ts";

const TILES = 10;

type IncidentRow = Awaited<ReturnType<typeof readOpenIncidents>>[number];

/** What of a clock stays true until the ticket changes. */
interface KnownClock {
	readonly revision: number;
	readonly dueAt: number | null;
	readonly breachedAt: number | null;
}

type Counted = IncidentRow & { readonly dueAt: number | null; readonly isBreached: boolean };

export interface IncidentTiles {
	readonly tiles: Wall["incidents"];
	/** Open incidents by service. */
	readonly byService: ReadonlyMap<string, number>;
}

/** Counts and lists open incidents; a clock is computed once per revision of its ticket. */
export class IncidentBoard {
	#clocks = new Map<string, KnownClock>();
	/** Of the definitions, and of their versions that apply. */
	#key = "";

	async read(database: DeskDatabase, definitions: CompiledDefinitions, now: number): Promise<IncidentTiles> {
		const key = `${definitions.key} ${definitions.changesAt.filter((at) => at <= now).length}`;
		if (this.#key !== key) this.#clocks = new Map();
		this.#key = key;
		const rows = await readOpenIncidents(database);
		const counted = this.#count(rows, definitions, now);
		const oldest = [...counted].sort(compareOldest).slice(0, TILES);
		const breaching = counted
			.filter((row) => row.dueAt !== null)
			.sort(compareBreaching(now))
			.slice(0, TILES);
		const names = await readNames(database, [...oldest, ...breaching]);
		return {
			tiles: {
				open: counted.length,
				byPriority: [1, 2, 3, 4, 5].map((priority) => count(counted, (row) => row.priority === priority)),
				unassigned: count(counted, (row) => row.assignee_id === null),
				breached: count(counted, (row) => row.isBreached),
				oldest: oldest.map((row) => toTile(row, names)),
				breaching: breaching.map((row) => toTile(row, names)),
				observedAt: now,
			},
			byService: countByService(counted),
		};
	}

	/** Also forgets the clocks of what is no longer open. */
	#count(rows: readonly IncidentRow[], definitions: CompiledDefinitions, now: number): readonly Counted[] {
		const clocks = new Map<string, KnownClock>();
		const counted = rows.map((row) => {
			const known = this.#clocks.get(row.id);
			const clock = known?.revision === row.revision ? known : makeClock(row, definitions, now);
			clocks.set(row.id, clock);
			const isBreached = clock.breachedAt !== null && clock.breachedAt <= now;
			return { ...row, dueAt: clock.dueAt, isBreached };
		});
		this.#clocks = clocks;
		return counted;
	}
}

function readOpenIncidents(database: DeskDatabase) {
	return database
		.selectFrom("ticket")
		.select([
			"id",
			"number",
			"short_description",
			"state",
			"priority",
			"team_id",
			"assignee_id",
			"service_id",
			"opened_at",
			"revision",
			"track",
		])
		.where("kind", "=", "incident")
		.where("is_open", "=", 1)
		.execute();
}

function makeClock(row: IncidentRow, definitions: CompiledDefinitions, now: number): KnownClock {
	const track = parseJson<Ticket["track"]>(row.track);
	const { dueAt, breachedAt } = findNextDue(definitions, { kind: "incident", track }, now);
	return { revision: row.revision, dueAt, breachedAt };
}

/** Critical and high ones first, each the oldest first. */
function compareOldest(left: Counted, right: Counted): number {
	const isHigh = (row: Counted) => (row.priority <= 2 ? 0 : 1);
	return isHigh(left) - isHigh(right) || left.opened_at - right.opened_at;
}

/** What can still be saved first, soonest due first; then what breached last. */
function compareBreaching(now: number) {
	return (left: Counted, right: Counted): number => {
		const leftMs = (left.dueAt ?? 0) - now;
		const rightMs = (right.dueAt ?? 0) - now;
		if (leftMs > 0 !== rightMs > 0) return leftMs > 0 ? -1 : 1;
		return Math.abs(leftMs) - Math.abs(rightMs);
	};
}

function count(rows: readonly Counted[], isWanted: (row: Counted) => boolean): number {
	return rows.reduce((total, row) => total + (isWanted(row) ? 1 : 0), 0);
}

function countByService(rows: readonly Counted[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { service_id } of rows) {
		if (service_id !== null) counts.set(service_id, (counts.get(service_id) ?? 0) + 1);
	}
	return counts;
}

async function readNames(
	database: DeskDatabase,
	rows: readonly Counted[],
): Promise<ReadonlyMap<string, string>> {
	const teamIds = [...new Set(rows.flatMap((row) => row.team_id ?? []))];
	const personIds = [...new Set(rows.flatMap((row) => row.assignee_id ?? []))];
	const teams = teamIds.length
		? await database.selectFrom("team").select(["id", "name"]).where("id", "in", teamIds).execute()
		: [];
	const people = personIds.length
		? await database.selectFrom("person").select(["id", "name"]).where("id", "in", personIds).execute()
		: [];
	return new Map([
		...teams.map(({ id, name }) => [`team:${id}`, name] as const),
		...people.map(({ id, name }) => [`person:${id}`, name] as const),
	]);
}

function toTile(row: Counted, names: ReadonlyMap<string, string>): WallIncident {
	return {
		id: row.id,
		number: row.number,
		shortDescription: row.short_description,
		state: row.state,
		priority: row.priority,
		teamName: names.get(`team:${row.team_id}`) ?? null,
		assigneeName: names.get(`person:${row.assignee_id}`) ?? null,
		openedAt: row.opened_at,
		dueAt: row.dueAt,
		isBreached: row.isBreached,
	};
}
