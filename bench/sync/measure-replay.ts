import type { Page } from "@playwright/test";
import { DeskFile } from "../../e2e/fixture/desk-file.ts";
import type { Calls, TicketEdit } from "../../renderer/worker/protocol.ts";
import { isOpenState } from "../../shared/ticket/lifecycle.ts";
import type { Ticket } from "../../shared/ticket/ticket.ts";
import type { ConsoleBrowser } from "../console-browser.ts";
import { type Figure, median, percentile } from "../figures.ts";
import type { CopiedDesk } from "./copied-desk.ts";
import { askWorker, installOwnWorker } from "./own-worker.ts";
import { readTickets } from "./read-tickets.ts";

const EDITS_PER_TICKET = 4;
const EDITS_A_TURN = 250;
const SENT_WITHIN_MS = 600_000;
const OFFLINE_WITHIN_MS = 60_000;

/** One console, offline, edits as the forms do; then the desk comes back. Throws where an edit is lost or doubled. */
export async function measureReplay(
	browser: ConsoleBrowser,
	desk: CopiedDesk,
	edits: number,
): Promise<readonly Figure[]> {
	const before = await readStandings(desk.served.url);
	const planned = planEdits(before, edits);
	const page = await openConsole(browser);
	await desk.stop();
	await page
		.getByText(/^Offline since/)
		.first()
		.waitFor({ timeout: OFFLINE_WITHIN_MS });
	const saved = await makeEdits(page, planned);
	const pending = await countPending(page);
	if (pending !== planned.length) throw new Error(`${planned.length} edits were saved, ${pending} wait`);
	await desk.start();
	// From here: finding the desk again is part of it.
	const startedAt = Date.now();
	await askWorker(page, "reconnect");
	page.setDefaultTimeout(SENT_WITHIN_MS);
	const seconds = ((await page.evaluate(() => window.ownWorker.untilSent())) - startedAt) / 1_000;
	checkOnce(desk, saved);
	await checkTickets(desk, before, planned);
	const savingMs = saved.map(({ tookMs }) => tookMs);
	return [
		{
			name: `${edits.toLocaleString("en")} queued intents replayed`,
			value: seconds,
			unit: "s",
			target: null,
			note: "each once on the desk, every ticket as it was left",
		},
		{ name: "replay rate, intents", value: edits / seconds, unit: "/s", target: null },
		saving("saving an edit, the first 500, p95", savingMs.slice(0, 500)),
		saving("saving an edit, the last 500, p95", savingMs.slice(-500)),
	];
}

function saving(name: string, samples: readonly number[]): Figure {
	const note = `p50 ${median(samples).toFixed(0)} ms`;
	return { name, value: percentile(samples, 0.95), unit: "ms", target: null, note };
}

async function openConsole(browser: ConsoleBrowser): Promise<Page> {
	const page = await browser.start();
	await page.addInitScript(installOwnWorker);
	await page.goto("/queues/open");
	await page.locator("[data-ticket-id]").first().waitFor();
	await page.getByText("Live", { exact: true }).waitFor();
	return page;
}

/** What is needed of each ticket to know whether its edits arrived. */
interface Standing {
	readonly revision: number;
	readonly isOpen: boolean;
}

/** By ticket id. */
async function readStandings(deskUrl: string): Promise<ReadonlyMap<string, Standing>> {
	const standings = new Map<string, Standing>();
	for await (const tickets of readTickets(deskUrl)) {
		for (const { id, revision, kind, state } of tickets)
			standings.set(id, { revision, isOpen: isOpenState(kind, state) });
	}
	return standings;
}

/** Some edits of each of many open tickets, far apart in time: notes and titles in turn. */
function planEdits(standings: ReadonlyMap<string, Standing>, edits: number): readonly TicketEdit[] {
	const open = [...standings].filter(([, { isOpen }]) => isOpen).map(([id]) => id);
	const count = Math.min(open.length, Math.ceil(edits / EDITS_PER_TICKET));
	if (count === 0) throw new Error("no ticket is open: there is nothing to edit");
	return Array.from({ length: edits }, (_, index): TicketEdit => {
		const ticketId = open[index % count] ?? "";
		const isNote = Math.floor(index / count) % 2 === 0;
		return isNote
			? { ticketId, set: {}, note: { kind: "workNote", text: `Note ${index} made offline.` } }
			: { ticketId, set: { shortDescription: titleOf(index) } };
	});
}

function titleOf(index: number): string {
	return `Title ${index} given offline`;
}

/** An edit on disk, and how long somebody waited for that. */
interface SavedEdit {
	readonly intentId: string;
	readonly tookMs: number;
}

/** One after the other, as one person would. */
async function makeEdits(page: Page, planned: readonly TicketEdit[]): Promise<readonly SavedEdit[]> {
	const saved: SavedEdit[] = [];
	for (let from = 0; from < planned.length; from += EDITS_A_TURN) {
		saved.push(...(await page.evaluate(saveAll, planned.slice(from, from + EDITS_A_TURN))));
		const { tookMs } = saved.at(-1) ?? { tookMs: Number.NaN };
		if (from % 1_000 === 0) console.error(`sync: ${saved.length} edits saved, the last in ${tookMs} ms`);
	}
	return saved;
}

/** In the page. */
async function saveAll(edits: readonly TicketEdit[]): Promise<readonly SavedEdit[]> {
	const all: SavedEdit[] = [];
	for (const edit of edits) {
		const startedAt = performance.now();
		const result = (await window.ownWorker.call("edit", edit)) as ReturnType<Calls["edit"]>;
		if (!result.ok) throw new Error(`not saved: ${result.error.message}`);
		all.push({ intentId: result.value.intentId, tookMs: performance.now() - startedAt });
	}
	return all;
}

async function countPending(page: Page): Promise<number> {
	const { unsent } = JSON.parse(await askWorker(page, "exportUnsent")) as { readonly unsent: unknown[] };
	return unsent.length;
}

/** Every edit made one entry of the desk's history. */
function checkOnce(desk: CopiedDesk, saved: readonly SavedEdit[]): void {
	const counts = new DeskFile(desk.dataDir).countByIntent();
	const wrong = saved.filter(({ intentId }) => counts.get(intentId) !== 1);
	if (wrong.length > 0)
		throw new Error(`${wrong.length} of ${saved.length} edits are not there exactly once`);
}

/** Every ticket stands as its last edit left it. */
async function checkTickets(
	desk: CopiedDesk,
	before: ReadonlyMap<string, Standing>,
	planned: readonly TicketEdit[],
): Promise<void> {
	const edits = Map.groupBy(planned, ({ ticketId }) => ticketId);
	for await (const tickets of readTickets(desk.served.url)) {
		for (const ticket of tickets) checkTicket(ticket, before.get(ticket.id), edits.get(ticket.id) ?? []);
	}
}

function checkTicket(ticket: Ticket, before: Standing | undefined, edits: readonly TicketEdit[]): void {
	const title = edits.findLast(({ set }) => set.shortDescription !== undefined)?.set.shortDescription;
	const isRight =
		ticket.revision === (before?.revision ?? 0) + edits.length &&
		(title === undefined || ticket.shortDescription === title);
	if (!isRight) throw new Error(`${ticket.number} is not as its last edit left it`);
}
