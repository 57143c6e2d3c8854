/**
 * The sync engine at scale, beside its peers in the same Chromium: tickets to cache, reload to usable,
 * queued intents replayed, a change to 50 consoles, 500 that return at once. `npm run bench -- sync [tickets] [--edits N] [--without-peers]`.
 */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Ticket } from "../shared/ticket/ticket.ts";
import { ConsoleBrowser } from "./console-browser.ts";
import { buildContest } from "./contest/build-contest.ts";
import { type Figure, report } from "./figures.ts";
import { AS_OF, hasRealData, joinDesk } from "./joined-desk.ts";
import { measureBesidePeers } from "./sync/beside-peers.ts";
import { CopiedDesk } from "./sync/copied-desk.ts";
import { measureConsole } from "./sync/measure-console.ts";
import { measureFanOut } from "./sync/measure-fan-out.ts";
import { measureReplay } from "./sync/measure-replay.ts";
import { measureReturn } from "./sync/measure-return.ts";
import { readTickets } from "./sync/read-tickets.ts";

/** Leaves 100,000 incidents that were there at that moment. */
const TICKETS = "101700";
const FOLDER = process.env.DESKWATCH_BENCH_DIR ?? join(tmpdir(), "deskwatch-bench");
/** One record a ticket: a peer would write a million for a quarter of an hour. */
const MOST_FOR_PEERS = 200_000;

if (!hasRealData())
	throw new Error("The real log and texts are not in ../shared/data: there is nothing to measure.");
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		edits: { type: "string", default: "10000" },
		"without-peers": { type: "boolean", default: false },
	},
});
const wanted = Number(positionals[0] ?? TICKETS);
const desk = await CopiedDesk.start(await joinDesk(FOLDER, wanted, AS_OF));
const browser = await ConsoleBrowser.open(desk.served.url);
const figures: Figure[] = [];
try {
	const consoleRun = await measureConsole(browser, await desk.served.countTickets());
	figures.push(...consoleRun.figures);
	figures.push({
		name: "background, after serving a first sync",
		value: desk.served.memoryMb,
		unit: "MB",
		// A million is served once, when the cache is new; what the figure is for is a day's work.
		target: wanted > MOST_FOR_PEERS ? null : 250,
	});
	figures.push(...(await measureFanOut(browser, desk.served.url)));
	figures.push(...(await measureReplay(browser, desk, Number(values.edits))));
	figures.push(...(await measureReturn(desk)));
	await browser.close();
	if (!values["without-peers"] && wanted <= MOST_FOR_PEERS) {
		const tickets: (readonly Ticket[])[] = [];
		for await (const page of readTickets(desk.served.url)) tickets.push(page);
		await desk.stop();
		await buildContest();
		figures.push(...(await measureBesidePeers(tickets, consoleRun.reloadMs)));
	}
} finally {
	await browser.dispose();
	await desk.dispose();
	report("sync", figures);
}
