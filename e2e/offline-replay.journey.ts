import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { z } from "zod";
import { healthSchema } from "../shared/api/desk.ts";
import type { Ticket } from "../shared/ticket/ticket.ts";
import { type DeskProcess, expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { DataWorker } from "./fixture/data-worker.ts";

const EDITS = 50;
const NEW_INCIDENTS = 10;
const unsentSchema = z.object({ unsent: z.array(z.object({ phase: z.string() })) });

test.use({ deskArgs: ["--sample", "300"] });

test("50 edits and 10 new incidents made offline in two windows arrive once, though the desk is killed while they do", async ({
	desk,
	profile,
	problems,
	page,
}) => {
	problems.allow(NETWORK_FAILURES);
	const second = await profile.context.newPage();
	const windows = [await openQueue(page), await openQueue(second)] as const;
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
	const open = await desk.tickets("state=open&kind=incident");
	const [caller] = await windows[0].call("findPeople", { text: "", limit: 1 });

	await desk.kill();
	await expect(page.getByText(/^Offline since/).first()).toBeVisible();
	for (let index = 0; index < EDITS; index += 1) await addNote(windows, open, index);
	for (let index = 0; index < NEW_INCIDENTS; index += 1) {
		const made = await pick(windows, index).call("create", {
			kind: "incident",
			set: {
				shortDescription: `Made offline ${index}.`,
				callerId: caller?.id ?? null,
				impact: 2,
				urgency: 2,
			},
		});
		expect(made.ok, JSON.stringify(made)).toBe(true);
	}

	// Both windows agree, and so does a page that is loaded while there is no desk.
	await page.reload();
	await expect(page.getByText(/^Offline since/).first()).toBeVisible();
	const again = await DataWorker.open(page);
	await expect.poll(() => countUnsent(again)).toBe(EDITS + NEW_INCIDENTS);
	await expect.poll(() => countUnsent(windows[1])).toBe(EDITS + NEW_INCIDENTS);
	await page.getByPlaceholder(/Filter by/).fill("made offline 3.");
	await expect(page.getByRole("row", { name: /NEW-\d+.*Made offline 3\./ })).toBeVisible();
	await expectAccessible(page);
	await page.getByPlaceholder(/Filter by/).fill("");

	for (let round = 0; round < 3; round += 1) {
		await desk.restart();
		await again.call("reconnect");
		await untilSomethingArrived(desk);
		await desk.kill();
	}
	await desk.restart();
	await again.call("reconnect");
	await expect.poll(() => countUnsent(again), { timeout: 40_000 }).toBe(0);
	await expect.poll(() => countUnsent(windows[1])).toBe(0);

	for (let index = 0; index < EDITS; index += 1) {
		const { history } = await desk.ticket(pick(open, index).id);
		const notes = history.map((entry) => entry.note?.text);
		expect(notes.filter((text) => text === noteOf(index))).toHaveLength(1);
	}
	const made = (await desk.tickets("kind=incident")).filter((ticket) =>
		ticket.shortDescription.startsWith("Made offline"),
	);
	expect(made.map((ticket) => ticket.shortDescription).sort()).toEqual(
		Array.from({ length: NEW_INCIDENTS }, (_, index) => `Made offline ${index}.`),
	);
	await page.getByPlaceholder(/Filter by/).fill("made offline 3.");
	await expect(page.getByRole("row", { name: /INC\d+.*Made offline 3\./ })).toBeVisible();
});

async function openQueue(page: Page): Promise<DataWorker> {
	await page.goto("/queues");
	await expect(page.locator("[data-ticket-id]").first()).toBeVisible();
	await expect(page.getByText("Live", { exact: true })).toBeVisible();
	return DataWorker.open(page);
}

function noteOf(index: number): string {
	return `Note ${index} made offline.`;
}

/** Edits of one ticket come from both windows in turn. */
async function addNote(
	windows: readonly DataWorker[],
	open: readonly Ticket[],
	index: number,
): Promise<void> {
	const saved = await pick(windows, index).call("edit", {
		ticketId: pick(open, index).id,
		set: {},
		note: { kind: "workNote", text: noteOf(index) },
	});
	expect(saved.ok, JSON.stringify(saved)).toBe(true);
}

async function countUnsent(window: DataWorker): Promise<number> {
	return unsentSchema.parse(JSON.parse(await window.call("exportUnsent"))).unsent.length;
}

/** Waits only as long as a replay may take to begin: what is killed after it is done is a test as well. */
async function untilSomethingArrived(desk: DeskProcess): Promise<void> {
	const { seq } = await desk.get("/api/health", healthSchema);
	for (let tries = 0; tries < 100; tries += 1) {
		if ((await desk.get("/api/health", healthSchema)).seq > seq) return;
		await pause(5);
	}
}

function pick<Item>(items: readonly Item[], index: number): Item {
	const item = items[index % items.length];
	if (item === undefined) throw new Error("there is nothing to pick from");
	return item;
}
