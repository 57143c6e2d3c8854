import { searchWords } from "../../../shared/search/fold-text.ts";
import { kindIndex } from "../../../shared/ticket/known-lifecycles.ts";
import { FLAG, type TicketColumns } from "../cache/ticket-columns.ts";
import { keepPlanned } from "../search/keep-planned.ts";
import type { SearchPlan } from "../search/search-plan.ts";
import { usualKinds } from "./aside-kinds.ts";
import { BREACHING_WITHIN_MS } from "./counts.ts";
import type { NameList } from "./name-list.ts";
import type { ViewQuery } from "./view-protocol.ts";

/** Who looks: for "me" and "my teams". */
export interface Viewer {
	readonly personId: string | null;
	readonly teamIds: readonly string[];
}

/** A viewer at one moment. */
export interface ViewerNow extends Viewer {
	/** For whom they decide then, as their delegate. */
	readonly delegatorIds: readonly string[];
}

export interface FilterInput {
	readonly columns: TicketColumns;
	readonly people: NameList;
	readonly teams: NameList;
	/** Of CIs and services. */
	readonly cis: NameList;
	readonly viewer: ViewerNow;
	readonly now: number;
	/** All living slots by number key, ascending. */
	readonly byNumber: () => Uint32Array;
}

/** Among assignees: all for whom the viewer decides at the moment. */
export const DELEGATORS = "delegators";

/** Which codes are wanted, by code; `null` is any. */
type Mask = Uint8Array | null;

/** What a query that was asked just before found: the same one with less text. */
export interface Narrowed {
	readonly slots: Uint32Array;
	readonly text: string;
}

/**
 * Which slots match, a byte a slot; dead rows never do. Row after row as they lie in memory, one test after
 * the other over all of them: in the order of a view each would be a cache miss, and a million calls take
 * longer than what they ask.
 */
export function findMatches(
	query: ViewQuery,
	plan: SearchPlan,
	input: FilterInput,
	narrowed: Narrowed | null,
): Uint8Array {
	const found = new Uint8Array(input.columns.size);
	if (narrowed) for (const slot of narrowed.slots) found[slot] = 1;
	else findByColumns(query, input, found);
	keepPlanned(plan, input, found, new Set(narrowed ? searchWords(narrowed.text) : []));
	return found;
}

function findByColumns(query: ViewQuery, input: FilterInput, found: Uint8Array): void {
	const { data } = input.columns;
	const wanted = FLAG.alive | (query.isOpen || query.isBreachingNext ? FLAG.open : 0);
	for (let slot = 0; slot < found.length; slot += 1)
		found[slot] = Number(((data.flags[slot] ?? 0) & wanted) === wanted);
	const kinds = query.kinds.length > 0 ? query.kinds : usualKinds();
	// Of a kind that is not known here there are no tickets.
	const indexes = kinds.map(kindIndex).filter((index) => index >= 0);
	keepMasked(found, data.kind, maskOf(indexes) ?? new Uint8Array(0));
	keepMasked(found, data.priority, maskOf(query.priorities));
	keepMasked(found, data.team, teamMask(query, input));
	keepMasked(found, data.assignee, assigneeMask(query, input));
	if (query.isBreachingNext) keepDue(found, data.dueAt, input.now + BREACHING_WITHIN_MS);
	if (query.states.length > 0) keepStates(found, data.state, new Set(query.states));
}

function keepMasked(found: Uint8Array, column: Uint8Array | Uint32Array, mask: Mask): void {
	if (!mask) return;
	for (let slot = 0; slot < found.length; slot += 1)
		if (found[slot] === 1 && mask[column[slot] ?? 0] !== 1) found[slot] = 0;
}

function keepDue(found: Uint8Array, dueAt: Float64Array, until: number): void {
	for (let slot = 0; slot < found.length; slot += 1)
		if (found[slot] === 1 && !((dueAt[slot] ?? Number.NaN) <= until)) found[slot] = 0;
}

function keepStates(found: Uint8Array, state: Int16Array, wanted: ReadonlySet<number>): void {
	for (let slot = 0; slot < found.length; slot += 1)
		if (found[slot] === 1 && !wanted.has(state[slot] ?? 0)) found[slot] = 0;
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
	const wanted = query.assigneeIds.flatMap((id) => {
		if (id === DELEGATORS) return viewer.delegatorIds;
		return id === "me" ? viewer.personId : id;
	});
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
