import type { CiColumn, ColumnMapping } from "../../../../shared/api/cis.ts";
import { LIMITS } from "../../../../shared/api/common.ts";
import type { Ci } from "../../../../shared/api/directory.ts";
import {
	CI_CLASSES,
	CI_STATUSES,
	type CiClass,
	type CiStatus,
	CRITICALITIES,
	CRITICALITY_WORDS,
	USUAL_STATUS,
} from "../../../../shared/ci/ci.ts";
import { cellOf } from "./csv-columns.ts";
import type { DeskBefore, FileRecord, ImportPlan, PlannedRow, RefusedRow } from "./import-plan.ts";
import { isSameCi } from "./same-ci.ts";

interface FileOfCis {
	readonly records: readonly FileRecord[];
	readonly mapping: ColumnMapping;
	readonly makeId: () => string;
}

const NOTE_LENGTH = 4_000;

/**
 * What a file of CIs would make of a desk. A CI is known by its external id; one that has none yet by its
 * name, where only one has it. A column that the file does not have changes nothing; an empty cell empties the
 * owner, location and note, and leaves the rest as it is.
 */
export function planCis(desk: DeskBefore, { records, mapping, makeId }: FileOfCis): ImportPlan {
	const byKey = new Map(desk.cis.flatMap((ci) => (ci.externalId === undefined ? [] : [[ci.externalId, ci]])));
	const byName = namesOnce(desk.cis.filter(({ externalId }) => externalId === undefined));
	const teams = new Map(desk.teams.map(({ id, name }) => [name.toLowerCase(), id]));
	const lineOfKey = new Map<string, number>();
	const planned: PlannedRow[] = [];
	const refused: RefusedRow[] = [];
	const inFile = new Set<string>();
	let unchanged = 0;
	for (const { line, fields } of records) {
		const cell = (column: CiColumn): string | undefined => cellOf(fields, mapping, column);
		const key = cell("externalId") ?? "";
		const earlier = lineOfKey.get(key);
		if (key !== "") inFile.add(key);
		const before = byKey.get(key) ?? byName.get((cell("name") ?? "").toLowerCase()) ?? null;
		const problems = earlier === undefined ? [] : [problem("externalId", `is on line ${earlier} too`)];
		const read = readCi(cell, { before, teams });
		const wrong = [...problems, ...read.wrong].map(({ column, message }) => ({
			line,
			column,
			message,
			value: (cell(column) ?? "").slice(0, 80),
		}));
		if (key !== "" && earlier === undefined) lineOfKey.set(key, line);
		if (wrong.length > 0) {
			refused.push(...wrong);
			continue;
		}
		const after: Ci = { ...read.ci, id: before?.id ?? makeId() };
		if (before && isSameCi(before, after)) unchanged += 1;
		else planned.push({ line, before, after });
	}
	const touched = new Set(planned.map(({ after }) => after.id));
	const missing = desk.cis.filter(
		({ id, externalId }) => externalId !== undefined && !inFile.has(externalId) && !touched.has(id),
	);
	return { planned, unchanged, missing, refused };
}

/** Names that only one has. */
function namesOnce(cis: readonly Ci[]): ReadonlyMap<string, Ci> {
	const found = new Map<string, Ci | null>();
	for (const ci of cis) {
		const name = ci.name.toLowerCase();
		found.set(name, found.has(name) ? null : ci);
	}
	return new Map([...found].flatMap(([name, ci]) => (ci ? [[name, ci] as const] : [])));
}

interface Wrong {
	readonly column: CiColumn;
	readonly message: string;
}

function problem(column: CiColumn, message: string): Wrong {
	return { column, message };
}

interface Around {
	readonly before: Ci | null;
	/** Ids by name in small letters. */
	readonly teams: ReadonlyMap<string, string>;
}

function readCi(
	cell: (column: CiColumn) => string | undefined,
	{ before, teams }: Around,
): { readonly ci: Omit<Ci, "id">; readonly wrong: readonly Wrong[] } {
	const wrong: Wrong[] = [];
	const refuse = (column: CiColumn, message: string): null => {
		wrong.push(problem(column, message));
		return null;
	};
	const chosen = <Value extends string>(column: CiColumn, values: readonly Value[]): Value | null => {
		const text = wordOf(cell(column));
		if (text === "") return null;
		const found = values.find((value) => value === text);
		return found ?? refuse(column, `is none of ${values.join(", ")}`);
	};
	const short = (column: CiColumn, most: number): string | undefined => {
		const text = cell(column);
		if (text !== undefined && text.length > most) refuse(column, `is longer than ${most} characters`);
		return text;
	};
	const owner = cell("ownerTeam");
	const ownerTeamId = owner ? teams.get(owner.toLowerCase()) : null;
	if (ownerTeamId === undefined) refuse("ownerTeam", "is no team of this desk");
	const said: Said = {
		externalId:
			short("externalId", LIMITS.name) || refuse("externalId", "is missing: it says which CI this is"),
		name: short("name", LIMITS.name) || before?.name || refuse("name", "is missing"),
		class: chosen("class", CI_CLASSES),
		ownerTeamId: owner === undefined ? undefined : (ownerTeamId ?? null),
		criticality: readCriticality(cell("criticality"), refuse),
		status: chosen("status", CI_STATUSES),
		location: short("location", LIMITS.name),
		note: short("note", NOTE_LENGTH),
	};
	return { ci: layOver(before, said), wrong };
}

/** What a row says; `null` where it says nothing, `undefined` where the file has no such column. */
interface Said {
	readonly externalId: string | null;
	readonly name: string | null;
	readonly class: CiClass | null;
	readonly ownerTeamId: string | null | undefined;
	readonly criticality: number | null;
	readonly status: CiStatus | null;
	readonly location: string | undefined;
	readonly note: string | undefined;
}

/** What is said, on top of what is known. */
function layOver(before: Ci | null, said: Said): Omit<Ci, "id"> {
	const { location: knownLocation, note: knownNote, status: knownStatus, ...kept } = before ?? NEW;
	const status = said.status ?? knownStatus ?? USUAL_STATUS;
	const [location, note] = [said.location ?? knownLocation, said.note ?? knownNote];
	return {
		...kept,
		name: said.name ?? kept.name,
		class: said.class ?? kept.class,
		ownerTeamId: said.ownerTeamId === undefined ? kept.ownerTeamId : said.ownerTeamId,
		criticality: said.criticality ?? kept.criticality,
		...(said.externalId === null ? {} : { externalId: said.externalId }),
		...(status === USUAL_STATUS ? {} : { status }),
		...(location ? { location } : {}),
		...(note ? { note } : {}),
	};
}

/** What a CI is of which a file says no more. */
const NEW: Omit<Ci, "id"> = { name: "", class: "other", ownerTeamId: null, criticality: 4, dependsOnIds: [] };

/** `In use`, `in-use` and `in_use` are one. */
function wordOf(text: string | undefined): string {
	return (text ?? "").toLowerCase().replace(/[\s-]+/g, "_");
}

/** A word, or 1 to 4, also as `1 - most critical`. */
function readCriticality(
	text: string | undefined,
	refuse: (column: CiColumn, message: string) => null,
): number | null {
	if (!text) return null;
	const word = text.toLowerCase();
	const found = CRITICALITIES.find(
		(value) => word === CRITICALITY_WORDS[value] || new RegExp(`^${value}(\\s*-.*)?$`).test(word),
	);
	if (found) return found;
	return refuse("criticality", `is none of ${Object.values(CRITICALITY_WORDS).join(", ")}, nor 1 to 4`);
}
