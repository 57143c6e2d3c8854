/**
 * A problem by keyboard alone: made from an incident, with more incidents added, analysed, told of, fixed, resolved
 * with what waited for it, and taken up again; a duplicate; and all of it without the desk.
 */
import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { INTENT_VERSION, intentAnswerSchema } from "../shared/api/intents.ts";
import { type DeskProcess, expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { ConsoleWindow } from "./fixture/console-window.ts";
import { byPalette, openByNumber, tabTo, takeOption } from "./fixture/keyboard.ts";

test.use({ deskArgs: ["--sample", "120"] });
test.setTimeout(240_000);

const CAUSE = "The power supply browns out.";
const FIX = "Replaced the power supply.";
const WORKAROUND = "Unplug it for a minute.";

/** Somebody calls at another console; answers the number. */
async function callIn(desk: DeskProcess, shortDescription: string): Promise<string> {
	const [known] = await desk.tickets("kind=incident");
	const intent = {
		v: INTENT_VERSION,
		id: randomUUID(),
		ticketId: randomUUID(),
		occurredAt: Date.now(),
		counter: 1,
		type: "create",
		kind: "incident",
		set: { shortDescription, callerId: known?.callerId, teamId: known?.teamId },
	};
	const response = await fetch(new URL("/api/intents", desk.url), {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ deviceId: randomUUID(), fence: 1, intents: [intent] }),
	});
	const [result] = intentAnswerSchema.parse(await response.json()).results;
	if (result?.status !== "applied") throw new Error("the desk took no call");
	return result.number;
}

const state = (page: Page) => page.locator("header [data-shape]");
const dialog = (page: Page) => page.getByRole("dialog");
const related = (page: Page, name: string) => page.getByRole("list", { name, exact: true });

/** Presses a move's button; where it asks, `fill` answers, and Ctrl + Enter makes it. */
async function move(page: Page, label: string, to: string, fill?: () => Promise<void>): Promise<void> {
	await tabTo(
		page,
		page.getByRole("group", { name: "Moves" }).getByRole("button", { name: label, exact: true }),
	);
	await page.keyboard.press("Enter");
	await expect(dialog(page).locator(":focus")).toBeVisible();
	await fill?.();
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(dialog(page)).toBeHidden();
	await expect(state(page)).toHaveText(to);
}

async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
	await tabTo(page, target);
	await page.keyboard.type(text);
}

/** Finds a ticket in a list that searches, and takes it. */
async function pick(page: Page, target: Locator, number: string): Promise<void> {
	await typeInto(page, target, number);
	await takeOption(page, page.getByRole("option", { name: new RegExp(number) }));
}

const fix = (page: Page) => () => typeInto(page, dialog(page).getByRole("textbox", { name: "Fix" }), FIX);
const closeNotes = (page: Page) => () =>
	typeInto(page, dialog(page).getByRole("textbox", { name: "Close notes" }), "Nobody needs it any more.");

/** A new problem of one's own, by the palette. */
async function newProblem(page: Page, title: string): Promise<void> {
	await byPalette(page, "New problem");
	await expect(page.getByRole("textbox", { name: "Short description" })).toBeFocused();
	await page.keyboard.type(title);
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(page.getByRole("heading", { name: title })).toBeVisible();
	const number = page.locator("[data-ticket-number^='PRB']");
	await expect(number).toBeVisible();
	await page.keyboard.press("a");
	// The message may still name it by the number that it had here, or wait for others to go.
	await expect(page.getByRole("combobox", { name: "Assignee" })).toHaveText("Desk owner");
}

test("a problem is made of incidents, understood, told of, and resolves what waits for it", async ({
	page,
	desk,
}) => {
	const first = await callIn(desk, "Core switch restarts");
	const second = await callIn(desk, "No network on floor 2");
	await page.goto(`/tickets/${first}`);
	await expect(state(page)).toHaveText("New");

	await page.keyboard.press("Shift+B");
	await expect(dialog(page).getByRole("textbox", { name: "Short description" })).toBeFocused();
	await expect(dialog(page).getByRole("checkbox", { name: /Awaiting Problem/ })).toBeChecked();
	await expectAccessible(page);
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(dialog(page)).toBeHidden();
	await expect(state(page)).toHaveText("On Hold");
	const behind = related(page, "Caused by the problem").getByRole("link");
	await expect(behind).toContainText(/PRB\d{7}/);
	await tabTo(page, behind);
	await page.keyboard.press("Enter");
	await expect(page.locator("[data-ticket-number^='PRB']")).toBeVisible();
	const problem = (await page.locator("[data-ticket-number]").textContent()) ?? "";
	await expect(related(page, "Incidents it causes").getByRole("link")).toContainText(first);

	await page.keyboard.press("Shift+I");
	await expect(dialog(page).getByRole("combobox", { name: "Find an incident" })).toBeFocused();
	await pick(page, dialog(page).getByRole("combobox", { name: "Find an incident" }), second);
	await expect(dialog(page).getByRole("list", { name: "Chosen incidents" })).toContainText(second);
	await expectAccessible(page);
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(related(page, "Incidents it causes").getByRole("link")).toHaveCount(2);
	await expect(page.getByRole("heading", { name: "Incidents it causes (2)" })).toBeVisible();

	await page.keyboard.press("a");
	await move(page, "Assess", "Assess");
	await move(page, "Confirm", "Root Cause Analysis");
	await addTask(page, "Measure the voltage");
	await tellWorkaround(page);
	for (const number of [first, second]) {
		await openByNumber(page, number);
		const timeline = page.getByRole("region", { name: "Timeline" });
		await expect(timeline.getByText(`Workaround from ${problem}: ${WORKAROUND}`)).toHaveCount(2);
		await expect(timeline.getByText("Visible to the caller")).toHaveCount(1);
	}

	await openByNumber(page, problem);
	await move(page, "Fix", "Fix in Progress", fix(page));
	await move(page, "Resolve", "Resolved");
	await openByNumber(page, first);
	await expect(state(page)).toHaveText("Resolved");
	const timeline = page.getByRole("region", { name: "Timeline" });
	await expect(timeline.getByText("Rule Problem resolved")).toBeVisible();
	await expect(timeline.getByText("Problem", { exact: true })).toBeVisible();
	await expect(timeline.getByText(problem, { exact: true })).toBeVisible();
	const incidents = await desk.tickets("kind=incident");
	expect(incidents.filter(({ number }) => number === first || number === second)).toMatchObject(
		[1, 2].map(() => ({ state: 6, closeCode: "Solved (Permanently)", closeNotes: FIX })),
	);

	await openByNumber(page, problem);
	await page.keyboard.press("Shift+F");
	await expect(dialog(page).getByRole("textbox")).toHaveValue(`Fix from ${problem}: ${FIX}`);
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(page.getByText("Fix communicated to 2 incidents.")).toBeVisible();
	await move(page, "Complete", "Closed");
	await move(page, "Re-analyze", "Root Cause Analysis");
	await expect(page.getByText("Reopened 1 time")).toBeVisible();
	await move(page, "Fix", "Fix in Progress");
	await move(page, "Resolve", "Resolved");
	await move(page, "Re-analyze", "Root Cause Analysis");
	await move(page, "Accept risk", "Closed", closeNotes(page));
	await expect(page.getByText("Risk accepted").first()).toBeVisible();
	await move(page, "Re-analyze", "Root Cause Analysis");
});

/** A piece of work for somebody else, which is on the page at once and is found by its number. */
async function addTask(page: Page, title: string): Promise<void> {
	await page.keyboard.press("Shift+A");
	await expect(dialog(page).getByRole("textbox", { name: "What is to be done" })).toBeFocused();
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(dialog(page).getByText("What is to be done needed.")).toBeVisible();
	await page.keyboard.type(title);
	await expectAccessible(page);
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(dialog(page)).toBeHidden();
	const task = related(page, "Tasks").getByRole("link");
	await expect(task).toContainText("PTASK0000001");
	await expect(task).toContainText(title);
	const problem = page.url();
	await openByNumber(page, "PTASK0000001");
	await expect(state(page)).toHaveText("Open");
	await tabTo(page, related(page, "Part of").getByRole("link"));
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(problem);
}

/** Fills one of the long texts in the middle of the page. */
async function writeDown(page: Page, name: string, text: string): Promise<void> {
	await tabTo(page, page.getByRole("button", { name: `Add the ${name.toLowerCase()}` }));
	await page.keyboard.press("Enter");
	await expect(page.getByRole("textbox", { name })).toBeFocused();
	await page.keyboard.type(text);
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(page.getByRole("region", { name })).toContainText(text);
}

async function tellWorkaround(page: Page): Promise<void> {
	const known = page.getByRole("checkbox", { name: "Known error" });
	await writeDown(page, "Root cause", CAUSE);
	await tabTo(page, known);
	await page.keyboard.press("Space");
	await expect(page.getByText("“Known error” needs a workaround.", { exact: true })).toBeVisible();
	await writeDown(page, "Workaround", WORKAROUND);
	await tabTo(page, known);
	await page.keyboard.press("Space");
	await expect(page.locator("header").getByText("Known error")).toBeVisible();
	await tabTo(page, page.getByRole("button", { name: "Communicate workaround" }));
	await page.keyboard.press("Enter");
	await expect(dialog(page).getByText(/A work note on 2 incidents/)).toBeVisible();
	const callers = dialog(page).getByRole("checkbox", { name: "Also tell the callers" });
	await expect(callers).not.toBeChecked();
	await expectAccessible(page);
	await tabTo(page, callers);
	await page.keyboard.press("Space");
	await expect(callers).toBeChecked();
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(page.getByText("Told 2 incidents")).toBeVisible();
	await expect(
		page.getByText("Workaround communicated to 2 incidents and their callers.", { exact: true }),
	).toBeVisible();
}

test("a duplicate names the one that stands for it, is told of there, and stays closed", async ({
	page,
	desk,
}) => {
	await page.goto("/queues/all");
	await expect(page.locator("[data-ticket-id]").first()).toBeVisible();
	await newProblem(page, "The one that stands for all");
	const other = (await page.locator("[data-ticket-number]").textContent()) ?? "";
	await newProblem(page, "The same again");
	const same = (await page.locator("[data-ticket-number]").textContent()) ?? "";
	await move(page, "Duplicate", "Closed", () =>
		pick(page, dialog(page).getByRole("combobox", { name: "Duplicate of" }), other),
	);
	await expect(page.getByRole("button", { name: "Re-analyze" })).toHaveCount(0);
	await expect
		.poll(async () => (await desk.ticket(same)).ticket)
		.toMatchObject({ state: 107, closeCode: "duplicate" });
	await openByNumber(page, other);
	await expect(page.getByText(/was closed as a duplicate of this one/)).toHaveCount(1);
	await expect(page.getByText("Rule Duplicate problem").first()).toBeVisible();
});

test("without the desk a problem, its task and its incident wait in order and arrive whole", async ({
	page,
	desk,
	problems,
}) => {
	const number = await callIn(desk, "Printer eats paper");
	await page.goto(`/tickets/${number}`);
	await expect(state(page)).toHaveText("New");
	problems.allow(NETWORK_FAILURES);
	await desk.kill();
	const console = new ConsoleWindow(page);
	await expect(console.syncWords).toContainText("Offline");
	await page.keyboard.press("Shift+B");
	await expect(dialog(page).getByRole("textbox", { name: "Short description" })).toBeFocused();
	await page.keyboard.press("ControlOrMeta+Enter");
	const behind = related(page, "Caused by the problem").getByRole("link");
	await expect(behind).toContainText("NEW-1");
	await tabTo(page, behind);
	await page.keyboard.press("Enter");
	await expect(page.locator("[data-ticket-number='NEW-1']")).toBeVisible();
	await page.keyboard.press("Shift+A");
	await expect(dialog(page).getByRole("textbox", { name: "What is to be done" })).toBeFocused();
	await page.keyboard.type("Look at the rollers");
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(related(page, "Tasks").getByRole("link")).toContainText("NEW-2");

	await desk.restart();
	await expect(page.locator("[data-ticket-number^='PRB']")).toBeVisible();
	await expect(related(page, "Tasks").getByRole("link")).toContainText("PTASK0000001");
	const incident = (await desk.tickets("kind=incident")).find((ticket) => ticket.number === number);
	const [task] = await desk.tickets("kind=task");
	expect(incident).toMatchObject({ state: 3, holdReason: 3, problemId: task?.parentId });
});

for (const colorScheme of ["light", "dark"] as const) {
	test(`its page is usable by everybody in the ${colorScheme} theme`, async ({ page, desk }) => {
		await page.emulateMedia({ colorScheme });
		const number = await callIn(desk, "Core switch restarts");
		await page.goto(`/tickets/${number}`);
		await expect(state(page)).toHaveText("New");
		await page.keyboard.press("Shift+B");
		await expect(dialog(page)).toBeVisible();
		await expectAccessible(page);
		await page.keyboard.press("ControlOrMeta+Enter");
		const behind = related(page, "Caused by the problem").getByRole("link");
		await expect(behind).toContainText(/PRB\d{7}/);
		await expectAccessible(page);
		await tabTo(page, behind);
		await page.keyboard.press("Enter");
		await fillPage(page);
		await expectAccessible(page);
		await byPalette(page, "New problem");
		await expect(page.getByRole("heading", { name: "New problem" })).toBeVisible();
		await expectAccessible(page);
	});
}

/** Has a cause, a workaround, a known error and a task on the page. */
async function fillPage(page: Page): Promise<void> {
	await writeDown(page, "Root cause", CAUSE);
	await writeDown(page, "Workaround", WORKAROUND);
	await tabTo(page, page.getByRole("checkbox", { name: "Known error" }));
	await page.keyboard.press("Space");
	await page.keyboard.press("Shift+A");
	await expect(dialog(page).getByRole("textbox", { name: "What is to be done" })).toBeFocused();
	await page.keyboard.type("Measure the voltage");
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(dialog(page)).toBeHidden();
	await expect(related(page, "Tasks").getByRole("link")).toBeVisible();
	await page.keyboard.press("Shift+W");
	await expect(dialog(page).getByRole("textbox")).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press("Escape");
	await expect(dialog(page)).toBeHidden();
}
