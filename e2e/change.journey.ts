/**
 * Changes from new to closed by keyboard alone: a normal one by its peers and the board, one that is voided, rejected,
 * reverted and canceled, an emergency, a standard one from a template; conflicts as they are typed, and the calendar.
 */
import type { Page } from "@playwright/test";
import { CHANGE_STATE } from "../shared/ticket/lifecycles/change.ts";
import type { Ticket } from "../shared/ticket/ticket.ts";
import { type DeskProcess, expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { askedAbout, chooseFrom, fillField, moveTicket, press, workAs } from "./fixture/changes.ts";
import { byPalette, tabTo } from "./fixture/keyboard.ts";

test.use({ deskArgs: ["--sample", "200"] });
test.setTimeout(240_000);

/** Who owns the desk, by id. */
const OWNER = "owner";

interface Planned {
	readonly title: string;
	readonly from: string;
	readonly to: string;
}

/** A new change with all that approval asks for but its risk; answers its number. */
async function newChange(page: Page, { title, from, to }: Planned, type = "Normal"): Promise<string> {
	await page.keyboard.press("Shift+C");
	await expect(page.getByRole("heading", { name: "New change", level: 1 })).toBeVisible();
	const radio = page.getByRole("radio", { name: type });
	await tabTo(page, page.getByRole("radio", { checked: true }));
	while (!(await radio.isChecked())) await page.keyboard.press("ArrowDown");
	await fillField(page, "Short description", title);
	await chooseFrom(page, "Team", "Platform");
	await chooseFrom(page, "CI", "erp-db-01");
	await fillField(page, "Planned start", from);
	await fillField(page, "Planned end", to);
	await fillField(page, "Plan", "Stop the application, patch, start.");
	await fillField(page, "Back-out plan", "Restore the snapshot taken before.");
	await page.keyboard.press("Control+Enter");
	await expect(page.getByRole("heading", { name: title })).toBeVisible();
	const number = page.locator("[data-ticket-number^='CHG']");
	await expect(number).toBeVisible();
	await page.keyboard.press("a");
	await expect(page.getByText(/assigned to Desk owner/).first()).toBeVisible();
	return (await number.getAttribute("data-ticket-number")) ?? "";
}

/** Answers every question with its mildest answer. */
async function assessRisk(page: Page): Promise<void> {
	await press(page, "Assess the risk");
	const groups = page.getByRole("dialog").getByRole("radiogroup");
	await expect(groups.first()).toBeVisible();
	for (const group of await groups.all()) {
		await tabTo(page, group.getByRole("radio").first());
		await page.keyboard.press("Space");
	}
	await expect(page.getByRole("dialog").getByText("Risk: 4 Low")).toBeVisible();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("dialog")).toBeHidden();
}

/** Whoever is asked decides, under their own name, until the change stands there. */
async function decide(
	page: Page,
	desk: DeskProcess,
	number: string,
	{ move, asked = {}, until }: { move: string; asked?: Record<string, string>; until: number },
): Promise<void> {
	const change = await desk.ticket(number);
	for (const approval of await askedAbout(desk, change.ticket)) {
		if ((await desk.ticket(number)).ticket.state === until) break;
		await workAs(page, approval.personId, approval.number);
		await moveTicket(page, move, asked);
		await expect
			.poll(async () => (await desk.ticket(approval.number)).ticket.state, { message: approval.number })
			.not.toBe(1);
	}
	await workAs(page, OWNER, number);
	await expectState(desk, number, until);
}

async function expectState(desk: DeskProcess, number: string, state: number): Promise<Ticket> {
	await expect.poll(async () => (await desk.ticket(number)).ticket.state).toBe(state);
	return (await desk.ticket(number)).ticket;
}

/** The local date so many days from now. */
function dayFromNow(days: number): string {
	return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** The boards are one person each. */
async function nameBoards(page: Page): Promise<void> {
	await byPalette(page, "Settings of changes");
	await expect(page.getByRole("heading", { name: "Changes", level: 1 })).toBeVisible();
	for (const group of ["CAB", "Emergency CAB"]) {
		await tabTo(page, page.getByRole("combobox", { name: `Members of the ${group}`, exact: true }));
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await page.keyboard.press("Escape");
	}
	await expectAccessible(page);
	await press(page, "Save: Who approves");
	await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}

test("a normal change goes its way, and what is edited, rejected or reverted is asked for anew", async ({
	page,
	desk,
}) => {
	await page.goto("/queues/all");
	await expect(page.locator("[data-ticket-id]").first()).toBeVisible();
	await nameBoards(page);
	const number = await newChange(page, {
		title: "Patch the ERP database",
		from: "2031-04-20T06:00",
		to: "2031-04-20T08:00",
	});
	await assessRisk(page);
	await expectAccessible(page);

	// Reverted, it asks nobody any more.
	await moveTicket(page, "Request approval");
	await expectState(desk, number, CHANGE_STATE.assess);
	await moveTicket(page, "Revert to New");
	await expectState(desk, number, CHANGE_STATE.new);
	expect(await askedAbout(desk, (await desk.ticket(number)).ticket)).toEqual([]);

	// Rejected, it comes back with the reason.
	await moveTicket(page, "Request approval");
	await expectState(desk, number, CHANGE_STATE.assess);
	await decide(page, desk, number, {
		move: "Reject",
		asked: { Reason: "The stocktaking is that day." },
		until: CHANGE_STATE.new,
	});
	await expect(page.getByText("Rejected: The stocktaking is that day.")).toBeVisible();

	await moveTicket(page, "Request approval");
	await expectState(desk, number, CHANGE_STATE.assess);
	await decide(page, desk, number, { move: "Approve", until: CHANGE_STATE.authorize });

	// What is approved is edited: the page asks first.
	await press(page, "Edit the plan");
	await page.keyboard.press("Control+a");
	await page.keyboard.type("Stop, patch, test, start.");
	await page.keyboard.press("Control+Enter");
	await expect(
		page.getByRole("dialog").getByText(/voids \d+ approvals? and returns the change to New/),
	).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press("Enter");
	await expect(page.getByRole("dialog")).toBeHidden();
	await expectState(desk, number, CHANGE_STATE.authorize);
	await tabTo(page, page.getByRole("textbox", { name: "Plan", exact: true }));
	await page.keyboard.press("Control+Enter");
	await press(page, "Edit and void");
	const sentBack = await expectState(desk, number, CHANGE_STATE.new);
	expect(sentBack).toMatchObject({ $plan: "Stop, patch, test, start.", $version: 4 });

	await moveTicket(page, "Request approval");
	await expectState(desk, number, CHANGE_STATE.assess);
	await decide(page, desk, number, { move: "Approve", until: CHANGE_STATE.authorize });
	await decide(page, desk, number, { move: "Approve", until: CHANGE_STATE.scheduled });

	// On hold it goes nowhere.
	await page.keyboard.press("h");
	await page.getByRole("textbox", { name: "Why is it on hold?" }).fill("The spare part is late.");
	await page.keyboard.press("Enter");
	await expect(page.getByText("On hold: The spare part is late.")).toBeVisible();
	await expect(page.getByRole("button", { name: "Implement" })).toBeHidden();
	await press(page, "Take off hold");
	await moveTicket(page, "Implement");
	await moveTicket(page, "Review");
	await moveTicket(page, "Close", { "Close code": "Successful", "Close notes": "Done within the window." });
	const closed = await expectState(desk, number, CHANGE_STATE.closed);
	expect(closed).toMatchObject({ closeCode: "successful", closeNotes: "Done within the window." });
	await expectAccessible(page);

	// What went well becomes a template, and a standard change takes two keys.
	await press(page, "Make a template of it");
	await expect(page.getByText("Template “Patch the ERP database” is saved")).toBeVisible();
	await page.keyboard.press("Shift+D");
	await expect(page.getByRole("button", { name: "Patch the ERP database" })).toBeFocused();
	await expectAccessible(page);
	await page.keyboard.press("Enter");
	await expect(page.getByText("Standard change: Patch the ERP database")).toBeVisible();
	const standardNumber =
		(await page.locator("[data-ticket-number^='CHG']").getAttribute("data-ticket-number")) ?? "";
	await fillField(page, "Planned start", "2031-05-20T06:00");
	await fillField(page, "Planned end", "2031-05-20T08:00");
	await page.keyboard.press("Enter");
	await expect
		.poll(async () => (await desk.ticket(standardNumber)).ticket.$plannedEndAt ?? 0)
		.toBeGreaterThan(0);
	await moveTicket(page, "Schedule");
	await expectState(desk, standardNumber, CHANGE_STATE.scheduled);
	await press(page, "Edit the back-out plan");
	await page.keyboard.type("Something else. ");
	await page.keyboard.press("Control+Enter");
	await press(page, "Make it a normal change");
	const normal = await expectState(desk, standardNumber, CHANGE_STATE.new);
	expect(normal.$type).toBe("normal");
	await moveTicket(page, "Cancel", { "Why is it canceled": "It was only tried." });
	await expectState(desk, standardNumber, CHANGE_STATE.canceled);
});

test("an emergency is authorized at once or afterwards, and conflicts are said as they are typed", async ({
	page,
	desk,
	problems,
}) => {
	await page.goto("/queues/all");
	await expect(page.locator("[data-ticket-id]").first()).toBeVisible();
	await nameBoards(page);
	const day = dayFromNow(2);
	const first = { title: "Replace the disk", from: `${day}T06:00`, to: `${day}T08:00` };
	const number = await newChange(page, first, "Emergency");
	await assessRisk(page);
	await moveTicket(page, "Request approval");
	await expectState(desk, number, CHANGE_STATE.authorize);
	await decide(page, desk, number, { move: "Approve", until: CHANGE_STATE.scheduled });

	// Another one at the same time is warned of, also without the desk.
	problems.allow(NETWORK_FAILURES);
	await desk.kill();
	await expect(page.getByText(/Offline/).first()).toBeVisible();
	await page.keyboard.press("Shift+C");
	await chooseFrom(page, "CI", "san-01");
	await fillField(page, "Planned start", `${day}T07:00`);
	await fillField(page, "Planned end", `${day}T09:00`);
	const conflicts = page.getByRole("status", { name: "Conflicts" });
	await expect(conflicts).toContainText("erp-db-01, which needs its CI, is already scheduled:");
	await expect(conflicts).toContainText(number);
	await expectAccessible(page);
	await fillField(page, "Planned start", `${day}T08:00`);
	await expect(conflicts).toBeEmpty();
	await fillField(page, "Planned start", `${day}T07:30`);
	await expect(conflicts).toContainText(number);
	await desk.restart();
	await fillField(page, "Short description", "Move the volume");
	await page.keyboard.press("Control+Enter");
	await expect(page.getByRole("heading", { name: "Move the volume" })).toBeVisible();
	await expect(conflicts).toContainText(number);

	await byPalette(page, "Calendar of changes");
	const calendar = page.getByRole("grid", { name: /^Changes of/ });
	await expect(calendar).toBeVisible();
	const chosen = calendar.locator("[role=gridcell][tabindex='0']");
	for (const theme of ["light", "dark"]) {
		await byPalette(page, `Theme: ${theme}`);
		await tabTo(page, chosen);
		await page.keyboard.press("Home");
		await page.keyboard.press("ArrowRight");
		await page.keyboard.press("ArrowRight");
		await expect(chosen).toBeFocused();
		await expect(chosen.getByRole("link", { name: new RegExp(number) })).toContainText("1 conflict");
		await expectAccessible(page);
		const shown = page.getByRole("radio", { name: theme === "light" ? "Week" : "Month" });
		await page.keyboard.press("Shift+Tab");
		await page.keyboard.press("Shift+Tab");
		await expect(shown).toBeFocused();
		await page.keyboard.press(theme === "light" ? "ArrowRight" : "ArrowLeft");
		await expectAccessible(page);
	}
	// The sample may have others on that day, before it.
	await tabTo(page, chosen.getByRole("link", { name: new RegExp(number) }));
	await page.keyboard.press("Enter");
	await expect(page.locator(`[data-ticket-number='${number}']`)).toBeVisible();
});
