import { statSync } from "node:fs";
import { ok, type Result, refuse } from "../../../../shared/result.ts";
import { makeWallClock, type WallClock } from "../../../../shared/sla/wall-clock.ts";
import type { EpochMs } from "../../../../shared/ticket/ticket.ts";
import { inSlices } from "../../store/bulk.ts";
import type { Store } from "../../store/store.ts";
import type { LogEvent } from "./log-event.ts";
import { incidentIdOf } from "./log-names.ts";
import { readLogText } from "./log-text.ts";
import { type BadLineReport, MAX_BAD_LINES, type ReadLog, readLog } from "./read-log.ts";
import { replayIncident } from "./replay.ts";
import { writeDirectory } from "./write-directory.ts";
import { writeIncidents } from "./write-incidents.ts";

/** What an import has done so far; final when it is answered. */
export interface ImportSummary {
	readonly lines: number;
	readonly events: number;
	readonly incidents: number;
	readonly unchanged: number;
	readonly open: number;
	readonly badLines: readonly BadLineReport[];
	readonly badLineCount: number;
	readonly ignoredColumns: readonly string[];
}

export interface ImportLogOptions {
	/** CSV or gzip of it. */
	readonly path: string;
	/** Local time in `zone`, `2016-04-20T12:00`: later lines are left out. */
	readonly asOf: string | null;
	/** IANA name of the zone that the log's times are in. */
	readonly zone: string;
	readonly now: () => EpochMs;
	/** Hears 0–1. */
	readonly onProgress: (progress: number) => void;
}

/** Reading takes about this share of an import; the rest is writing. */
const READING_SHARE = 0.4;
/** Incidents of one transaction: some 10 ms of work. */
const SLICE = 250;

/**
 * Imports a ServiceNow-style incident event log. History is fact: no lifecycle rule refuses it, and it
 * fires no rule and no notice. Importing the same log again changes nothing.
 */
export async function importLog(store: Store, options: ImportLogOptions): Promise<Result<ImportSummary>> {
	const wallClock = findWallClock(options.zone);
	if (!wallClock) return refuse("bad_zone", `“${options.zone}” is not a time zone.`, "zone");
	const localMs = options.asOf === null ? null : Date.parse(`${options.asOf}Z`);
	if (Number.isNaN(localMs)) return refuse("bad_time", `“${options.asOf}” is not a time.`, "asOf");
	const log = await readLogFile(options, wallClock, localMs === null ? null : wallClock.toEpoch(localMs));
	if (!log.ok) return log;
	return ok(await writeLog(store, log.value, options));
}

function findWallClock(zone: string): WallClock | null {
	try {
		return makeWallClock(zone);
	} catch {
		return null; // Intl names no zone by it
	}
}

async function readLogFile(
	{ path, onProgress }: ImportLogOptions,
	wallClock: WallClock,
	asOf: EpochMs | null,
): Promise<Result<ReadLog>> {
	const sizeBytes = Math.max(1, statSync(path).size);
	let readBytes = 0;
	const onRead = (bytes: number): void => {
		readBytes += bytes;
		onProgress((READING_SHARE * readBytes) / sizeBytes);
	};
	return readLog({ texts: readLogText({ path, onRead }), wallClock, asOf });
}

async function writeLog(store: Store, log: ReadLog, options: ImportLogOptions): Promise<ImportSummary> {
	const recordedAt = options.now();
	await writeDirectory(store, log.directory);
	const incidents = inOrderOfIds(log.incidents);
	const totals = { unchanged: 0, open: 0 };
	const taken: BadLineReport[] = [];
	await inSlices(incidents, SLICE, async (slice, from) => {
		const written = await writeIncidents(
			store,
			slice.map((events) => replayIncident(events, recordedAt)),
		);
		totals.unchanged += written.unchanged;
		totals.open += written.open;
		taken.push(...written.taken.map((number) => describeTaken(number, log.incidents.get(number))));
		options.onProgress(READING_SHARE + ((1 - READING_SHARE) * (from + slice.length)) / incidents.length);
	});
	return {
		lines: log.lines,
		events: log.events,
		incidents: incidents.length - taken.length,
		...totals,
		badLines: [...log.badLines, ...taken].slice(0, MAX_BAD_LINES),
		badLineCount: log.badLineCount + taken.length,
		ignoredColumns: log.ignoredColumns,
	};
}

/** In the order of the database's keys, which are as good as random: each slice then touches few of its pages. */
function inOrderOfIds(incidents: ReadLog["incidents"]): readonly (readonly LogEvent[])[] {
	return [...incidents]
		.map(([number, events]) => ({ id: incidentIdOf(number), events }))
		.sort((left, right) => (left.id < right.id ? -1 : 1))
		.map(({ events }) => events);
}

function describeTaken(number: string, events: readonly LogEvent[] | undefined): BadLineReport {
	return {
		line: events?.[0]?.line ?? 0,
		reason: `number: the desk has another ticket ${number}; the log’s was left out`,
	};
}
