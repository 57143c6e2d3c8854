/** A lead by keyboard: who has how much, given to somebody else and taken back; bounced tickets; the trend, also offline. */
import type { Page } from "@playwright/test";
import { teamListSchema } from "../shared/api/people.ts";
import { expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { ConsoleWindow } from "./fixture/console-window.ts";
import { takeOption } from "./fixture/keyboard.ts";
import { changeAsSomebodyElse } from "./fixture/somebody-else.ts";

test.use({ deskArgs: ["--sample", "600"] });

/** What a queue leaves aside. */
const ASIDE = ["approval", "item"];
const people = (page: Page) => page.getByRole("table", { name: "Open work by person" });
/** How much open work somebody has there. */
const openOf = (page: Page, name: string) =>
	people(page)
		.getByRole("row", { name: new RegExp(`^${name}\\b`) })
		.getByRole("cell")
		.first();

test("open work is seen by person, given to somebody else in another console’s sight, and taken back", async ({
	page,
	desk,
	profile,
	problems,
}) => {
	const open = (await desk.tickets("state=open")).filter(({ kind }) => !ASIDE.includes(kind));
	await page.goto("/queues/open");
	await expect(page.getByRole("grid").locator("[data-ticket-id]").first()).toBeVisible();
	await page.keyboard.press("g");
	await page.keyboard.press("w");
	await expect(page.getByRole("heading", { name: "Workload" })).toBeVisible();
	await expect(openOf(page, "Nobody")).toHaveText(
		String(open.filter(({ assigneeId }) => assigneeId === null).length),
	);

	// The one with the most is the first below nobody; their list has just these.
	await page.keyboard.press("j");
	await expect(people(page).getByRole("link", { name: "Nobody", exact: true })).toBeFocused();
	await page.keyboard.press("j");
	const person = page.locator("[data-person]:focus");
	const [giver = "", giverId] = [
		(await person.textContent()) ?? "",
		await person.getAttribute("data-person"),
	];
	const theirs = open.filter(({ assigneeId }) => assigneeId === giverId).length;
	await expect(openOf(page, giver)).toHaveText(String(theirs));
	await page.keyboard.press("Enter");
	await expect(page.getByRole("search").getByRole("status")).toHaveText(new RegExp(`^${theirs} ticket`));
	await page.goBack();

	// All of them go to somebody who has none.
	const taker =
		(await people(page).locator("tr[data-idle] [data-person]").first().textContent()) ?? "nobody is idle";
	const elsewhere = await profile.elsewhere();
	const there = await elsewhere.page();
	await there.goto("/workload");
	await expect(openOf(there, taker)).toHaveText("0");
	await people(page).getByRole("link", { name: giver, exact: true }).focus();
	await page.keyboard.press("i");
	const dialog = page.getByRole("dialog", { name: new RegExp(`^Change ${theirs} ticket`) });
	await expect(dialog.getByRole("combobox", { name: "Assignee" })).toBeFocused();
	await page.keyboard.press("ArrowDown");
	await takeOption(page, page.getByRole("option", { name: taker, exact: true }));
	await page.keyboard.press("Control+Enter");
	await expect(dialog).toBeHidden();
	for (const shown of [page, there]) {
		await expect(openOf(shown, taker)).toHaveText(String(theirs));
		await expect(openOf(shown, giver)).toHaveText("0");
	}
	await page.keyboard.press("Control+z");
	for (const shown of [page, there]) {
		await expect(openOf(shown, giver)).toHaveText(String(theirs));
		await expect(openOf(shown, taker)).toHaveText("0");
	}

	// The trend, day by day: today ends with what is open now.
	const chart = page.getByRole("group", { name: /^Day by day/ });
	await chart.focus();
	await page.keyboard.press("ArrowLeft");
	const told = page.getByRole("region", { name: "Opened, ended and still open" }).getByRole("status");
	// A check of the sample may have opened one meanwhile.
	await expect
		.poll(async () => {
			const now = (await desk.tickets("state=open")).filter(({ kind }) => !ASIDE.includes(kind));
			return (await told.textContent())?.endsWith(`, ${now.length} open`);
		})
		.toBe(true);
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme });
		await expectAccessible(page);
	}
	await page.getByRole("button", { name: "Show as a table" }).press("Enter");
	await expect(
		page.getByRole("region", { name: "Opened, ended and open by day" }).getByRole("row"),
	).toHaveCount(31);
	await expectAccessible(page);

	// One team's; and without the desk the same.
	await page.getByRole("combobox", { name: "Team" }).focus();
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	const team = await page.getByRole("combobox", { name: "Team" }).inputValue();
	const { teams } = await desk.get("/api/teams", teamListSchema);
	const teamId = teams.find(({ name }) => name === team)?.id;
	const unassigned = (await desk.tickets("state=open")).filter(
		(ticket) => !ASIDE.includes(ticket.kind) && ticket.teamId === teamId && ticket.assigneeId === null,
	).length;
	await expect(openOf(page, "Nobody")).toHaveText(String(unassigned));
	problems.allow(NETWORK_FAILURES);
	await new ConsoleWindow(page).waitForKeptFiles();
	await desk.stop();
	await page.reload();
	await expect(page.getByRole("combobox", { name: "Team" })).toHaveValue(team);
	await expect(openOf(page, "Nobody")).toHaveText(String(unassigned));
});

test("a ticket that teams pass on to one another is listed as bounced as soon as it comes back", async ({
	page,
	desk,
}) => {
	const ticket = (await desk.tickets("state=open")).find(
		({ kind, teamId }) => kind === "incident" && teamId !== null,
	);
	const teams = [...new Set((await desk.tickets()).flatMap(({ teamId }) => teamId ?? []))];
	const [first] = teams.filter((id) => id !== ticket?.teamId);
	if (!ticket || first === undefined) throw new Error("the sample has incidents of several teams");
	await page.goto("/queues/open");
	await expect(page.getByRole("grid").locator("[data-ticket-id]").first()).toBeVisible();
	await page.keyboard.press("9");
	await expect(page.getByText("No open ticket was passed on more than once.")).toBeVisible();

	await changeAsSomebodyElse(desk, ticket, { teamId: first, assigneeId: null });
	await changeAsSomebodyElse(desk, ticket, { teamId: ticket.teamId, assigneeId: null });
	await expect(page.getByRole("grid").getByRole("link", { name: ticket.number })).toBeVisible();
	await expect(page.getByRole("link", { name: "Bounced 1" })).toBeVisible();
	await expectAccessible(page);
});
