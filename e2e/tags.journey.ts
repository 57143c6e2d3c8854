/** Tags by keyboard: put on, seen in a second console and in the list, found by words, put on many, taken back. */
import { expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { ConsoleWindow } from "./fixture/console-window.ts";

test.use({ deskArgs: ["--sample", "200"] });
test.setTimeout(60_000);

test("tags are put on, offline too, found, put on many and taken back", async ({
	page,
	desk,
	profile,
	problems,
}) => {
	problems.allow(NETWORK_FAILURES);
	await page.goto("/queues/open?kind=incident&sort=number");
	const grid = page.getByRole("grid");
	await expect(grid.locator("[data-ticket-id]").nth(3)).toBeVisible();
	await grid.focus();
	await page.keyboard.press("Home");
	const number = (await page.getByRole("row", { selected: true }).getByRole("link").textContent()) ?? "";
	await page.keyboard.press("Enter");
	const own = page.getByRole("list", { name: "Tags" });
	await expect(own).toBeVisible();

	await page.keyboard.press("#");
	const dialog = page.getByRole("dialog", { name: /Tags/ });
	await expect(dialog.getByRole("combobox", { name: "Tags" })).toBeFocused();
	await page.keyboard.type("VPN");
	await page.keyboard.press("Enter");
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme });
		await expectAccessible(page);
	}
	await page.keyboard.press("Enter");
	await expect(dialog).toBeHidden();
	await expect(own.getByRole("link", { name: "vpn" })).toBeVisible();
	await expect.poll(async () => (await desk.ticket(number)).ticket.$tags).toBe("vpn");

	// A colleague puts on another one while this console is offline; both stay.
	const elsewhere = await profile.elsewhere();
	const other = await elsewhere.page();
	await other.goto(`/tickets/${number}`);
	await expect(other.getByRole("link", { name: "vpn" })).toBeVisible();
	const isIntents = (url: URL) => url.pathname === "/api/intents";
	await page.route(isIntents, (route) => route.abort());
	await page.keyboard.press("#");
	await page.keyboard.type("site-b");
	await page.keyboard.press("Enter");
	await page.keyboard.press("Enter");
	await expect(own.getByRole("link", { name: "site-b" })).toBeVisible();
	await other.keyboard.press("#");
	await other.keyboard.type("mail");
	await other.keyboard.press("Enter");
	await other.keyboard.press("Enter");
	await expect(own.getByRole("link", { name: "mail" })).toBeVisible();
	await page.unroute(isIntents);
	await expect(new ConsoleWindow(page).syncWords).toHaveText("Live", { timeout: 20_000 });
	await expect(other.getByRole("list", { name: "Tags" }).getByRole("link")).toHaveText([
		"mail",
		"site-b",
		"vpn",
	]);
	await expect(other.getByRole("region", { name: "Timeline" })).toContainText("Tags added site-b");
	await elsewhere.dispose();

	// By words in the queue, then on two at once.
	await page.keyboard.press("u");
	await expect(grid).toBeVisible();
	await page.keyboard.press("/");
	await page.keyboard.type("tag:si");
	await page.keyboard.press("ArrowDown");
	await expect(page.getByRole("option", { name: "tag:site-b" })).toHaveAttribute("aria-selected", "true");
	await page.keyboard.press("Enter");
	await expect(grid.locator("[data-ticket-id]")).toHaveCount(1);
	await expect(grid.locator("[data-ticket-id]")).toContainText("site-b");
	await grid.focus();
	await page.keyboard.press("Shift+X");
	await expect(grid.locator("[data-ticket-id]").nth(3)).toBeVisible();
	await grid.focus();
	await page.keyboard.press("Home");
	await page.keyboard.press("Space");
	await page.keyboard.press("Shift+ArrowDown");
	const numbers = await page.getByRole("row", { selected: true }).getByRole("link").allTextContents();
	await page.keyboard.press("e");
	const bulk = page.getByRole("dialog", { name: "Change 2 tickets" });
	await bulk.getByRole("combobox", { name: "Add tags" }).focus();
	await page.keyboard.type("audit ");
	await bulk.getByRole("combobox", { name: "Remove tags" }).focus();
	await page.keyboard.type("vpn ");
	await expect(bulk.getByRole("region", { name: "What becomes of each" })).toContainText("added audit");
	await page.keyboard.press("Control+Enter");
	await expect(bulk).toBeHidden();
	const tagsOf = async () =>
		Promise.all(numbers.map(async (each) => (await desk.ticket(each)).ticket.$tags ?? null));
	const before = numbers.map((each) => (each === number ? "mail site-b vpn" : null));
	const after = numbers.map((each) => (each === number ? "audit mail site-b" : "audit"));
	await expect.poll(tagsOf).toEqual(after);
	await page.keyboard.press("Control+z");
	await expect.poll(tagsOf).toEqual(before);
});
