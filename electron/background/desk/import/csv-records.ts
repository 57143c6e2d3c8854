import { parse } from "csv-parse/sync";

/** One record of a CSV file, or why there is none at that line. Lines count from 1. */
export type CsvItem =
	| { readonly line: number; readonly fields: readonly string[] }
	| { readonly line: number; readonly reason: string };

/** Lines and the line number of the first. */
interface RecordText {
	readonly line: number;
	readonly lines: readonly string[];
}

/** Records parsed at once: a few milliseconds of work, after which others have their turn. */
const RECORDS_PER_BATCH = 500;
/** A quoted field that runs over more lines than this is taken for a quote that was never closed. */
const MAX_LINES_PER_RECORD = 500;
const MAX_LINE_LENGTH = 1_048_576;

/** Why a file can't be read as CSV at all. */
export class CsvUnreadableError extends Error {
	override readonly name = "CsvUnreadableError";
}

/**
 * Reads a CSV file in batches. A record that can't be read is an item with its reason and spoils no
 * other: where a quote was never closed, the lines that it seems to hold are read one by one instead.
 * The first record says how many columns there are.
 */
export async function* readCsvBatches(
	texts: AsyncIterable<string>,
): AsyncGenerator<readonly CsvItem[], void, undefined> {
	const splitter = new RecordSplitter();
	let columnCount: number | null = null;
	let waiting: RecordText[] = [];
	const take = (batch: readonly RecordText[]): readonly CsvItem[] => {
		const items = parseBatch(batch, columnCount);
		const first = items[0];
		columnCount ??= first && "fields" in first ? first.fields.length : null;
		return items;
	};
	for await (const text of texts) {
		waiting.push(...splitter.push(text));
		while (columnCount === null ? waiting.length > 0 : waiting.length >= RECORDS_PER_BATCH) {
			yield take(waiting.splice(0, columnCount === null ? 1 : RECORDS_PER_BATCH));
		}
	}
	waiting = [...waiting, ...splitter.end()];
	while (waiting.length > 0) yield take(waiting.splice(0, columnCount === null ? 1 : RECORDS_PER_BATCH));
}

/** Cuts text into records: lines, joined where a quoted field goes on. */
class RecordSplitter {
	#rest = "";
	#line = 0;
	#open: { readonly line: number; readonly lines: string[] } | null = null;

	push(text: string): RecordText[] {
		const lines = (this.#rest + text).split("\n");
		this.#rest = lines.pop() ?? "";
		if (this.#rest.length > MAX_LINE_LENGTH) {
			throw new CsvUnreadableError(`Line ${this.#line + lines.length + 1} is longer than a megabyte.`);
		}
		return lines.flatMap((line) => this.#take(line));
	}

	end(): RecordText[] {
		const last = this.#take(this.#rest);
		return [...last, ...this.#giveUp()];
	}

	#take(rawLine: string): RecordText[] {
		this.#line += 1;
		const line = rawLine.endsWith("\r") ? rawLine.slice(0, -1) : rawLine;
		if (!this.#open) {
			if (line.trim() === "") return [];
			if (isBalanced(line)) return [{ line: this.#line, lines: [line] }];
			this.#open = { line: this.#line, lines: [line] };
			return [];
		}
		const open = this.#open;
		open.lines.push(line);
		if (!isBalanced(line)) {
			this.#open = null;
			return [open];
		}
		return open.lines.length > MAX_LINES_PER_RECORD ? this.#giveUp() : [];
	}

	#giveUp(): RecordText[] {
		const open = this.#open;
		this.#open = null;
		return open ? [open] : [];
	}
}

function isBalanced(line: string): boolean {
	let quotes = 0;
	for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) quotes += 1;
	return quotes % 2 === 0;
}

function parseBatch(batch: readonly RecordText[], columnCount: number | null): CsvItem[] {
	const records = tryParse(batch.map(({ lines }) => lines.join("\n")).join("\n"));
	const isAligned = records?.length === batch.length;
	return batch.flatMap((record, index) => {
		const fields = isAligned ? records[index] : parseOne(record.lines);
		return judgeRecord(record, fields, columnCount);
	});
}

function judgeRecord(
	{ line, lines }: RecordText,
	fields: readonly string[] | null | undefined,
	columnCount: number | null,
): CsvItem[] {
	if (fields && (columnCount === null || fields.length === columnCount)) return [{ line, fields }];
	if (lines.length > 1) {
		return lines.flatMap((text, offset) =>
			text.trim() === ""
				? []
				: judgeRecord({ line: line + offset, lines: [text] }, parseOne([text]), columnCount),
		);
	}
	const reason = fields
		? `has ${fields.length} columns where the header has ${columnCount}`
		: "a quote is opened and not closed, or stands inside a field";
	return [{ line, reason }];
}

function parseOne(lines: readonly string[]): readonly string[] | null {
	const records = tryParse(lines.join("\n"));
	return records?.length === 1 ? (records[0] ?? null) : null;
}

function tryParse(text: string): string[][] | null {
	try {
		return parse(text, { record_delimiter: "\n", relax_column_count: true });
	} catch {
		return null; // a quoting mistake somewhere in it: the caller looks closer
	}
}
