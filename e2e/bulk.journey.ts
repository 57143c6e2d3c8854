/** Many tickets at once, by keyboard: chosen, previewed, changed, seen elsewhere, taken back beside somebody who went on. */
import type { Locator, Page } from "@playwright/test";
import { type DeskProcess, expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { ConsoleWindow } from "./fixture/console-window.ts";
import { tabTo, takeOption } from "./fixture/keyboard.ts";
import { changeAsSomebodyElse } from "./fixture/somebody-else.ts";

test.use({ deskArgs: ["--sample", "1200"] });
test.setTimeout(90_000);

/** Open incidents, so that all of them take the same edit. */
const ADDRESS = "/queues/open?kind=incident&sort=number";
const COUNT = 5;

async function openList(page: Page): Promise<Locator> {
	await page.goto(ADDRESS);
	// All of it is here: what arrives between the ends of a range is in it.
	await expect(page.getByRole("contentinfo").getByRole("status")).toHaveText("Live");
	const grid = page.getByRole("grid");
	await expect(grid.getByRole("columnheader", { name: "Number" })).toHaveAttribute("aria-sort", "ascending");
	await expect(grid.locator("[data-ticket-id]").nth(COUNT)).toBeVisible();
	await grid.focus();
	return grid;
}

async function standingsOf(desk: DeskProcess, numbers: readonly string[]) {
	const details = await Promise.all(numbers.map((number) => desk.ticket(number)));
	return details.map(({ ticket }) => ticket);
}

test("many are changed at once and taken back, and what a colleague did meanwhile stays", async ({
	page,
	desk,
	profile,
}) => {
	const grid = await openList(page);
	const chosen = page.getByRole("row", { selected: true });
	const bar = page.getByRole("region", { name: "Chosen tickets" });

	await page.keyboard.press("Control+a");
	await expect(bar).toContainText(/\d+ tickets chosen/);
	await page.keyboard.press("Escape");
	await expect(bar).toBeHidden();
	await page.keyboard.press("Home");
	await page.keyboard.press("Space");
	for (let more = 1; more < COUNT; more += 1) await page.keyboard.press("Shift+ArrowDown");
	await expect(bar).toContainText(`${COUNT} tickets chosen`);
	await expect(chosen).toHaveCount(COUNT);
	const numbers = await chosen.getByRole("link").allTextContents();
	const before = await standingsOf(desk, numbers);
	await expectAccessible(page);

	await page.keyboard.press("e");
	const dialog = page.getByRole("dialog", { name: `Change ${COUNT} tickets` });
	const assignee = dialog.getByRole("combobox", { name: "Assignee" });
	await expect(assignee).toBeFocused();
	await page.keyboard.press("ArrowDown");
	const somebody = page.getByRole("option").nth(2);
	const name = (await somebody.textContent()) ?? "";
	await takeOption(page, page.getByRole("option", { name, exact: true }));
	await expect(assignee).toHaveValue(name);
	const impact = dialog.getByRole("combobox", { name: "Impact" });
	await impact.focus();
	await page.keyboard.press("ArrowDown");
	await takeOption(page, page.getByRole("option", { name: "1 High" }));
	await expect(impact).toHaveValue("1 High");
	const preview = dialog.getByRole("region", { name: "What becomes of each" });
	await expect(preview.getByRole("radio", { name: /will change$/ })).toBeChecked();
	await expect(preview.getByRole("row", { name: new RegExp(numbers[0] ?? "") })).toContainText(name);
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme });
		await expectAccessible(page);
	}
	await page.keyboard.press("Control+Enter");
	await expect(dialog).toBeHidden();
	await expect(grid).toBeFocused();
	await expect
		.poll(async () => (await standingsOf(desk, numbers)).map(({ impact }) => impact))
		.toEqual(numbers.map(() => 1));

	const given = (await standingsOf(desk, numbers))[0]?.assigneeId;

	// A colleague at another workstation sees it, and goes on with one of them.
	const elsewhere = await profile.elsewhere();
	const other = await elsewhere.page();
	await other.goto(`/tickets/${numbers[0]}`);
	await expect(other.getByRole("combobox", { name: "Assignee" })).toContainText(name);
	await other.keyboard.press("a");
	await expect
		.poll(async () => (await standingsOf(desk, numbers.slice(0, 1)))[0]?.assigneeId)
		.not.toBe(given);
	const theirs = (await standingsOf(desk, numbers.slice(0, 1)))[0]?.assigneeId;
	await expect(page.getByRole("row", { name: new RegExp(numbers[0] ?? "") })).not.toContainText(name);

	await page.keyboard.press("Control+z");
	await expect(
		page.getByText(`Undone on ${COUNT - 1} tickets. 1 left as others changed them.`),
	).toBeVisible();
	await expect
		.poll(async () =>
			(await standingsOf(desk, numbers)).map(({ assigneeId, impact }) => [assigneeId, impact]),
		)
		.toEqual(before.map(({ assigneeId, impact }, index) => [index === 0 ? theirs : assigneeId, impact]));
	await other.goto(`/tickets/${numbers[1]}`);
	await expect(other.getByRole("region", { name: "Timeline" })).toContainText(/undo of the edit of/);
	await elsewhere.dispose();
});

test("what of an act its desk can’t take needs its person, together", async ({ page, desk, problems }) => {
	problems.allow(NETWORK_FAILURES);
	const grid = await openList(page);
	await expect(new ConsoleWindow(page).syncWords).toHaveText("Live");
	// Nothing of this console arrives before somebody else has had the same tickets.
	const isIntents = (url: URL) => url.pathname === "/api/intents";
	await page.route(isIntents, (route) => route.abort());
	await page.keyboard.press("Home");
	await page.keyboard.press("Space");
	for (let more = 1; more < 3; more += 1) await page.keyboard.press("Shift+ArrowDown");
	const numbers = await page.getByRole("row", { selected: true }).getByRole("link").allTextContents();
	await page.keyboard.press("e");
	const dialog = page.getByRole("dialog", { name: "Change 3 tickets" });
	const urgency = dialog.getByRole("combobox", { name: "Urgency" });
	await urgency.focus();
	await page.keyboard.press("ArrowDown");
	await takeOption(page, page.getByRole("option", { name: "1 High" }));
	await expect(dialog.getByRole("button", { name: "Change 3 tickets" })).toBeEnabled();
	await page.keyboard.press("Control+Enter");
	await expect(dialog).toBeHidden();
	await expect(grid).toBeFocused();
	for (const ticket of (await standingsOf(desk, numbers)).slice(0, 2))
		await changeAsSomebodyElse(desk, ticket, { urgency: ticket.urgency === 2 ? 3 : 2 });
	await page.unroute(isIntents);

	await page.keyboard.press("g");
	await page.keyboard.press("s");
	const group = page.getByRole("region", { name: "Of one edit of many, 2 tickets need you" });
	await expect(group).toContainText("2 Others have changed the same meanwhile.", { timeout: 30_000 });
	await expectAccessible(page);
	await tabTo(page, group.getByRole("button", { name: "Discard all 2" }));
	await page.keyboard.press("Enter");
	await expect(group).toBeHidden();
	await page.keyboard.press("Control+z");
	await expect(group).toBeVisible();
	await tabTo(page, group.getByRole("button", { name: "Keep mine on 2" }));
	await page.keyboard.press("Enter");
	await expect
		.poll(async () => (await standingsOf(desk, numbers)).map((ticket) => ticket.urgency))
		.toEqual([1, 1, 1]);
});
