/**
 * What can be requested is set up, requested, approved in two stages (one by a delegate), rejected, worked on, and
 * rolled up to each end; by keyboard alone.
 */
import type { Locator, Page } from "@playwright/test";
import { peoplePageSchema } from "../shared/api/people.ts";
import { APPROVAL_STATE } from "../shared/ticket/lifecycles/approval.ts";
import { REQUEST_STATE } from "../shared/ticket/lifecycles/request.ts";
import { type DeskProcess, expect, expectAccessible, test } from "./desk.ts";
import { byPalette, openByNumber, tabTo, takeOption } from "./fixture/keyboard.ts";

test.use({ deskArgs: ["--sample", "100"] });
test.setTimeout(240_000);

const { closedComplete, closedIncomplete, closedSkipped } = REQUEST_STATE;

interface Cast {
	readonly agent: string;
	readonly caller: string;
	readonly lead: string;
	readonly board: string;
	readonly delegate: string;
}

/** People of the sample, by name. */
async function castOf(desk: DeskProcess): Promise<Cast> {
	const namesOf = async (role: string, limit: number): Promise<readonly string[]> => {
		const { people } = await desk.get(`/api/people?role=${role}&limit=${limit}`, peoplePageSchema);
		return people.filter(({ id }) => id !== "owner").map(({ name }) => name);
	};
	const leads = await namesOf("lead", 10);
	const agents = (await namesOf("agent", 30)).filter((name) => !leads.includes(name));
	const callers = (await namesOf("caller", 40)).filter((name) => name !== "Monitoring");
	const [lead, board] = leads;
	const [agent, delegate] = agents;
	const [caller] = callers.filter((name) => !leads.includes(name) && !agents.includes(name));
	if (!lead || !board || !agent || !delegate || !caller) throw new Error("the sample has too few people");
	return { agent, caller, lead, board, delegate };
}

/** Another person sits down at this workstation. */
async function workAs(page: Page, name: string): Promise<void> {
	const { people } = peoplePageSchema.parse(
		await (await page.request.get(`/api/people?text=${encodeURIComponent(name)}`)).json(),
	);
	const person = people.find((found) => found.name === name);
	const answer = await page.request.post("/api/session/act-as", { data: { personId: person?.id } });
	expect(answer.status()).toBe(200);
	await page.reload();
	await expect(page.getByRole("contentinfo")).toContainText(name);
}

/** Types into a list of choices and takes the first that is left. */
async function pick(page: Page, name: string | RegExp, words: string, taken?: Locator): Promise<void> {
	const box = page.getByRole("combobox", { name });
	await tabTo(page, box);
	await page.keyboard.type(words);
	await takeOption(page, page.getByRole("option").filter({ hasText: words }).first(), taken);
}

async function type(page: Page, name: string, words: string): Promise<void> {
	await tabTo(page, page.getByRole("textbox", { name, exact: true }));
	await page.keyboard.type(words);
}

async function press(page: Page, name: string): Promise<void> {
	await tabTo(page, page.getByRole("button", { name, exact: true }));
	await page.keyboard.press("Enter");
}

async function addLaptop(page: Page, { lead, board }: Cast): Promise<void> {
	await byPalette(page, "Catalogue");
	await press(page, "Add an offer");
	await type(page, "Name", "Laptop");
	await press(page, "Add a field");
	await type(page, "Label of field 1", "Model");
	await tabTo(page, page.getByRole("checkbox", { name: "Field 1 is needed" }));
	await page.keyboard.press("Space");
	for (const [index, approver] of [lead, board].entries()) {
		await press(page, "Add a stage");
		await type(page, `Name of stage ${index + 1}`, index === 0 ? "Lead" : "Board");
		const chosen = page.locator(".mantine-Pill-root").filter({ hasText: approver });
		await pick(page, `Approvers of stage ${index + 1}`, approver, chosen);
		await page.keyboard.press("Escape");
	}
	await press(page, "Add a task");
	await type(page, "Task 1", "Order the laptop");
	await press(page, "Add a task");
	await type(page, "Task 2", "Hand over the laptop");
	await expectAccessible(page);
	await press(page, "Save");
	await expect(page.getByText("Laptop saved as version 1")).toBeVisible();
}

async function addMouse(page: Page): Promise<void> {
	await press(page, "Add an offer");
	await type(page, "Name", "Mouse");
	await press(page, "Save");
	await expect(page.getByRole("link", { name: "Mouse" })).toBeVisible();
	await expectAccessible(page);
}

/** Requests these for the caller, and waits until the desk has given the request its number. */
async function request(page: Page, caller: string, ...items: readonly string[]): Promise<string> {
	await page.keyboard.press("Escape");
	await byPalette(page, "New request");
	await expect(page.getByRole("heading", { name: "New request" })).toBeVisible();
	await pick(page, "For whom", caller);
	for (const item of items) {
		await pick(page, "Add an item", item);
		await expect(page.getByRole("group", { name: new RegExp(item) }).last()).toBeVisible();
	}
	if (items.includes("Laptop")) {
		await page.keyboard.press("ControlOrMeta+Enter");
		await expect(page.getByText("Model is needed.")).toBeVisible();
		await type(page, "Model", "13 inch");
	}
	await expectAccessible(page);
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(page).toHaveURL(/\/tickets\/REQ\d+$/);
	return new URL(page.url()).pathname.slice("/tickets/".length);
}

/** The piece of a ticket with these words. */
async function part(desk: DeskProcess, kind: string, words: string, parentNumber: string) {
	const parent = (await desk.ticket(parentNumber)).ticket;
	const found = await desk.tickets(`kind=${kind}&text=${encodeURIComponent(words)}`);
	const own = found.find(({ parentId }) => parentId === parent.id);
	if (!own) throw new Error(`${parentNumber} has no ${kind} ${words}`);
	return own;
}

async function close(page: Page, number: string, move: string): Promise<void> {
	await openByNumber(page, number);
	await press(page, move);
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("textbox", { name: /^Close notes/ }).pressSequentially("Done as asked.");
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(dialog).toBeHidden();
}

async function expectState(desk: DeskProcess, number: string, state: number): Promise<void> {
	await expect.poll(async () => (await desk.ticket(number)).ticket.state).toBe(state);
}

/** Opens the first of one's approvals and presses the key that decides it. */
async function decide(page: Page, key: "y" | "n", reason = ""): Promise<void> {
	await byPalette(page, "My approvals");
	await expect(page.getByRole("link", { name: /^My approvals/ })).toHaveText(/My approvals\s*1$/);
	await page.keyboard.press("j");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("region", { name: "What is asked" })).toContainText("Laptop");
	await expect(page.getByRole("region", { name: "What is asked" })).toContainText("13 inch");
	await expectAccessible(page);
	await page.keyboard.press(key);
	const dialog = page.getByRole("dialog");
	await expect(dialog).toBeVisible();
	if (reason !== "") await page.keyboard.type(reason);
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(dialog).toBeHidden();
}

async function standIn(page: Page, delegate: string): Promise<void> {
	await byPalette(page, "Your account");
	await pick(page, "Who stands in", delegate);
	await page.getByLabel("From").fill("2020-01-01T00:00");
	await page.getByLabel("Until").fill("2099-01-01T00:00");
	await expectAccessible(page);
	await press(page, "Save");
	await expect(page.getByText(`${delegate} stands in`)).toBeVisible();
}

test("a request goes through approvals and tasks to each of its ends", async ({ page, desk }) => {
	const cast = await castOf(desk);
	await page.goto("/queues/all");
	await expect(page.locator("[data-ticket-id]").first()).toBeVisible();
	await addLaptop(page, cast);
	await addMouse(page);

	await workAs(page, cast.agent);
	const whole = await request(page, cast.caller, "Laptop", "Mouse");
	await expect.poll(async () => (await desk.tickets("kind=item")).length).toBe(2);
	const laptop = await part(desk, "item", "Laptop", whole);
	await openByNumber(page, laptop.number);
	const stages = page.getByRole("region", { name: "Approvals" });
	await expect(stages.getByRole("listitem", { name: "Stage: Lead" })).toContainText("Not decided yet");
	await expect(stages.getByRole("listitem", { name: "Stage: Board" })).toContainText("Not Yet Requested");
	await expect(page.getByRole("region", { name: "What was asked for" })).toContainText("13 inch");
	const approvals = (await desk.tickets("kind=approval")).filter(({ parentId }) => parentId === laptop.id);
	await openByNumber(page, approvals[0]?.number ?? "");
	await expect(page.getByText("is asked of somebody else")).toBeVisible();

	await workAs(page, cast.lead);
	await decide(page, "y");
	await expect(page.getByRole("listitem", { name: "Stage: Lead" })).toContainText("Approved");
	await workAs(page, cast.board);
	await standIn(page, cast.delegate);
	await workAs(page, cast.delegate);
	await decide(page, "y");
	await expect(page.getByRole("listitem", { name: "Stage: Board" })).toContainText(
		`decided by ${cast.delegate}`,
	);
	await expectState(desk, laptop.number, REQUEST_STATE.open);

	await workAs(page, cast.agent);
	const mouse = await part(desk, "item", "Mouse", whole);
	await close(page, (await part(desk, "task", "Order", laptop.number)).number, "Move to Closed Complete");
	await close(page, (await part(desk, "task", "Hand", laptop.number)).number, "Move to Closed Complete");
	await expectState(desk, laptop.number, closedComplete);
	await expectState(desk, whole, REQUEST_STATE.open);
	await close(page, (await part(desk, "task", "Mouse", mouse.number)).number, "Move to Closed Skipped");
	await expectState(desk, whole, closedComplete);

	const skipped = await request(page, cast.caller, "Mouse");
	await expect.poll(async () => (await desk.tickets("kind=item")).length).toBe(3);
	const skippedItem = await part(desk, "item", "Mouse", skipped);
	await close(page, (await part(desk, "task", "Mouse", skippedItem.number)).number, "Move to Closed Skipped");
	await expectState(desk, skipped, closedSkipped);

	const rejected = await request(page, cast.caller, "Laptop");
	await workAs(page, cast.lead);
	await decide(page, "n", "Last year’s is good enough.");
	await expectState(desk, rejected, closedIncomplete);
	const refusedItem = await part(desk, "item", "Laptop", rejected);
	expect(refusedItem.closeNotes).toBe("Not approved: Last year’s is good enough.");
	await openByNumber(page, refusedItem.number);
	await expect(page.getByRole("listitem", { name: "Stage: Lead" })).toContainText(
		"Last year’s is good enough.",
	);
	await expect(page.getByRole("listitem", { name: "Stage: Board" })).toContainText("Not asked any more");

	await workAs(page, cast.agent);
	const canceled = await request(page, cast.caller, "Laptop", "Mouse");
	await expect.poll(async () => (await desk.tickets("kind=item")).length).toBe(6);
	await close(page, canceled, "Cancel");
	await expectState(desk, canceled, closedIncomplete);
	const items = [await part(desk, "item", "Laptop", canceled), await part(desk, "item", "Mouse", canceled)];
	expect(items.map(({ state }) => state)).toEqual([closedIncomplete, closedIncomplete]);
	const parentId = items[0]?.id;
	const asked = (await desk.tickets("kind=approval")).filter((approval) => approval.parentId === parentId);
	expect(asked.map(({ state }) => state)).toEqual([APPROVAL_STATE.canceled, APPROVAL_STATE.canceled]);

	await page.emulateMedia({ colorScheme: "dark" });
	for (const number of [laptop.number, asked[0]?.number ?? "", whole]) {
		await openByNumber(page, number);
		await expectAccessible(page);
	}
});
