/** Tickets that are linked, by keyboard: said on both, worded from each side, undone as one, and offline. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { ConsoleWindow } from "./fixture/console-window.ts";
import { openByNumber, tabTo, takeOption } from "./fixture/keyboard.ts";

test.use({ deskArgs: ["--sample", "200"] });

const linked = (page: Page, how: string) =>
	page.getByRole("region", { name: "Linked tickets" }).getByRole("list", { name: how });
const dialog = (page: Page) => page.getByRole("dialog", { name: /^Link a ticket/ });

async function link(page: Page, how: string, number: string): Promise<void> {
	await page.keyboard.press("Shift+J");
	const find = dialog(page).getByRole("combobox", { name: "Find a ticket" });
	await expect(find).toBeFocused();
	await page.keyboard.type(number);
	await takeOption(page, page.getByRole("option", { name: new RegExp(number) }));
	await dialog(page)
		.getByRole("combobox", { name: /stands to it$/ })
		.focus();
	await page.keyboard.press("Enter");
	await takeOption(page, page.getByRole("option", { name: how, exact: true }));
	await expectAccessible(page);
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(dialog(page)).toBeHidden();
}

test("a link is said on both tickets, from each side, and taken back from both at once", async ({
	page,
	desk,
	problems,
}) => {
	const [one, other] = (await desk.tickets("state=open"))
		.filter(({ kind }) => kind !== "approval")
		.map(({ number }) => number);
	if (!one || !other) throw new Error("the sample has too few open incidents");
	await page.goto("/queues/open");
	await expect(page.getByRole("grid")).toBeVisible();
	await openByNumber(page, one);
	await link(page, "Blocks", other);
	await expect(linked(page, "Blocks")).toContainText(other);
	await expect(page.getByRole("region", { name: "Timeline" })).toContainText(`blocks ${other}`);
	await openByNumber(page, other);
	await expect(linked(page, "Blocked by")).toContainText(one);
	await expectAccessible(page);

	// Not twice, and undone on both by one key.
	await page.keyboard.press("ControlOrMeta+z");
	await expect(linked(page, "Blocked by")).toBeHidden();
	await openByNumber(page, one);
	await expect(linked(page, "Blocks")).toBeHidden();

	// Without the desk, and taken off by its button.
	problems.allow(NETWORK_FAILURES);
	await desk.stop();
	await link(page, "Relates to", other);
	await expect(linked(page, "Relates to")).toContainText(other);
	await desk.restart();
	const console = new ConsoleWindow(page);
	await expect(console.syncWords).toHaveText("Live", { timeout: 45_000 });
	await expect
		.poll(async () => {
			const tickets = await Promise.all([one, other].map((number) => desk.ticket(number)));
			return tickets.map(({ ticket }) => String(ticket.$links ?? "").split(":")[0]);
		})
		.toEqual(["relatesTo", "relatesTo"]);
	await tabTo(page, page.getByRole("button", { name: `Unlink ${other}` }));
	await page.keyboard.press("Enter");
	await expect(linked(page, "Relates to")).toBeHidden();
	await openByNumber(page, other);
	await expect(page.getByRole("region", { name: "Linked tickets" })).toBeHidden();
});
