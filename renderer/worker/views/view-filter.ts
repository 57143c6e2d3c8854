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
 * Compiles a query into one test per row; dead rows never match. `isNarrowed`: only few rows will be
 * asked for, so that words are looked for in those alone.
 */
export function compileFilter(query: ViewQuery, input: FilterInput, isNarrowed = false): SlotTest {
	const { data } = input.columns;
	const states = query.states.length > 0 ? new Set(query.states) : null;
	const wanted = FLAG.alive | (query.isOpen || query.isBreachingNext ? FLAG.open : 0);
	const dueUntil = input.now + BREACHING_WITHIN_MS;
	const words = searchWords(query.text);
	const tests = [
		maskTest(data.kind, maskOf(query.kinds.map((kind) => TICKET_KINDS.indexOf(kind)))),
		maskTest(data.priority, maskOf(query.priorities)),
		maskTest(data.team, teamMask(query, input)),
		maskTest(data.assignee, assigneeMask(query, input)),
		query.isBreachingNext ? (slot: number) => (data.dueAt[slot] ?? Number.NaN) <= dueUntil : null,
		states ? (slot: number) => states.has(data.state[slot] ?? 0) : null,
		...words.map((word) => compileWord(word, input)),
	].filter((test) => test !== null);
	const test: SlotTest = (slot) => {
		const flags = data.flags[slot] ?? 0;
		if ((flags & wanted) !== wanted) return false;
		for (const each of tests) if (!each(slot)) return false;
		return true;
	};
	return words.length > 0 && !isNarrowed ? scanAhead(test, input.columns.size) : test;
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
	return (slot) =>
		ofPeople[data.assignee[slot] ?? 0] === 1 ||
		ofPeople[data.caller[slot] ?? 0] === 1 ||
		ofTeams[data.team[slot] ?? 0] === 1 ||
		(ofNumber?.(data.numberKey[slot] ?? 0) ?? false) ||
		isInTitle(slot);
}

/** Tests every row in the order in which they lie in memory: in the order of a view each text is a cache miss. */
function scanAhead(test: SlotTest, size: number): SlotTest {
	const found = new Uint8Array(size);
	for (let slot = 0; slot < size; slot += 1) found[slot] = test(slot) ? 1 : 0;
	return (slot) => found[slot] === 1;
}
