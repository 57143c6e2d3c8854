/**
 * The clocks of many tickets. How fast a queue sorts by them; and over the whole real event log: list, page
 * and API agree to the millisecond, and under which policy the log's own `made_sla` is explained best.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createBackground } from "../electron/background/background.ts";
import { importLog } from "../electron/background/desk/import/import-log.ts";
import { openStore } from "../electron/background/store/open-store.ts";
import { fromTicketRow } from "../electron/background/store/rows.ts";
import type { Ticket } from "../shared/ticket/ticket.ts";
import { type Figure, report } from "./figures.ts";
import { compareAll } from "./sla/agreement.ts";
import { CANDIDATES, type Fit, fitCandidate, judgeByDefault, readMadeSla } from "./sla/made-sla.ts";
import { measureSorting } from "./sla/sorting.ts";

const LOG = resolve(import.meta.dirname, "../../shared/data/incident-event-log.csv.gz");
/** At which about 1,200 incidents are open, and a year after the log's end. */
const MOMENTS = [
	{ asOf: "2016-04-20T12:00", now: Date.parse("2016-04-20T12:00Z") },
	{ asOf: null, now: Date.parse("2017-04-20T12:00Z") },
] as const;

const OPEN_TICKETS = 100_000;

const figures: Figure[] = [...(await measureSorting(OPEN_TICKETS))];
let tickets: readonly Ticket[] = [];
if (existsSync(LOG)) await replayLog();
else console.log("sla: the real event log is not here, so there is nothing to replay.");
report("sla", figures);

async function replayLog(): Promise<void> {
	for (const moment of MOMENTS) {
		const dataDir = mkdtempSync(join(tmpdir(), "deskwatch-sla-"));
		try {
			tickets = await replay(dataDir, moment);
		} finally {
			rmSync(dataDir, { recursive: true, force: true });
		}
	}
	await explain();
}

async function replay(dataDir: string, { asOf, now }: (typeof MOMENTS)[number]): Promise<readonly Ticket[]> {
	console.error(`sla: the log ${asOf ? `as of ${asOf}` : "to its end"}`);
	const store = await openStore({ dataDir });
	const options = { path: LOG, asOf, zone: "UTC", now: () => now, onProgress: () => undefined };
	const imported = await importLog(store, options);
	if (!imported.ok) throw new Error(imported.error.message);
	const rows = await store.reader.selectFrom("ticket").selectAll().execute();
	await store.close();
	const background = await createBackground({
		dataDir,
		host: "127.0.0.1",
		port: 0,
		tls: null,
		auth: { mode: "open" },
		rendererDir: join(dataDir, "none"),
		version: "bench",
		log: (line) => console.error(line),
		now: () => now,
	});
	const found = await compareAll(background.url, now).finally(() => background.close());
	for (const difference of found.differences) console.log(difference);
	const when = asOf ? "as of 20 April" : "at the end";
	const note = `${found.tickets} incidents, ${found.clocks} clocks, ${found.live} of them live`;
	figures.push({
		name: `list, page and API differ, ${when}`,
		value: found.differing,
		unit: "",
		target: 0,
		note,
	});
	return rows.map(fromTicketRow);
}

async function explain(): Promise<void> {
	const made = await readMadeSla(LOG);
	const isMade = [...made.values()].filter(Boolean).length;
	console.log(`\nmade_sla: ${isMade} of ${made.size} incidents kept it by the log's own word`);
	const share = (value: number): string => `${(value * 100).toFixed(1)} %`;
	const byDefault = judgeByDefault(tickets, made);
	console.log(`the default policy agrees in ${share(byDefault)}\n`);
	const fits = CANDIDATES.map((candidate) => fitCandidate(candidate, tickets, made)).sort(
		(one, other) => other.agreement - one.agreement,
	);
	for (const { candidate, agreement } of fits)
		console.log(`${share(agreement).padStart(7)}  ${candidate.name}`);
	const [best] = fits;
	if (!best) return;
	console.log(`\nBest: ${best.candidate.name}`);
	for (const { priority, hours, incidents, agreeing } of best.targets)
		console.log(
			`  P${priority}: ${hours.toFixed(1)} h, ${agreeing} of ${incidents} agree (${share(agreeing / incidents)})`,
		);
	describeMisfits(best);
	figures.push(
		{ name: "made_sla explained by the best policy, %", value: best.agreement * 100, unit: "", target: null },
		{ name: "made_sla explained by the default policy, %", value: byDefault * 100, unit: "", target: null },
	);
}

function describeMisfits({ misfits }: Fit): void {
	const late = misfits.filter(({ isMade }) => isMade);
	const early = misfits.filter(({ isMade }) => !isMade);
	const count = (list: typeof misfits, test: (ticket: Ticket) => boolean): number =>
		list.filter(({ ticket }) => test(ticket)).length;
	console.log(`What does not fit: ${misfits.length} incidents`);
	for (const [name, list] of [
		["kept by the log, longer than the target", late],
		["missed by the log, within the target", early],
	] as const) {
		const reopened = count(list, ({ reopenCount }) => reopenCount > 0);
		const held = count(list, ({ track }) => track.some(([, state]) => state === 3));
		const moved = count(list, ({ track }) => new Set(track.map(([, , , priority]) => priority)).size > 1);
		const handed = count(list, ({ track }) => new Set(track.map(([, , , , teamId]) => teamId)).size > 1);
		console.log(
			`  ${name}: ${list.length} (held ${held}, reopened ${reopened}, other priority ${moved}, handed on ${handed})`,
		);
		const examples = list.slice(0, 5).map(({ ticket, hours }) => `${ticket.number} ${hours.toFixed(1)} h`);
		if (examples.length > 0) console.log(`    ${examples.join(", ")}`);
	}
}
