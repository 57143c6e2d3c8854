/** An incident by keyboard alone: what time and callers do, parents and children, a priority by hand. */
import type { Page } from "@playwright/test";
import { INCIDENT_STATE as STATE } from "../shared/ticket/lifecycles/incident.ts";
import type { Ticket } from "../shared/ticket/ticket.ts";
import { type DeskProcess, expect, expectAccessible, test } from "./desk.ts";
import { DeskFile } from "./fixture/desk-file.ts";
import { changeTicket, openIncident, pick, pressButton, typeInto } from "./fixture/incidents.ts";
import { byPalette, tabTo, takeOption } from "./fixture/keyboard.ts";

test.use({ deskArgs: ["--sample", "60"] });
test.setTimeout(180_000);

const SOLVED = { state: STATE.resolved, closeCode: "Solved (Permanently)", closeNotes: "A new cable." };
const HELD = { state: STATE.onHold, holdReason: 4, followUpAt: Date.now() + 86_400_000 };

async function openPage(page: Page, { number }: Ticket): Promise<void> {
	await page.keyboard.press("ControlOrMeta+k");
	const palette = page.getByRole("dialog");
	await expect(palette.getByRole("textbox")).toBeFocused();
	await page.keyboard.type(number);
	await expect(palette.locator("[data-selected]")).toContainText(number);
	await page.keyboard.press("Enter");
	await expect(page.locator(`[data-ticket-number="${number}"]`)).toBeVisible();
	await expect(page.getByRole("region", { name: `Ticket ${number}` })).toBeFocused();
}

async function expectState(desk: DeskProcess, { id }: Ticket, state: number): Promise<void> {
	await expect.poll(async () => (await desk.ticket(id)).ticket.state, { timeout: 30_000 }).toBe(state);
}

async function start(page: Page): Promise<void> {
	await page.keyboard.press("p");
}

async function hold(page: Page, reason = "Awaiting Vendor", comment?: string): Promise<void> {
	await page.keyboard.press("h");
	const dialog = page.getByRole("dialog");
	await pick(page, dialog.getByRole("combobox", { name: "Why does it wait?" }), reason);
	if (comment) await typeInto(page, dialog.getByRole("textbox", { name: "Comment to the caller" }), comment);
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(dialog).toBeHidden();
}

async function resolve(page: Page): Promise<void> {
	await page.keyboard.press("r");
	const dialog = page.getByRole("dialog");
	await pick(page, dialog.getByRole("combobox", { name: "Close code" }), "Solved (Permanently)");
	await typeInto(page, dialog.getByRole("textbox", { name: "Close notes" }), "A new cable.");
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(dialog).toBeHidden();
}

async function reopen(page: Page): Promise<void> {
	await page.keyboard.press("o");
	await expect(page.getByRole("dialog").getByRole("textbox")).toBeFocused();
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(page.getByRole("dialog")).toBeHidden();
}

test("a reopened incident says how often, and by whom", async ({ page, desk }) => {
	const incident = await openIncident(desk, { shortDescription: "The cable is loose again" });
	await changeTicket(desk, incident.id, SOLVED);
	await page.goto(`/tickets/${incident.number}`);
	await expect(page.getByRole("group", { name: "Moves" })).toBeVisible();
	await reopen(page);
	await expectState(desk, incident, STATE.inProgress);
	expect((await desk.ticket(incident.id)).ticket.reopenCount).toBe(1);
	const details = page.getByRole("complementary", { name: "Details" });
	await expect(details.getByText(/last by Desk owner/)).toBeVisible();
	const timeline = page.getByRole("region", { name: "Timeline" });
	await expect(timeline.getByText("A new cable.").first()).toBeVisible();
});

test("what waits for its caller goes on when they answer, and a thank-you reopens nothing", async ({
	page,
	desk,
}) => {
	const incident = await openIncident(desk, { shortDescription: "No sound in room 4" });
	await page.goto(`/tickets/${incident.number}`);
	await expect(page.getByRole("group", { name: "Moves" })).toBeVisible();
	await start(page);
	await hold(page, "Awaiting Caller", "Which room is it?");
	await expectState(desk, incident, STATE.onHold);
	await write(page, "Room 4, on the left.");
	await expectState(desk, incident, STATE.inProgress);
	const timeline = page.getByRole("region", { name: "Timeline" });
	await expect(timeline.getByText("Rule Caller answered")).toBeVisible();
	await resolve(page);
	await expectState(desk, incident, STATE.resolved);
	await write(page, "Thank you!");
	await expect
		.poll(async () => (await desk.ticket(incident.id)).history.at(-1)?.note?.text)
		.toBe("Thank you!");
	await expectState(desk, incident, STATE.resolved);
	await expectAccessible(page);

	new DeskFile(desk.dataDir).letTimePass(incident.id);
	await expectState(desk, incident, STATE.closed);
	await expect(timeline.getByText("Rule Auto-close")).toBeVisible();
	await write(page, "It is back.");
	await expect(timeline.getByText(/The caller wrote after this was closed/)).toBeVisible();
});

/** As the caller: the desk’s owner is the caller of these. */
async function write(page: Page, text: string): Promise<void> {
	await page.keyboard.press("c");
	await expect(page.getByRole("textbox", { name: "Comment to the caller" })).toBeFocused();
	await page.keyboard.type(text);
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(page.getByRole("textbox", { name: "Comment to the caller" })).toHaveValue("");
	await page.keyboard.press("Escape");
}

test("a caller who does not answer is reminded twice, then one key ends it", async ({ page, desk }) => {
	const incident = await openIncident(desk, { shortDescription: "The scanner is jammed" });
	const comment = { kind: "comment", text: "Which one?" } as const;
	await changeTicket(desk, incident.id, { ...HELD, holdReason: 1, followUpAt: Date.now() - 60_000 }, comment);
	await page.goto(`/tickets/${incident.number}`);
	const timeline = page.getByRole("region", { name: "Timeline" });
	const file = new DeskFile(desk.dataDir);
	for (const count of [1, 2]) {
		await expect(timeline.getByText(/We still wait for your answer/)).toHaveCount(count, { timeout: 30_000 });
		file.letTimePass(incident.id);
	}
	const offer = page.getByRole("region", { name: "The caller answered neither reminder" });
	await expect(offer).toBeVisible({ timeout: 30_000 });
	await expectAccessible(page);
	await page.keyboard.press("Shift+Q");
	await expectState(desk, incident, STATE.resolved);
	expect((await desk.ticket(incident.id)).ticket.closeCode).toBe("Closed/Resolved by Caller");
});

test("children are found, refused in a circle, and resolved with their parent", async ({ page, desk }) => {
	const [parent, child, done] = [
		await openIncident(desk, { shortDescription: "Mail is down" }),
		await openIncident(desk, { shortDescription: "Cannot read my mail" }),
		await openIncident(desk, { shortDescription: "Cannot send mail" }),
	];
	await changeTicket(desk, done.id, { parentId: parent.id });
	await changeTicket(desk, done.id, { ...SOLVED, closeNotes: "Restarted." });
	await page.goto(`/tickets/${child.number}`);
	await chooseParent(page, parent);
	await expect.poll(async () => (await desk.ticket(child.id)).ticket.parentId).toBe(parent.id);

	await openPage(page, parent);
	const around = page.getByRole("region", { name: "Related tickets" });
	await expect(around.getByRole("listitem")).toHaveCount(2);
	await chooseParent(page, child);
	await expect(page.getByText(`${child.number} leads back to this ticket`, { exact: false })).toBeVisible();
	await page.keyboard.press("Escape");
	await openPage(page, child);
	await openPage(page, parent);
	await page.keyboard.press("r");
	const offer = page.getByRole("dialog").getByRole("checkbox", { name: /^Resolve 1 open child incident/ });
	await expect(offer).toBeChecked();
	await expectAccessible(page);
	await page.keyboard.press("Escape");
	await expect(page.getByRole("dialog")).toBeHidden();
	await resolve(page);
	await expectState(desk, child, STATE.resolved);
	expect((await desk.ticket(child.id)).ticket.closeNotes).toBe("A new cable.");
	expect((await desk.ticket(done.id)).ticket.closeNotes).toBe("Restarted.");
});

async function chooseParent(page: Page, { number, shortDescription }: Ticket): Promise<void> {
	const box = page.getByRole("combobox", { name: "Parent incident" });
	await tabTo(page, box);
	await page.keyboard.press("ArrowDown");
	await expect(page.getByRole("listbox", { name: "Parent incident" })).toBeVisible();
	await page.keyboard.type(number);
	await takeOption(page, page.getByRole("option", { name: `${number} ${shortDescription}` }));
}

for (const colorScheme of ["light", "dark"] as const) {
	test(`a priority by hand stands above the matrix, which is a setting, in the ${colorScheme} theme`, async ({
		page,
		desk,
	}) => {
		await page.emulateMedia({ colorScheme });
		const incident = await openIncident(desk, { shortDescription: "The board’s projector", impact: 3 });
		await page.goto(`/tickets/${incident.number}`);
		await expect(page.getByRole("group", { name: "Moves" })).toBeVisible();
		await page.keyboard.press("Shift+O");
		const dialog = page.getByRole("dialog");
		await page.keyboard.press("Shift+Tab");
		await pick(page, dialog.getByRole("combobox", { name: "Priority" }), "Critical");
		await typeInto(page, dialog.getByRole("textbox", { name: "Why?" }), "The board meets at ten.");
		await expectAccessible(page);
		await page.keyboard.press("Enter");
		const details = page.getByRole("complementary", { name: "Details" });
		await expect(details.getByText("The matrix gives P5 Planning")).toBeVisible();
		await expect(details.getByText("The board meets at ten.")).toBeVisible();
		await expect.poll(async () => (await desk.ticket(incident.id)).ticket.priority).toBe(1);
		await expectAccessible(page);
		await page.keyboard.press("Shift+O");
		await expect.poll(async () => (await desk.ticket(incident.id)).ticket.priority).toBe(5);

		await byPalette(page, "Settings");
		await pick(page, page.getByRole("combobox", { name: "Impact 3, urgency 3" }), "P4 Low");
		await pressButton(page, page, "Save the matrix");
		await expect(page.getByText("The matrix is saved")).toBeVisible();
		await expect(page.getByRole("button", { name: "Save the matrix" })).toBeFocused();
		await expectAccessible(page);
		const later = await openIncident(desk, { shortDescription: "Another one" });
		expect(later.priority).toBe(4);
		expect((await desk.ticket(incident.id)).ticket.priority).toBe(5);
	});
}
