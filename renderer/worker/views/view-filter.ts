import { TICKET_KINDS } from "../../../shared/ticket/kinds.ts";
import { searchWords } from "../cache/fold-text.ts";
import { compileNumberTest } from "../cache/number-key.ts";
import { FLAG, type TicketColumns } from "../cache/ticket-columns.ts";
import type { ViewQuery } from "../protocol.ts";
import { BREACHING_WITHIN_MS } from "./counts.ts";
import type { NameList } from "./name-list.ts";

/** Who looks: for "me" and "my teams". */
export interface Viewer {
	readonly personId: string | null;
	readonly teamIds: readonly string[];
}

export interface FilterInput {
	readonly columns: TicketColumns;
	readonly people: NameList;
	readonly teams: NameList;
	readonly viewer: Viewer;
	readonly now: number;
}

export type SlotTest = (slot: number) => boolean;

/** Which codes are wanted, by code; `null` is any. */
type Mask = Uint8Array | null;

/**
 * Compiles a query into one test per row; dead rows never match. `within`: only these will be asked for,
 * so that words are looked for in those alone.
 */
export function compileFilter(
	query: ViewQuery,
	input: FilterInput,
	within: Uint32Array | null = null,
): SlotTest {
	const { data } = input.columns;
	const states = query.states.length > 0 ? new Set(query.states) : null;
	const wanted = FLAG.alive | (query.isOpen || query.isBreachingNext ? FLAG.open : 0);
	const dueUntil = input.now + BREACHING_WITHIN_MS;
	const tests = [
		maskTest(data.kind, maskOf(query.kinds.map((kind) => TICKET_KINDS.indexOf(kind)))),
		maskTest(data.priority, maskOf(query.priorities)),
		maskTest(data.team, teamMask(query, input)),
		maskTest(data.assignee, assigneeMask(query, input)),
		query.isBreachingNext ? (slot: number) => (data.dueAt[slot] ?? Number.NaN) <= dueUntil : null,
		states ? (slot: number) => states.has(data.state[slot] ?? 0) : null,
	].filter((test) => test !== null);
	const words = searchWords(query.text).map((word) => compileWord(word, input));
	const isFew = within !== null && within.length * FEW < input.columns.size;
	if (words.length > 0 && !isFew) return scanAhead(input.columns, { wanted, tests, words, within });
	const all = [...tests, ...words];
	return (slot) => {
		const flags = data.flags[slot] ?? 0;
		if ((flags & wanted) !== wanted) return false;
		for (const test of all) if (!test(slot)) return false;
		return true;
	};
}

interface Scan {
	/** Flags that a row must have. */
	readonly wanted: number;
	readonly tests: readonly SlotTest[];
	readonly words: readonly SlotTest[];
	readonly within: Uint32Array | null;
}

/** One row in so many is so few that each may be a cache miss. */
const FEW = 50;

/**
 * Tests every row in the order in which they lie in memory: in the order of a view each text is a cache
 * miss. One test after the other over all rows, each over what the ones before left.
 */
function scanAhead({ data, size }: TicketColumns, { wanted, tests, words, within }: Scan): SlotTest {
	const found = new Uint8Array(size).fill(within ? 0 : 1);
	for (const slot of within ?? []) found[slot] = 1;
	const hasFlags: SlotTest = (slot) => ((data.flags[slot] ?? 0) & wanted) === wanted;
	for (const test of [hasFlags, ...tests, ...words]) {
		for (let slot = 0; slot < size; slot += 1) if (found[slot] === 1 && !test(slot)) found[slot] = 0;
	}
	return (slot) => found[slot] === 1;
}

function maskTest(column: Uint8Array | Uint32Array, mask: Mask): SlotTest | null {
	return mask ? (slot) => mask[column[slot] ?? 0] === 1 : null;
}

function maskOf(codes: readonly number[]): Mask {
	if (codes.length === 0) return null;
	const mask = new Uint8Array(Math.max(...codes, 0) + 1);
	for (const code of codes) mask[code] = 1;
	return mask;
}

/** Of "my teams" and of those named: both hold, where both are asked for. */
function teamMask(query: ViewQuery, { columns, viewer }: FilterInput): Mask {
	if (query.teamIds.length === 0 && !query.isMyTeams) return null;
	const named = query.teamIds.length > 0 ? query.teamIds : viewer.teamIds;
	const wanted = query.isMyTeams ? named.filter((id) => viewer.teamIds.includes(id)) : named;
	return idMask(wanted, columns.teams);
}

function assigneeMask(query: ViewQuery, { columns, viewer }: FilterInput): Mask {
	if (query.assigneeIds.length === 0) return null;
	const wanted = query.assigneeIds.map((id) => (id === "me" ? viewer.personId : id));
	return idMask(
		wanted.filter((id) => id !== null),
		columns.people,
	);
}

/** `none` wants rows without any. */
function idMask(ids: readonly string[], dictionary: TicketColumns["people"]): Uint8Array {
	const mask = new Uint8Array(dictionary.size);
	for (const id of ids) {
		const code = dictionary.find(id);
		if (code !== 0 || id === "none") mask[code] = 1;
	}
	return mask;
}

/** One word matches the number, the title, or the name of team, assignee or caller. */
function compileWord(word: string, { columns, people, teams }: FilterInput): SlotTest {
	const { data } = columns;
	const ofNumber = compileNumberTest(word);
	const ofPeople = people.matches(word);
	const ofTeams = teams.matches(word);
	const isInTitle = columns.titles.compileIncludes(word);
	const { assignee, caller, team } = data;
	const isNamed: SlotTest = (slot) =>
		ofPeople[assignee[slot] ?? 0] === 1 ||
		ofPeople[caller[slot] ?? 0] === 1 ||
		ofTeams[team[slot] ?? 0] === 1 ||
		isInTitle(slot);
	return ofNumber ? (slot) => ofNumber(data.numberKey[slot] ?? 0) || isNamed(slot) : isNamed;
}
