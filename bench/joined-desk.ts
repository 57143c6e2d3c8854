import { once } from "node:events";
import {
	createReadStream,
	createWriteStream,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	type WriteStream,
} from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { createGunzip, gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { importLog } from "../electron/background/desk/import/import-log.ts";
import { openStore } from "../electron/background/store/open-store.ts";

const DATA = resolve(import.meta.dirname, "../../shared/data");
const LOG = join(DATA, "incident-event-log.csv.gz");
const TEXTS = join(DATA, "it-service-tickets.csv.gz");
/** The moment of the real log at which about 1,200 incidents are open. */
export const AS_OF = "2016-04-20T12:00";
/** Numbers of one round of the log end below this. */
const NUMBERS_PER_ROUND = 100_000;
/** One import takes at most 2,000,000 events, which is some 400,000 incidents. */
const TICKETS_PER_IMPORT = 300_000;
/** Fewer than the log really has, so that no two imports share a round. */
const FEWEST_PER_ROUND = 14_000;

/** Whether the real log and texts are here; without them a bench runs on the sample desk. */
export function hasRealData(): boolean {
	return existsSync(LOG) && existsSync(TEXTS);
}

/**
 * A desk of `tickets` incidents from the real log, repeated with new numbers as often as needed, each
 * with a real text (row n of one file with row n of the other). Made once per folder; answers its path.
 */
export async function joinDesk(folder: string, tickets: number, asOf: string | null): Promise<string> {
	const dataDir = join(folder, `joined-${tickets}${asOf ? "-as-of" : ""}`);
	if (existsSync(dataDir)) return dataDir;
	const making = `${dataDir}.making`;
	rmSync(making, { recursive: true, force: true });
	mkdirSync(making, { recursive: true });
	const csv = join(making, "log.csv");
	const store = await openStore({ dataDir: making, onFailure: (error) => console.error(error) });
	for (let from = 0; from < tickets; from += TICKETS_PER_IMPORT) {
		await repeatLog(csv, from, Math.min(TICKETS_PER_IMPORT, tickets - from));
		const options = { path: csv, asOf, zone: "UTC", now: Date.now, onProgress: () => undefined };
		const result = await importLog(store, options);
		if (!result.ok) throw new Error(result.error.message);
	}
	await store.writeSetting("setup", { choice: "import" });
	await store.close();
	rmSync(csv);
	writeTexts(making);
	renameSync(making, dataDir);
	return dataDir;
}

/** Writes the log round after round, under new numbers, until there are enough incidents; `from` are there already. */
async function repeatLog(target: string, from: number, tickets: number): Promise<void> {
	const out = createWriteStream(target);
	const firstRound = Math.ceil(from / FEWEST_PER_ROUND);
	let left = tickets;
	for (let round = firstRound; left > 0; round += 1) {
		left -= await writeRound(out, { round, limit: left, hasHeader: round === firstRound });
	}
	out.end();
	await once(out, "finish");
}

interface Round {
	readonly round: number;
	/** At most so many incidents. */
	readonly limit: number;
	readonly hasHeader: boolean;
}

/** Answers how many incidents there were. */
async function writeRound(out: WriteStream, { round, limit, hasHeader }: Round): Promise<number> {
	const seen = new Set<string>();
	for await (const line of readLog()) {
		const number = line.slice(0, line.indexOf(","));
		const isHeader = number === "number";
		if (isHeader ? !hasHeader : !seen.has(number) && seen.size >= limit) continue;
		if (!isHeader) seen.add(number);
		const hasRoom = out.write(`${isHeader ? number : renumber(number, round)}${line.slice(number.length)}\n`);
		if (!hasRoom) await once(out, "drain");
	}
	return seen.size;
}

function readLog(): AsyncIterable<string> {
	return createInterface({ input: createReadStream(LOG).pipe(createGunzip()) });
}

function renumber(number: string, round: number): string {
	if (round === 0) return number;
	return `INC${String(Number(number.slice(3)) + round * NUMBERS_PER_ROUND).padStart(7, "0")}`;
}

function writeTexts(dataDir: string): void {
	const rows = parse<{ text: string; topic: string }>(gunzipSync(readFileSync(TEXTS)), { columns: true });
	const database = new DatabaseSync(join(dataDir, "desk.sqlite"));
	const ids = database.prepare("SELECT id FROM ticket ORDER BY number").all();
	const update = database.prepare("UPDATE ticket SET short_description = ?, description = ? WHERE id = ?");
	database.exec("BEGIN");
	for (const [index, row] of ids.entries()) {
		const { text } = rows[index % rows.length] ?? { text: "" };
		update.run(shortenToWords(text, 90), text.slice(0, 2_000), String(row.id));
	}
	database.exec("COMMIT");
	database.close();
}

function shortenToWords(text: string, length: number): string {
	if (text.length <= length) return text || "No description";
	return text.slice(0, text.lastIndexOf(" ", length) + 1 || length).trim();
}
