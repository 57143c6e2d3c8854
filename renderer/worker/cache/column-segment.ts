import { kindIndex, ticketKinds } from "../../../shared/ticket/known-lifecycles.ts";
import type { Dictionary } from "./dictionary.ts";
import type { PackedFollowUps } from "./follow-ups.ts";
import {
	NUMERIC_COLUMNS,
	NUMERIC_NAMES,
	type NumericColumn,
	type NumericColumns,
	type PackedRows,
	type TicketColumns,
} from "./ticket-columns.ts";

/** Rows of one column segment: 100,000 tickets are seven records. */
export const COLUMN_SEGMENT_ROWS = 16_384;

/** A stretch of all columns as it lies on disk; dictionaries are its own, so it stands alone. */
export interface ColumnSegment {
	readonly index: number;
	readonly count: number;
	readonly numeric: NumericColumns;
	/** Ids, numbers and titles: a few buffers are read much faster than thousands of strings. */
	readonly packed: PackedRows;
	readonly people: readonly string[];
	readonly teams: readonly string[];
	readonly cis: readonly string[];
	readonly labels: readonly string[];
	readonly others: readonly string[];
	readonly tagSets: readonly string[];
	readonly followUps: PackedFollowUps;
}

const ID_WORDS = 4;
type DictionaryName = "people" | "teams" | "cis" | "labels" | "others" | "tagSets";
const CODED: Readonly<Partial<Record<NumericColumn, DictionaryName>>> = {
	team: "teams",
	assignee: "people",
	caller: "people",
	ci: "cis",
	service: "cis",
	sourceState: "labels",
	parent: "others",
	problem: "others",
	original: "others",
	tags: "tagSets",
};

/** Which segment a row on disk belongs to. */
export function columnSegmentOf(position: number): number {
	return Math.floor(position / COLUMN_SEGMENT_ROWS);
}

/** Packs one segment from what the columns hold now. */
export function packColumns(columns: TicketColumns, index: number): ColumnSegment {
	const slots = slotsOfSegment(columns, index);
	const local = {
		people: new LocalCodes(),
		teams: new LocalCodes(),
		cis: new LocalCodes(),
		labels: new LocalCodes(),
		others: new LocalCodes(),
		tagSets: new LocalCodes(),
	};
	const numeric = Object.fromEntries(
		NUMERIC_NAMES.map((name) => {
			const dictionary = CODED[name];
			const source = columns.data[name];
			const packed = new NUMERIC_COLUMNS[name](slots.length);
			for (let row = 0; row < slots.length; row += 1) {
				const value = source[slots[row] ?? 0] ?? 0;
				packed[row] = dictionary ? local[dictionary].codeOf(value) : value;
			}
			return [name, packed];
		}),
	) as unknown as NumericColumns;
	return {
		index,
		count: slots.length,
		numeric,
		packed: columns.packRows(slots),
		people: local.people.values(columns.people),
		teams: local.teams.values(columns.teams),
		cis: local.cis.values(columns.cis),
		labels: local.labels.values(columns.labels),
		others: local.others.values(columns.others),
		tagSets: local.tagSets.values(columns.tagSets),
		followUps: columns.followUps.pack(slots),
	};
}

/** Appends a segment read from disk; segments come in order. Throws where it is damaged. */
export function unpackColumns(columns: TicketColumns, segment: ColumnSegment): void {
	checkSegment(columns, segment);
	const codes = {
		people: globalCodes(columns.people, segment.people),
		teams: globalCodes(columns.teams, segment.teams),
		cis: globalCodes(columns.cis, segment.cis),
		labels: globalCodes(columns.labels, segment.labels),
		others: globalCodes(columns.others, segment.others),
		tagSets: globalCodes(columns.tagSets, segment.tagSets),
	};
	const first = columns.appendFromDisk(segment.count, segment.packed);
	columns.followUps.unpack(first, segment.followUps);
	for (const name of NUMERIC_NAMES) {
		const source = segment.numeric[name];
		const target = columns.data[name];
		const dictionary = CODED[name];
		if (!dictionary) {
			target.set(source, first);
			continue;
		}
		const code = codes[dictionary];
		for (let row = 0; row < source.length; row += 1) target[first + row] = code[source[row] ?? 0] ?? 0;
	}
}

function slotsOfSegment(columns: TicketColumns, index: number): readonly number[] {
	const from = index * COLUMN_SEGMENT_ROWS;
	const to = Math.min(from + COLUMN_SEGMENT_ROWS, columns.positionCount);
	return Array.from({ length: Math.max(0, to - from) }, (_, row) => columns.slotAt(from + row) ?? 0);
}

/** Bulk data is checked as a whole: lengths, types, ranges. */
function checkSegment(columns: TicketColumns, segment: ColumnSegment): void {
	const where = `column segment ${segment.index}`;
	if (columns.positionCount !== segment.index * COLUMN_SEGMENT_ROWS)
		throw new Error(`${where}: out of order`);
	if (!isWhole(segment)) throw new Error(`${where}: texts are missing`);
	if (!segment.followUps.every(([row]) => row >= 0 && row < segment.count))
		throw new Error(`${where}: follow-ups are out of range`);
	for (const name of NUMERIC_NAMES) {
		const column = segment.numeric[name];
		if (!(column instanceof NUMERIC_COLUMNS[name]) || column.length !== segment.count) {
			throw new Error(`${where}: ${name} is damaged`);
		}
		const dictionary = CODED[name];
		const limit = name === "kind" ? lastKindIndex() : dictionary ? segment[dictionary].length : Infinity;
		if (limit !== Infinity && column.some((value) => value > limit))
			throw new Error(`${where}: ${name} is out of range`);
	}
}

function lastKindIndex(): number {
	return Math.max(...ticketKinds().map(kindIndex));
}

function isWhole({ count, packed }: ColumnSegment): boolean {
	const { idWords, titleBytes, titleLengths, otherIds, otherNumbers } = packed;
	if (!(idWords instanceof Uint32Array) || idWords.length !== count * ID_WORDS) return false;
	if (!(titleLengths instanceof Uint16Array) || titleLengths.length !== count) return false;
	if (!(titleBytes instanceof Uint8Array)) return false;
	const titles = titleLengths.reduce((total, length) => total + length, 0);
	const others = [...otherIds, ...otherNumbers];
	return titleBytes.length === titles && others.every(([row]) => row >= 0 && row < count);
}

function globalCodes(dictionary: Dictionary, values: readonly string[]): Uint32Array {
	return Uint32Array.from([0, ...values.map((value) => dictionary.codeOf(value))]);
}

/** Numbers a segment's own strings in the order they appear. */
class LocalCodes {
	readonly #codes = new Map<number, number>([[0, 0]]);

	codeOf(globalCode: number): number {
		const known = this.#codes.get(globalCode);
		if (known !== undefined) return known;
		const code = this.#codes.size;
		this.#codes.set(globalCode, code);
		return code;
	}

	values(dictionary: Dictionary): readonly string[] {
		return [...this.#codes.keys()].slice(1).map((code) => dictionary.valueOf(code) ?? "");
	}
}
