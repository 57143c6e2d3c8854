import type { Page } from "@playwright/test";
import { openBareRows } from "../bare-rows.ts";
import type { ConsoleBrowser } from "../console-browser.ts";
import { type Figure, median, percentile, range } from "../figures.ts";
import { measureKeystrokes } from "../page-latency.ts";

export const RELOADS = 7;
const KEY_ROUNDS = 4;
const FIRST_SYNC_WITHIN_MS = 600_000;
/** Until the browser has collected what pages before the newest reload leave behind. */
const AT_REST_AFTER_MS = 30_000;
/** From so many on the figures for a million tickets hold. */
const MANY = 500_000;

export interface ConsoleRun {
	readonly figures: readonly Figure[];
	/** For the comparison with the peers, milliseconds. */
	readonly reloadMs: number;
}

/** The console over a real desk: from nothing to a whole cache on disk, reloads after that, words looked for. */
export async function measureConsole(browser: ConsoleBrowser, tickets: number): Promise<ConsoleRun> {
	const at = (name: string) => `${name}, ${tickets.toLocaleString("en")} tickets`;
	const isMany = tickets >= MANY;
	const firstSync = await measureFirstSync(browser, tickets);
	const page = await browser.start();
	await page.goto("/queues/open");
	const reloads = await measureReloads(page);
	await page.waitForTimeout(3_000);
	const reloadedMb = browser.pageMemoryMb();
	await page.waitForTimeout(AT_REST_AFTER_MS);
	const restedMb = browser.pageMemoryMb();
	await page.goto("/queues/all");
	await page.waitForTimeout(3_000);
	const keys = await repeat(() => measureKeystrokes(page));
	const searchedMb = browser.pageMemoryMb();
	await openBareRows(page);
	const bareKeys = await repeat(() => measureKeystrokes(page));
	const figures: readonly Figure[] = [
		{ name: at("first sync, desk to cache"), value: firstSync, unit: "s", target: isMany ? null : 10 },
		{
			name: at("reload to usable"),
			value: median(reloads),
			unit: "ms",
			target: isMany ? 5_000 : 1_000,
			note: range(reloads),
		},
		{
			name: at("key of a search, p95"),
			value: percentile(keys, 0.95),
			unit: "ms",
			target: isMany ? 100 : 50,
			note: ofKeys(keys),
		},
		{
			name: "the same key in a page that only writes rows, p95",
			value: percentile(bareKeys, 0.95),
			unit: "ms",
			target: null,
			note: ofKeys(bareKeys),
		},
		{
			name: at("page with its worker, at rest or after searching"),
			value: Math.max(restedMb, searchedMb),
			unit: "MB",
			target: isMany ? 1_000 : 300,
			note: `${restedMb.toFixed(0)} at rest, ${searchedMb.toFixed(0)} after ${keys.length} keys; ${reloadedMb.toFixed(0)} just after ${RELOADS} reloads, whose pages are not collected yet`,
		},
	];
	return { figures, reloadMs: median(reloads) };
}

/** All samples of several rounds: of the keys of one, the 95th of a hundred would be the worst but one. */
async function repeat(measure: () => Promise<readonly number[]>): Promise<readonly number[]> {
	const samples: number[] = [];
	for (let round = 0; round < KEY_ROUNDS; round += 1) samples.push(...(await measure()));
	return samples;
}

function ofKeys(samples: readonly number[]): string {
	return `${samples.length} keys, p50 ${median(samples).toFixed(0)} ms`;
}

/** From the page's load in an empty profile until every ticket is in the cache on disk, seconds. */
async function measureFirstSync(browser: ConsoleBrowser, tickets: number): Promise<number> {
	const page = await browser.start();
	const startedAt = performance.now();
	await page.goto("/queues/all");
	await page
		.locator(`[role=grid][aria-busy=false][aria-rowcount="${tickets + 1}"]`)
		.waitFor({ timeout: FIRST_SYNC_WITHIN_MS });
	const seconds = (performance.now() - startedAt) / 1_000;
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await page.waitForTimeout(8_000);
	return seconds;
}

/** From each reload to the frame with the first rows and the count of the view, milliseconds. */
export async function measureReloads(page: Page): Promise<readonly number[]> {
	const reloads: number[] = [];
	for (let round = 0; round < RELOADS; round += 1) {
		await page.waitForTimeout(1_000);
		await page.reload();
		reloads.push(await page.evaluate(() => window.deskwatchProbe.usableAt()));
	}
	return reloads;
}
