/**
 * The console over real tickets in a real browser: first synchronisation, warm starts, and the time
 * from an input event to the frame that shows its effect. `npm run bench -- console [tickets…]`.
 */
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { ConsoleBrowser } from "./console-browser.ts";
import { type Figure, median, percentile, range, report } from "./figures.ts";
import { AS_OF, hasRealData, joinDesk } from "./joined-desk.ts";
import { measureAction, measureKeystrokes, pressKey } from "./page-latency.ts";
import { ServedDesk } from "./served-desk.ts";

/** The second leaves 100,000 incidents that were there at that moment. */
const SIZES = [14_950, 101_700];
const FOLDER = process.env.DESKWATCH_BENCH_DIR ?? join(tmpdir(), "deskwatch-bench");
const STARTS = 5;
const SORTS = ["Short description", "State", "Assignee", "Priority", "Number", "Due"];
const OPENED = 24;
/** A million takes minutes. */
const FIRST_SYNC_TIMEOUT_MS = 600_000;

if (!hasRealData())
	throw new Error("The real log and texts are not in ../shared/data: there is nothing to measure.");
const sizes = process.argv.slice(2).map(Number);
const figures: Figure[] = [];
for (const size of sizes.length > 0 ? sizes : SIZES) figures.push(...(await measureSize(size)));
report("console", figures);

async function measureSize(size: number): Promise<readonly Figure[]> {
	console.error(`console: ${size} tickets of the real log as of ${AS_OF}`);
	const desk = await ServedDesk.start(await joinDesk(FOLDER, size, AS_OF));
	const browser = await ConsoleBrowser.open(desk.url);
	try {
		const tickets = await desk.countTickets();
		const at = (name: string) => `${name}, ${tickets.toLocaleString("en")} tickets`;
		const firstSync = await measureFirstSync(browser, tickets);
		const goal = goalsFor(tickets);
		const starts = await measureStarts(browser);
		const page = await browser.start();
		const latencies = await measureLatencies(page);
		await page.waitForTimeout(3_000);
		return [
			{
				name: at("first synchronisation to the working set"),
				value: firstSync.workingS,
				unit: "s",
				target: 2,
			},
			{
				name: at("first synchronisation, desk to cache"),
				value: firstSync.wholeS,
				unit: "s",
				target: goal.firstSyncS,
			},
			{
				name: at("page load to usable queue, reload"),
				value: median(starts.reloads),
				unit: "ms",
				target: goal.startMs,
				note: range(starts.reloads),
			},
			{
				name: at("page load to usable queue, new browser"),
				value: median(starts.fresh),
				unit: "ms",
				target: goal.startMs,
				note: range(starts.fresh),
			},
			...Object.entries(latencies).flatMap(([action, samples]) =>
				latencyFigures(at(action), samples, goal.latencyMs),
			),
			{
				name: at("memory of the page with its worker"),
				value: browser.pageMemoryMb(),
				unit: "MB",
				target: goal.pageMb,
			},
			{ name: at("memory of the background"), value: desk.memoryMb, unit: "MB", target: 250 },
		];
	} finally {
		await browser.dispose();
		await desk.stop();
	}
}

/** What must be reached is written for 100,000 tickets and for a million. */
function goalsFor(tickets: number) {
	const isMillion = tickets > 500_000;
	return {
		firstSyncS: isMillion ? null : 10,
		startMs: isMillion ? 5_000 : 1_000,
		latencyMs: isMillion ? 100 : 50,
		pageMb: isMillion ? 1_000 : 300,
	};
}

/** From the page's load in an empty profile until there are rows, and until all are in the cache on disk, seconds. */
async function measureFirstSync(browser: ConsoleBrowser, tickets: number) {
	const page = await browser.start();
	const startedAt = performance.now();
	await page.goto("/queues/all");
	await page.locator("[data-ticket-id]").first().waitFor({ timeout: FIRST_SYNC_TIMEOUT_MS });
	const workingS = (performance.now() - startedAt) / 1_000;
	await page
		.locator(`[role=grid][aria-busy=false][aria-rowcount="${tickets + 1}"]`)
		.waitFor({ timeout: FIRST_SYNC_TIMEOUT_MS });
	const wholeS = (performance.now() - startedAt) / 1_000;
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await page.waitForTimeout(8_000);
	return { workingS, wholeS };
}

async function measureStarts(browser: ConsoleBrowser) {
	const fresh: number[] = [];
	for (let round = 0; round < STARTS; round += 1) {
		const page = await browser.start();
		await page.goto("/queues/all");
		fresh.push(await page.evaluate(() => window.deskwatchProbe.firstRowsAt()));
		await page.waitForTimeout(500);
	}
	const page = await browser.start();
	await page.goto("/queues/all");
	const reloads: number[] = [];
	for (let round = 0; round < STARTS; round += 1) {
		await page.waitForTimeout(1_000);
		await page.reload();
		reloads.push(await page.evaluate(() => window.deskwatchProbe.firstRowsAt()));
	}
	return { fresh, reloads };
}

async function measureLatencies(page: Page): Promise<Readonly<Record<string, readonly number[]>>> {
	await page.goto("/queues/all");
	await page.locator("[data-ticket-id]").first().waitFor();
	await page.waitForTimeout(3_000);
	return {
		keystroke: await measureKeystrokes(page),
		filter: await measureFilters(page),
		sort: await measureSorts(page),
		"open in the preview": await measurePreviews(page),
		"open on its page": await measurePages(page),
	};
}

async function measureFilters(page: Page): Promise<readonly number[]> {
	const samples: number[] = [];
	for (const [menu, options] of [
		["State", ["New", "In Progress", "On Hold", "Resolved"]],
		["Priority", ["P1 Critical", "P2 High", "P3 Moderate"]],
	] as const) {
		await page.getByRole("search").getByRole("button", { name: menu, exact: true }).click();
		for (const option of [...options, ...options]) {
			const choice = page.getByRole("option", { name: new RegExp(option) }).first();
			samples.push(...(await measureAction(page, { kind: "rows" }, () => choice.click())));
		}
		await page.keyboard.press("Escape");
		await page.waitForTimeout(300);
	}
	return samples;
}

async function measureSorts(page: Page): Promise<readonly number[]> {
	const samples: number[] = [];
	for (const column of [...SORTS, ...SORTS, ...SORTS]) {
		const head = page.getByRole("columnheader", { name: column }).getByRole("button");
		samples.push(...(await measureAction(page, { kind: "rows" }, () => head.click())));
	}
	return samples;
}

/** Tickets far apart, so that each lies in another segment on disk. */
async function measurePreviews(page: Page): Promise<readonly number[]> {
	const samples: number[] = [];
	for (let index = 0; index < OPENED; index += 1) {
		const row = await scrollTo(page, index);
		const text = (await row.locator("[data-column=number]").textContent()) ?? "";
		samples.push(...(await measureAction(page, { kind: "preview", text }, () => row.click())));
	}
	return samples;
}

async function measurePages(page: Page): Promise<readonly number[]> {
	const samples: number[] = [];
	for (let index = 0; index < OPENED / 2; index += 1) {
		const row = await scrollTo(page, index * 2 + 1);
		const text = (await row.locator("[data-column=shortDescription]").textContent()) ?? "";
		await row.click();
		await page.waitForTimeout(200);
		samples.push(...(await measureAction(page, { kind: "page", text }, () => pressKey(page, "Enter"))));
		await page.goBack();
		await page.locator("[data-ticket-id]").first().waitFor();
	}
	return samples;
}

/** Brings a part of the list on screen; answers a row in its middle. */
async function scrollTo(page: Page, index: number) {
	const share = ((index * 7) % OPENED) / OPENED;
	await page.getByRole("grid").evaluate((grid, part) => {
		grid.scrollTop = grid.scrollHeight * part;
	}, share);
	await page.waitForTimeout(300);
	return page.locator("[data-ticket-id]").nth(8);
}

function latencyFigures(name: string, samples: readonly number[], target: number): readonly Figure[] {
	const note = `${samples.length} samples`;
	return [
		{ name: `${name}, p50`, value: median(samples), unit: "ms", target: null, note },
		{
			name: `${name}, p95`,
			value: percentile(samples, 0.95),
			unit: "ms",
			target,
			note: `worst ${Math.max(...samples).toFixed(0)} ms`,
		},
	];
}
