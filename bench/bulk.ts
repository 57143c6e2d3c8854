/**
 * A thousand tickets of many changed at once: previewed by the data worker, applied, seen in another console,
 * taken back and seen there again. `npm run bench -- bulk [tickets] [--edits N]`.
 */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "@playwright/test";
import type { Calls } from "../renderer/worker/protocol.ts";
import type { ViewQuery } from "../renderer/worker/views/view-protocol.ts";
import { ConsoleBrowser } from "./console-browser.ts";
import { type Figure, median, percentile, report } from "./figures.ts";
import { AS_OF, hasRealData, joinDesk } from "./joined-desk.ts";
import { CopiedDesk } from "./sync/copied-desk.ts";
import { askWorker, installOwnWorker } from "./sync/own-worker.ts";

/** Leaves 100,000 incidents that were there at that moment. */
const TICKETS = "101700";
const FOLDER = process.env.DESKWATCH_BENCH_DIR ?? join(tmpdir(), "deskwatch-bench");
const PREVIEWS = 10;
const WITHIN_MS = 120_000;
/** A word that no other ticket has. */
const WORD = "zebrafinch";
/** Open incidents far apart on the disk: those of a day are not beside each other. */
const QUERY: ViewQuery = {
	kinds: ["incident"],
	states: [],
	isOpen: true,
	priorities: [],
	teamIds: [],
	assigneeIds: [],
	isMyTeams: false,
	isBreachingNext: false,
	text: "",
	order: { by: "updatedAt", isDescending: true },
};

if (!hasRealData()) throw new Error("The real log is not in ../shared/data: there is nothing to measure.");
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { edits: { type: "string", default: "1000" } },
});
const desk = await CopiedDesk.start(await joinDesk(FOLDER, Number(positionals[0] ?? TICKETS), AS_OF));
const own = await ConsoleBrowser.open(desk.served.url);
const other = await ConsoleBrowser.open(desk.served.url);
const figures: Figure[] = [];
try {
	const [page, elsewhere] = await Promise.all([openConsole(own), openConsole(other)]);
	const window = { from: 0, count: Number(values.edits) };
	const ticketIds = await askWorker(page, "idsOf", { query: QUERY, window });
	if (ticketIds.length < window.count) throw new Error(`only ${ticketIds.length} tickets are open`);
	figures.push(...(await measurePreview(page, ticketIds)), ...(await measureAct(page, elsewhere, ticketIds)));
} finally {
	await own.dispose();
	await other.dispose();
	await desk.dispose();
	report("bulk", figures);
}

async function openConsole(browser: ConsoleBrowser): Promise<Page> {
	const page = await browser.start();
	page.setDefaultTimeout(WITHIN_MS);
	await page.addInitScript(installOwnWorker);
	await page.goto("/queues/open");
	await page.locator("[data-ticket-id]").first().waitFor();
	await page.getByText("Live", { exact: true }).waitFor();
	return page;
}

/** From the page's question to its answer, the first from the disk. */
async function measurePreview(page: Page, ticketIds: readonly string[]): Promise<readonly Figure[]> {
	const samples: number[] = [];
	for (let time = 0; time < PREVIEWS; time += 1) {
		const edit = { set: { impact: 1, urgency: ((time % 2) + 1) as 1 | 2 } } as const;
		const { tookMs, changing } = await page.evaluate(previewOnce, { ticketIds, edit });
		if (changing === 0) throw new Error("the preview says that nothing would change");
		samples.push(tookMs);
	}
	const note = `first ${(samples[0] ?? Number.NaN).toFixed(0)} ms, p50 ${median(samples).toFixed(0)} ms, ${samples.length} samples`;
	const name = `preview of ${ticketIds.length.toLocaleString("en")} tickets, p95`;
	return [{ name, value: percentile(samples, 0.95), unit: "ms", target: 300, note }];
}

/** In the page. */
async function previewOnce(params: Parameters<Calls["previewBulk"]>[0]) {
	const startedAt = performance.now();
	const preview = (await window.ownWorker.call("previewBulk", params)) as ReturnType<Calls["previewBulk"]>;
	const changing = preview.lines.filter(({ outcome }) => outcome === "changes").length;
	return { tookMs: performance.now() - startedAt, changing };
}

async function measureAct(
	page: Page,
	elsewhere: Page,
	ticketIds: readonly string[],
): Promise<readonly Figure[]> {
	await elsewhere.goto(`/queues/all?text=${WORD}`);
	await elsewhere.evaluate(untilTotal, 0);
	const startedAt = Date.now();
	const seen = elsewhere.evaluate(untilTotal, ticketIds.length);
	const edit = { set: { shortDescription: `Changed at once: ${WORD}` } };
	const applied = await askWorker(page, "applyBulk", { ticketIds, edit });
	const savedMs = Date.now() - startedAt;
	if (!applied.ok) throw new Error(applied.error.message);
	const seenMs = (await seen) - startedAt;
	const { batchId, changed } = applied.value;
	const undoneFrom = Date.now();
	const gone = elsewhere.evaluate(untilTotal, 0);
	const undone = await askWorker(page, "takeBack", batchId);
	if (!undone.ok || undone.value.undone !== changed) throw new Error(`not undone: ${JSON.stringify(undone)}`);
	const goneMs = (await gone) - undoneFrom;
	const many = changed.toLocaleString("en");
	return [
		{ name: `${many} edits of one act saved here`, value: savedMs, unit: "ms", target: null },
		{ name: `${many} changed, on another console’s screen`, value: seenMs / 1_000, unit: "s", target: 5 },
		{ name: `${many} taken back, on another console’s screen`, value: goneMs / 1_000, unit: "s", target: 5 },
	];
}

/** In the page: when its list first said that it has so many tickets. */
function untilTotal(total: number): Promise<number> {
	return new Promise((resolve) => {
		const look = (): void => {
			const text = document.querySelector("search [role='status']")?.textContent ?? "";
			if (text !== "" && Number(text.replace(/\D/g, "")) === total) resolve(Date.now());
			else requestAnimationFrame(look);
		};
		look();
	});
}
