/** Work in the queue, by keyboard where a person would: find, assign, change, write, hold, resolve, reopen, create, export. */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { INTENT_VERSION, intentAnswerSchema } from "../shared/api/intents.ts";
import { type DeskProcess, expect, expectAccessible, test } from "./desk.ts";

test.use({ deskArgs: ["--sample", "1200"] });

async function openQueue(page: Page, view = "open"): Promise<Locator> {
	await page.goto(`/queues/${view}`);
	const grid = page.getByRole("grid");
	await expect(grid.locator("[data-ticket-id]").first()).toBeVisible();
	return grid;
}

/** How many tickets the view says it has. */
async function totalOf(page: Page): Promise<number> {
	const text = await page.getByRole("search").getByRole("status").textContent();
	return Number((text ?? "").replace(/\D/g, ""));
}

function chosen(page: Page): Locator {
	return page.getByRole("row", { selected: true });
}

async function choose(page: Page, filter: string, value: string): Promise<void> {
	await page.getByRole("search").getByRole("button", { name: filter, exact: true }).click();
	await page.getByRole("option", { name: value, exact: true }).click();
	await page.keyboard.press("Escape");
}

/** Somebody calls at another console. */
async function callIn(desk: DeskProcess, shortDescription: string): Promise<void> {
	const [known] = await desk.tickets("kind=incident");
	const intent = {
		v: INTENT_VERSION,
		id: randomUUID(),
		ticketId: randomUUID(),
		occurredAt: Date.now(),
		counter: 1,
		type: "create",
		kind: "incident",
		set: { shortDescription, callerId: known?.callerId },
	};
	const response = await fetch(new URL("/api/intents", desk.url), {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ deviceId: randomUUID(), fence: 1, intents: [intent] }),
	});
	const answer = intentAnswerSchema.parse(await response.json());
	expect(answer.results).toMatchObject([{ status: "applied" }]);
}

test("filters, sorts and scrolls through all tickets of the desk", async ({ page, desk }) => {
	const grid = await openQueue(page, "all");
	const all = await desk.tickets();
	await expect.poll(() => totalOf(page)).toBe(all.length);
	await expect(grid).toHaveAttribute("aria-rowcount", String(all.length + 1));

	await choose(page, "Kind", "Incident");
	await choose(page, "Priority", "P2 High");
	const wanted = all.filter(({ kind, priority }) => kind === "incident" && priority === 2);
	await expect.poll(() => totalOf(page)).toBe(wanted.length);
	await expect(page).toHaveURL(/priority=2/);
	await page.reload();
	await expect.poll(() => totalOf(page)).toBe(wanted.length);

	await page.getByRole("button", { name: /^Remove the filter Priority/ }).click();
	const incidents = all.filter(({ kind }) => kind === "incident");
	await expect.poll(() => totalOf(page)).toBe(incidents.length);

	await grid.getByRole("button", { name: "Sort by Number" }).click();
	await expect(grid.getByRole("columnheader", { name: "Number" })).toHaveAttribute("aria-sort", "ascending");
	const byNumber = incidents.map(({ number }) => number).toSorted();
	await expect(grid.locator("[aria-rowindex='2']")).toContainText(byNumber[0] ?? "");

	await grid.focus();
	await page.keyboard.press("End");
	await expect(grid.locator(`[aria-rowindex='${incidents.length + 1}']`)).toContainText(
		byNumber.at(-1) ?? "",
	);
	await expect(chosen(page)).toContainText(byNumber.at(-1) ?? "");
	await page.keyboard.press("Home");
	await expect(chosen(page)).toContainText(byNumber[0] ?? "");

	await page.keyboard.press("/");
	await page.keyboard.type(byNumber[7] ?? "");
	await expect.poll(() => totalOf(page)).toBe(1);
	await expect(chosen(page)).toContainText(byNumber[7] ?? "");

	await page.keyboard.press("Escape");
	await page.keyboard.press("Escape");
	await page.keyboard.press("Shift+X");
	await expect.poll(() => totalOf(page)).toBe(all.length);
});

test("has the views people need, each with its own tickets", async ({ page, desk }) => {
	await openQueue(page, "unassigned");
	const open = await desk.tickets("state=open");
	const unassigned = open.filter(({ assigneeId }) => assigneeId === null);
	await expect.poll(() => totalOf(page)).toBe(unassigned.length);
	const tab = page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: /Unassigned/ });
	await expect(tab).toContainText(String(unassigned.length));

	await page.keyboard.press("5");
	await expect(page).toHaveURL(/breaching/);
	await expect(page.getByRole("columnheader", { name: "Due" })).toHaveAttribute("aria-sort", "ascending");
	await page.keyboard.press("1");
	await expect.poll(() => totalOf(page)).toBe(open.length);
});

test("assigns, changes and undoes from the list without leaving it", async ({ page, desk }) => {
	const grid = await openQueue(page, "unassigned");
	await grid.focus();
	const number = (await chosen(page).getByRole("link").textContent()) ?? "";
	const before = (await desk.ticket(number)).history.length;

	await page.keyboard.press("a");
	await expect.poll(async () => (await desk.ticket(number)).ticket.assigneeId).not.toBeNull();
	// The row leaves the view when the person pauses; its neighbour is chosen.
	await expect(chosen(page).getByRole("link")).not.toHaveText(number);

	await page.keyboard.press("Control+z");
	await expect.poll(async () => (await desk.ticket(number)).ticket.assigneeId).toBeNull();
	const { history } = await desk.ticket(number);
	expect(history.slice(before).map(({ changes }) => Object.keys(changes))).toEqual([
		["assigneeId"],
		["assigneeId"],
	]);
});

test("works one incident from new to resolved and back, and goes on to the next", async ({ page, desk }) => {
	// The sample has more or fewer new ones by the time of day.
	await callIn(desk, "No sound in room 4");
	await callIn(desk, "The scanner is jammed");
	await openQueue(page);
	await choose(page, "Kind", "Incident");
	await choose(page, "State", "New");
	await page.getByRole("grid").focus();
	await expect(chosen(page)).toContainText("New");
	await page.keyboard.press("Enter");
	const number = (await page.locator("[data-ticket-number]").getAttribute("data-ticket-number")) ?? "";
	await expect(page).toHaveURL(new RegExp(number));
	const standing = async () => (await desk.ticket(number)).ticket;

	await page.keyboard.press("p");
	await expect.poll(async () => (await standing()).state).toBe(2);

	await page.getByRole("combobox", { name: "Impact" }).click();
	await page.getByRole("option", { name: "1 High" }).click();
	await page.getByRole("combobox", { name: "Urgency" }).click();
	await page.getByRole("option", { name: "1 High" }).click();
	await expect(page.getByRole("banner").or(page.locator("header")).getByText("P1 Critical")).toBeVisible();
	await expect.poll(async () => (await standing()).priority).toBe(1);
	await page.getByRole("combobox", { name: "Urgency" }).blur();

	await page.keyboard.press("w");
	await expect(page.getByRole("textbox", { name: "Work note" })).toBeFocused();
	await page.keyboard.type("Looked at the logs.");
	await page.keyboard.press("Control+Enter");
	await page.keyboard.press("Escape");
	await page.keyboard.press("c");
	await expect(page.getByRole("textbox", { name: "Comment to the caller" })).toBeFocused();
	await expect(page.getByRole("button", { name: "Send to caller" })).toBeVisible();
	await page.keyboard.type("We are on it.");
	await page.keyboard.press("Control+Enter");
	await page.keyboard.press("Escape");
	const timeline = page.getByRole("region", { name: "Timeline" }).getByRole("listitem");
	await expect(timeline.filter({ hasText: "Looked at the logs." })).toContainText("Internal");
	await expect(timeline.filter({ hasText: "We are on it." })).toContainText("Visible to the caller");

	await page.keyboard.press("h");
	const hold = page.getByRole("dialog");
	await hold.getByRole("combobox", { name: "Why does it wait?" }).click();
	await page.getByRole("option", { name: "Awaiting Caller" }).click();
	await hold.getByRole("button", { name: "Put on hold" }).click();
	await expect(hold.getByText("Comment to the caller needed.")).toBeVisible();
	await hold.getByRole("textbox", { name: "Comment to the caller" }).fill("Which room is it?");
	await hold.getByRole("button", { name: "Put on hold" }).click();
	await expect.poll(async () => (await standing()).state).toBe(3);
	await expect(hold).toBeHidden();

	await page.keyboard.press("r");
	const resolve = page.getByRole("dialog");
	await resolve.getByRole("button", { name: "Resolve" }).click();
	await expect(resolve.getByText("Close code needed.")).toBeVisible();
	await resolve.getByRole("combobox", { name: "Close code" }).click();
	await page.getByRole("option", { name: "Solved (Permanently)", exact: true }).click();
	await resolve.getByRole("textbox", { name: "Close notes" }).fill("Changed the switch.");
	await resolve.getByRole("button", { name: "Resolve" }).click();
	await expect.poll(async () => (await standing()).state).toBe(6);
	await expect(resolve).toBeHidden();

	await page.keyboard.press("h");
	await expect(page.getByText("“Put on hold” is not possible")).toBeVisible();

	await page.keyboard.press("o");
	await page.getByRole("dialog").getByRole("button", { name: "Reopen" }).click();
	await expect.poll(async () => (await standing()).state).toBe(2);
	expect((await standing()).reopenCount).toBe(1);
	await expect(page.getByRole("dialog")).toBeHidden();

	await page.keyboard.press("]");
	await expect(page.locator("[data-ticket-number]")).not.toHaveAttribute("data-ticket-number", number);
});

test("creates and resolves a call in one form, and keeps a half-filled one", async ({ page, desk }) => {
	await openQueue(page);
	await page.keyboard.press("Shift+N");
	await page.getByRole("button", { name: "Create", exact: true }).click();
	await expect(page.getByText("New needs a caller.")).toBeVisible();

	const caller = page.getByRole("combobox", { name: "Caller" });
	await caller.click();
	await caller.pressSequentially("ve");
	await page.getByRole("option").first().click();
	await page
		.getByRole("textbox", { name: "Short description" })
		.fill("Forgot the password of the lab laptop");
	await expect(page.getByText("Draft kept on this device")).toBeVisible();
	await page.reload();
	await expect(page.getByText("Continue where you were.")).toBeVisible();
	await expect(page.getByRole("textbox", { name: "Short description" })).toHaveValue(/lab laptop/);

	await page.getByRole("button", { name: "Create and resolve" }).click();
	await page.getByRole("combobox", { name: "Close code" }).click();
	await page.getByRole("option", { name: "Solved Remotely (Permanently)" }).click();
	await page.getByRole("textbox", { name: "Close notes" }).fill("Set a new one together.");
	await page.getByRole("button", { name: "Create and resolve" }).click();
	await expect(page.getByRole("heading", { name: /lab laptop/ })).toBeVisible();
	await expect(page).toHaveURL(/INC\d{7}/);
	const [ticket] = await desk.tickets("text=lab%20laptop");
	expect(ticket?.state).toBe(6);
	const { history } = await desk.ticket(ticket?.number ?? "");
	expect(history.map(({ type }) => type)).toEqual(["created", "changed"]);
});

test("gives the list as CSV and finds everything through the palette", async ({ page }) => {
	await openQueue(page);
	const total = await totalOf(page);
	const download = page.waitForEvent("download");
	await page.keyboard.press("Shift+E");
	const text = await readFile(await (await download).path(), "utf8");
	expect(text.startsWith("\uFEFF")).toBe(true);
	expect(text.trim().split("\r\n").length).toBeGreaterThanOrEqual(total + 1);

	const number = (await chosen(page).getByRole("link").textContent()) ?? "";
	await page.keyboard.press("Control+k");
	await expect(page.getByRole("textbox", { name: "Command palette" })).toBeFocused();
	await page.keyboard.type(number);
	// Enter takes what is marked, which follows what was typed.
	await expect(page.getByRole("dialog").locator("[data-selected]")).toContainText(number);
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(new RegExp(`/tickets/${number}`));
});

for (const colorScheme of ["light", "dark"] as const) {
	test(`is usable by everybody in the ${colorScheme} theme`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		const grid = await openQueue(page);
		await choose(page, "Kind", "Incident");
		await expectAccessible(page);
		await grid.focus();
		await page.keyboard.press("Enter");
		await expect(page.getByRole("region", { name: "Timeline" }).getByRole("listitem").first()).toBeVisible();
		await expectAccessible(page);
		await page.keyboard.press("r");
		await expect(page.getByRole("dialog")).toBeVisible();
		await expectAccessible(page);
		await page.keyboard.press("Escape");
		await page.keyboard.press("?");
		await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
		await expectAccessible(page);
		await page.goto("/new");
		await expect(page.getByRole("textbox", { name: "Short description" })).toBeVisible();
		await expectAccessible(page);
		await page.goto("/sync");
		await expect(page.getByRole("heading", { name: "What waits for the desk" })).toBeVisible();
		await expectAccessible(page);
	});
}
