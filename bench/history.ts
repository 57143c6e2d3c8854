/**
 * Tickets with 500 history entries, opened in a real browser over a real desk: from the list by key, and from
 * one to the next, to the frame with the page and its newest entries. `npm run bench -- history`.
 */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { createBackground } from "../electron/background/background.ts";
import { ConsoleBrowser } from "./console-browser.ts";
import { type Figure, median, percentile, report } from "./figures.ts";
import { measureAction, pressKey } from "./page-latency.ts";
import { ServedDesk } from "./served-desk.ts";

const ENTRIES = 500;
const TICKETS = 8;
/** Each in a page just loaded, so that histories come from the disk. */
const ROUNDS = 5;
const GOAL_MS = 50;
const DEVICE = randomUUID();

const dataDir = mkdtempSync(join(tmpdir(), "deskwatch-bench-history-"));
await fill(dataDir);
const desk = await ServedDesk.start(dataDir);
const browser = await ConsoleBrowser.open(desk.url);
try {
	report("history", await measure(await browser.start()));
} finally {
	await browser.dispose();
	await desk.stop();
	rmSync(dataDir, { recursive: true, force: true });
}

/** A sample desk, and tickets whose history is long: every entry was an intent of its own. */
async function fill(folder: string): Promise<void> {
	const background = await createBackground({
		dataDir: folder,
		host: "127.0.0.1",
		port: 0,
		tls: null,
		auth: { mode: "open" },
		rendererDir: folder,
		version: "bench",
		log: () => undefined,
	});
	await background.intake.setup.chooseSample(400);
	await background.intake.filler.whenIdle();
	for (let ticket = 1; ticket <= TICKETS; ticket += 1) await openLong(background.url, ticket);
	await background.close();
}

function titleOf(ticket: number): string {
	return `Long history number ${ticket}`;
}

function newestOf(ticket: number): string {
	return `Entry ${ENTRIES} of ${titleOf(ticket)}`;
}

async function openLong(url: string, ticket: number): Promise<void> {
	const ticketId = uuidV7(ticket);
	const of = (counter: number) => ({
		v: 1,
		id: randomUUID(),
		ticketId,
		occurredAt: Date.now(),
		counter: ticket * 1_000 + counter,
	});
	const created = {
		...of(1),
		type: "create",
		kind: "incident",
		set: { shortDescription: titleOf(ticket), callerId: "owner", impact: 2, urgency: 2 },
	};
	const impactAt = (entry: number): number => (entry < 4 ? 2 : 1 + ((entry - (entry % 4)) % 3));
	const changes = Array.from({ length: ENTRIES - 1 }, (_, index) => {
		const entry = index + 2;
		return {
			...of(entry),
			type: "change",
			baseRevision: entry - 1,
			base: { impact: impactAt(entry - 1), urgency: 2 },
			set: entry % 4 === 0 ? { impact: impactAt(entry) } : {},
			note: {
				kind: entry % 3 === 0 ? "comment" : "workNote",
				text: `Entry ${entry} of ${titleOf(ticket)}`,
			},
		};
	});
	const intents = [created, ...changes];
	for (let from = 0; from < intents.length; from += 100) {
		const response = await fetch(`${url}/api/intents`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ deviceId: DEVICE, fence: 1, intents: intents.slice(from, from + 100) }),
		});
		if (!response.ok) throw new Error(`the desk refused: ${await response.text()}`);
		const { results } = (await response.json()) as {
			readonly results: readonly { readonly status: string }[];
		};
		const bad = results.find(({ status }) => status !== "applied" && status !== "merged");
		if (bad) throw new Error(`an entry was not taken: ${JSON.stringify(bad)}`);
	}
}

function uuidV7(counter: number): string {
	return `0190b000-0000-7000-8000-${String(counter).padStart(12, "0")}`;
}

async function measure(page: Page): Promise<readonly Figure[]> {
	const fromList: number[] = [];
	const fromNext: number[] = [];
	const short: number[] = [];
	const address = "/queues/all?text=Long%20history";
	await page.goto(address);
	await page
		.locator("[data-ticket-id]")
		.nth(TICKETS - 1)
		.waitFor();
	// Histories are fetched ahead once; then all of them are on disk.
	for (let ticket = 1; ticket <= TICKETS; ticket += 1) await visit(page, ticket);
	for (let round = 0; round < ROUNDS; round += 1) {
		await page.goto(address);
		await page
			.locator("[data-ticket-id]")
			.nth(TICKETS - 1)
			.waitFor();
		await page.waitForTimeout(2_000);
		fromList.push(...(await measureFromList(page)));
		await page.goto(address);
		await page
			.locator("[data-ticket-id]")
			.nth(TICKETS - 1)
			.waitFor();
		await page.waitForTimeout(2_000);
		fromNext.push(...(await measureToNext(page)));
		await page.goto("/queues/open?text=a");
		await page
			.locator("[data-ticket-id]")
			.nth(TICKETS - 1)
			.waitFor();
		await page.waitForTimeout(2_000);
		short.push(...(await measureShort(page)));
	}
	return [
		...figuresOf(`opened from the list by key, ${ENTRIES} entries`, fromList),
		...figuresOf("beside it: opened from the list by key, short histories", short, null),
		...figuresOf(`from one to the next by key, ${ENTRIES} entries`, fromNext),
	];
}

async function visit(page: Page, ticket: number): Promise<void> {
	await page.goto(`/tickets/${uuidV7(ticket)}`);
	await page.getByText(newestOf(ticket)).first().waitFor();
	await page.waitForTimeout(300);
}

async function numberIn(page: Page, index: number): Promise<number> {
	const title = await page
		.locator("[data-ticket-id] [data-column=shortDescription]")
		.nth(index)
		.textContent();
	return Number(/\d+$/.exec(title ?? "")?.[0]);
}

async function measureFromList(page: Page): Promise<readonly number[]> {
	const samples: number[] = [];
	for (let index = 0; index < TICKETS; index += 1) {
		const ticket = await numberIn(page, index);
		await page.locator("[data-ticket-id]").nth(index).click();
		await page.waitForTimeout(200);
		const goal = { kind: "timeline", text: titleOf(ticket), entry: newestOf(ticket) } as const;
		samples.push(...(await measureAction(page, goal, () => pressKey(page, "Enter"))));
		await page.goBack();
		await page
			.locator("[data-ticket-id]")
			.nth(TICKETS - 1)
			.waitFor();
	}
	return samples;
}

/** Other tickets in the same way at the same time: what the machine is good for now. */
async function measureShort(page: Page): Promise<readonly number[]> {
	const samples: number[] = [];
	for (let index = 0; index < TICKETS; index += 1) {
		const row = page.locator("[data-ticket-id]").nth(index);
		const text = (await row.locator("[data-column=shortDescription]").textContent()) ?? "";
		if (text.startsWith("Long history")) continue;
		await row.click();
		await page.waitForTimeout(200);
		samples.push(...(await measureAction(page, { kind: "page", text }, () => pressKey(page, "Enter"))));
		await page.goBack();
		await page
			.locator("[data-ticket-id]")
			.nth(TICKETS - 1)
			.waitFor();
	}
	return samples;
}

/** On a ticket's page, whose neighbour nobody has looked at yet. */
async function measureToNext(page: Page): Promise<readonly number[]> {
	const samples: number[] = [];
	const order: number[] = [];
	for (let index = 0; index < TICKETS; index += 1) order.push(await numberIn(page, index));
	await page.locator("[data-ticket-id]").first().click();
	await page.keyboard.press("Enter");
	await page
		.getByText(newestOf(order[0] ?? 0))
		.first()
		.waitFor();
	for (const ticket of order.slice(1)) {
		await page.waitForTimeout(300);
		const goal = { kind: "timeline", text: titleOf(ticket), entry: newestOf(ticket) } as const;
		samples.push(...(await measureAction(page, goal, () => pressKey(page, "]"))));
	}
	return samples;
}

function figuresOf(
	name: string,
	samples: readonly number[],
	target: number | null = GOAL_MS,
): readonly Figure[] {
	return [
		{
			name: `${name}, p50`,
			value: median(samples),
			unit: "ms",
			target: null,
			note: `${samples.length} times`,
		},
		{
			name: `${name}, p95`,
			value: percentile(samples, 0.95),
			unit: "ms",
			target,
			note: `worst ${Math.max(...samples).toFixed(0)} ms`,
		},
	];
}
