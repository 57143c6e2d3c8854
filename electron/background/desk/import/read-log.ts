import { setImmediate } from "node:timers/promises";
import { ok, type Result, refuse } from "../../../../shared/result.ts";
import type { WallClock } from "../../../../shared/sla/wall-clock.ts";
import type { EpochMs } from "../../../../shared/ticket/ticket.ts";
import { type CsvItem, CsvUnreadableError, readCsvBatches } from "./csv-records.ts";
import { type LogHeader, readHeader } from "./log-columns.ts";
import { DirectoryGatherer, type LoggedDirectory } from "./log-directory.ts";
import { BadLine, type LogEvent, makeEventReader, type ReadEvent } from "./log-event.ts";

/** Lines of one incident may stand anywhere in a log, so all are held until it is read: this bounds the memory. */
const MAX_EVENTS = 2_000_000;
export const MAX_BAD_LINES = 1_000;
const EMPTY_LOG = refuse("wrong_header", "The log is empty: its first line must name the columns.");

/** A line that was left out, and why. */
export interface BadLineReport {
	readonly line: number;
	readonly reason: string;
}

/** A log as it was read: the lines of each incident in the log's order. */
export interface ReadLog {
	/** Lines below the header, good and bad. */
	readonly lines: number;
	/** Good lines up to the moment at which the replay stops. */
	readonly events: number;
	readonly incidents: ReadonlyMap<string, readonly LogEvent[]>;
	/** Whom and what these lines name. */
	readonly directory: LoggedDirectory;
	/** The first thousand. */
	readonly badLines: readonly BadLineReport[];
	readonly badLineCount: number;
	readonly ignoredColumns: readonly string[];
}

export interface ReadLogOptions {
	readonly texts: AsyncIterable<string>;
	readonly wallClock: WallClock;
	/** Lines updated later than this are left out. */
	readonly asOf: EpochMs | null;
}

/** Reads a whole log, giving way to others between batches. Refuses only what makes all of it worthless. */
export async function readLog(options: ReadLogOptions): Promise<Result<ReadLog>> {
	return refuseUnreadable(() => readAll(options));
}

/** Reads no further than a log's first line: whether it is a log at all. */
export async function readLogHeader(texts: AsyncIterable<string>): Promise<Result<LogHeader>> {
	return refuseUnreadable(async () => {
		for await (const [first] of readCsvBatches(texts)) {
			if (first) return readHeader("fields" in first ? first.fields : []);
		}
		return EMPTY_LOG;
	});
}

async function refuseUnreadable<Value>(read: () => Promise<Result<Value>>): Promise<Result<Value>> {
	try {
		return await read();
	} catch (error) {
		if (error instanceof CsvUnreadableError) return refuse("unreadable_log", error.message);
		if (isUnpackingError(error))
			return refuse("unreadable_log", `The log can’t be unpacked: ${error.message}.`);
		throw error;
	}
}

async function readAll({ texts, wallClock, asOf }: ReadLogOptions): Promise<Result<ReadLog>> {
	const gathering = new Gathering(asOf);
	let reader: ReadEvent | null = null;
	let header: LogHeader | null = null;
	for await (const batch of readCsvBatches(texts)) {
		const [first, ...rest] = batch;
		if (!reader && first) {
			const read = readHeader("fields" in first ? first.fields : []);
			if (!read.ok) return read;
			header = read.value;
			reader = makeEventReader(header, wallClock);
			gathering.take(rest, reader);
		} else if (reader) gathering.take(batch, reader);
		if (gathering.events > MAX_EVENTS) {
			return refuse(
				"log_too_long",
				`The log has more than ${MAX_EVENTS} events: import it in parts, oldest first.`,
			);
		}
		await setImmediate();
	}
	if (!header) return EMPTY_LOG;
	return ok(gathering.finish(header.ignored));
}

class Gathering {
	events = 0;
	readonly #asOf: EpochMs | null;
	readonly #incidents = new Map<string, LogEvent[]>();
	readonly #directory = new DirectoryGatherer();
	readonly #badLines: BadLineReport[] = [];
	#badLineCount = 0;
	#lines = 0;

	constructor(asOf: EpochMs | null) {
		this.#asOf = asOf;
	}

	take(items: readonly CsvItem[], read: ReadEvent): void {
		for (const item of items) {
			this.#lines += 1;
			if ("reason" in item) this.#leaveOut(item.line, item.reason);
			else this.#takeLine(item.line, item.fields, read);
		}
	}

	finish(ignoredColumns: readonly string[]): ReadLog {
		return {
			lines: this.#lines,
			events: this.events,
			incidents: this.#incidents,
			directory: this.#directory.finish(),
			badLines: this.#badLines,
			badLineCount: this.#badLineCount,
			ignoredColumns,
		};
	}

	#takeLine(line: number, fields: readonly string[], read: ReadEvent): void {
		try {
			this.#keep(read(line, fields));
		} catch (error) {
			if (!(error instanceof BadLine)) throw error;
			this.#leaveOut(line, error.message);
		}
	}

	#keep(event: LogEvent): void {
		if (this.#asOf !== null && event.updatedAt > this.#asOf) return;
		this.events += 1;
		this.#directory.add(event);
		const events = this.#incidents.get(event.number);
		if (events) events.push(event);
		else this.#incidents.set(event.number, [event]);
	}

	#leaveOut(line: number, reason: string): void {
		this.#badLineCount += 1;
		if (this.#badLines.length < MAX_BAD_LINES) this.#badLines.push({ line, reason });
	}
}

/** zlib's errors carry codes such as `Z_DATA_ERROR` and `Z_BUF_ERROR`. */
function isUnpackingError(error: unknown): error is Error {
	return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}
