/** A kind of the desk's own: an admin adds it, an agent opens one of it, gives it a task and ends it, by keyboard alone. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { pick, pressButton, typeInto } from "./fixture/incidents.ts";
import { byPalette, tabTo } from "./fixture/keyboard.ts";

test.use({ deskArgs: ["--sample", "60"] });

async function addKind(page: Page): Promise<void> {
	await byPalette(page, "Lifecycles");
	await pressButton(page, page, "Add a kind");
	const definition = page.getByRole("textbox", { name: "Definition" });
	await tabTo(page, definition);
	const small: Record<string, unknown> = JSON.parse(await definition.inputValue());
	expect(small.hasTasks).toBe(true);
	const fields = [
		{ name: "$floor", label: "Floor", type: "text" },
		{ name: "$keyReturned", label: "Key returned", type: "flag" },
	];
	const [first, ...others] = small.states as readonly { readonly requires: readonly object[] }[];
	const states = [{ ...first, requires: [...(first?.requires ?? []), { anyOf: ["$floor"] }] }, ...others];
	const own = { kind: "facility", prefix: "FAC", label: "Facility job", plural: "Facility jobs" };
	await page.keyboard.press("ControlOrMeta+a");
	await page.keyboard.insertText(
		JSON.stringify({ ...small, ...own, states, fields, parentKinds: ["incident"] }),
	);
	await pressButton(page, page, "See what it changes");
	await pressButton(page, page, "Apply");
	await expect(page.getByRole("heading", { name: "Facility jobs", level: 1 })).toBeVisible();
	await expect(page.getByText("One may be a piece of another ticket: Incident")).toBeVisible();
}

async function expectBothThemes(page: Page): Promise<void> {
	for (const colorScheme of ["dark", "light"] as const) {
		await page.emulateMedia({ colorScheme });
		await expectAccessible(page);
	}
}

test("a kind is added, and one of it goes from its form to its end", async ({ page, desk, problems }) => {
	await page.goto("/queues/all");
	await expect(page.locator("[data-ticket-id]").first()).toBeVisible();
	await addKind(page);

	await test.step("what is asked for is said, and a draft outlives a reload without the desk", async () => {
		await byPalette(page, "New facility job");
		await expect(page.getByRole("heading", { name: "New facility job", level: 1 })).toBeVisible();
		await page.keyboard.press("ControlOrMeta+Enter");
		await expect(page.getByRole("textbox", { name: "Short description" })).toBeFocused();
		await expect(page.getByText("Floor needed", { exact: false })).toBeVisible();
		await page.keyboard.type("The lift stands still");
		await expectBothThemes(page);
		await expect(page.getByText("Draft kept")).toBeVisible();
		problems.allow(NETWORK_FAILURES);
		await desk.stop();
		await page.reload();
		await expect(page.getByRole("textbox", { name: "Short description" })).toHaveValue(
			"The lift stands still",
		);
		await typeInto(page, page.getByRole("textbox", { name: "Floor" }), "3");
		await page.keyboard.press("ControlOrMeta+Enter");
		await expect(page.getByRole("region", { name: "Ticket NEW-1" })).toBeVisible();
	});

	await desk.restart();
	await expect(page.getByRole("region", { name: "Ticket FAC0000001" })).toBeVisible();
	await test.step("it gets a task", async () => {
		await pressButton(page, page, "Add task");
		const dialog = page.getByRole("dialog");
		await page.keyboard.type("Call the fitter");
		await page.keyboard.press("ControlOrMeta+Enter");
		await expect(dialog).toBeHidden();
		await expect(page.getByRole("list", { name: "Tasks" })).toContainText("Call the fitter");
	});
	await test.step("it goes to its end", async () => {
		const moves = page.getByRole("group", { name: "Moves" });
		await pressButton(page, moves, "Start");
		const dialog = page.getByRole("dialog");
		await pick(page, dialog.getByRole("combobox", { name: "Assignee" }), "Desk owner");
		await page.keyboard.press("ControlOrMeta+Enter");
		await expect(dialog).toBeHidden();
		await pressButton(page, moves, "Close");
		await typeInto(page, dialog.getByRole("textbox", { name: "Close notes" }), "A new cable.");
		await page.keyboard.press("ControlOrMeta+Enter");
		await expect(dialog).toBeHidden();
		await expect.poll(async () => (await desk.ticket("FAC0000001")).ticket.state).toBe(3);
	});

	await page.goto("/queues/all?kind=facility");
	await expect(page.getByRole("row", { name: /FAC0000001/ })).toContainText("The lift stands still");
	await expect(page.locator("[data-ticket-id]")).toHaveCount(1);
	await tabTo(page, page.getByRole("button", { name: "New ticket of another kind" }));
	await page.keyboard.press("Enter");
	await expect(page.getByRole("menuitem", { name: "New request" })).toBeFocused();
	await page.keyboard.press("ArrowUp");
	await expect(page.getByRole("menuitem", { name: "New facility job" })).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("textbox", { name: "Short description" })).toBeFocused();
	await expect(page).toHaveURL(/\/new\/facility$/);
});
