/** Incidents that are the same, by keyboard: merged from a list and from a ticket, offline too, read as one, taken apart again. */
import type { Page } from "@playwright/test";
import { type DeskProcess, expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { takeOption } from "./fixture/keyboard.ts";

test.use({ deskArgs: ["--sample", "300"] });

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Merge incidents" });
const row = (page: Page, number: string) => page.getByRole("grid").getByRole("link", { name: number });

/** Open incidents of the sample, by number. */
async function openIncidents(desk: DeskProcess) {
	const open = (await desk.tickets("state=open")).filter(
		({ kind, state }) => kind === "incident" && state !== 3,
	);
	return open.toSorted((one, other) => one.number.localeCompare(other.number));
}

test("three are merged into one in a colleague’s sight, who goes on writing, and are taken back", async ({
	page,
	desk,
	profile,
}) => {
	const chosen = (await openIncidents(desk)).slice(0, 3);
	const elsewhere = await profile.elsewhere();
	const there = await elsewhere.page();
	await page.goto("/queues/open?kind=incident&sort=number");
	for (const { number } of chosen) await expect(row(page, number)).toBeVisible();
	await page.getByRole("grid").focus();
	await page.keyboard.press("Home");
	await page.keyboard.press("Space");
	const marked = page.getByRole("row", { selected: true });
	for (let more = 1; more < 3; more += 1) {
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Space");
	}
	await expect(marked).toHaveCount(3);
	const numbers = (await marked.getByRole("link").allTextContents()).map((number) => number.trim());
	await page.keyboard.press("d");
	const dialog = dialogOf(page);
	await expect(dialog.getByRole("radio", { checked: true })).toBeFocused();
	const remaining = await dialog.getByRole("radio", { checked: true }).getAttribute("value");
	const remains = (await desk.ticket(remaining ?? "")).ticket;
	const others = (await Promise.all(numbers.map((number) => desk.ticket(number))))
		.map(({ ticket }) => ticket)
		.filter(({ id }) => id !== remains.id);
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme });
		await expectAccessible(page);
	}
	await expect(
		dialog.getByRole("button", { name: `Merge 2 incidents into ${remains.number}` }),
	).toBeVisible();
	await page.keyboard.press("Control+Enter");
	await expect(dialog).toBeHidden();
	for (const { number } of others) await expect(row(page, number)).toBeHidden();

	// The colleague is led to the one that remains, and writes on the other all the same.
	const [first, second] = others;
	if (!first || !second) throw new Error("two were merged");
	await there.goto(`/tickets/${first.number}`);
	const banner = there.getByRole("region", { name: "Merged into" });
	await expect(banner.getByRole("link", { name: new RegExp(remains.number) })).toBeVisible();
	await expectAccessible(there);
	await there.keyboard.press("w");
	await there.keyboard.type("The caller rang again.");
	await there.keyboard.press("Control+Enter");
	await expect
		.poll(async () => (await desk.ticket(first.number)).history.at(-1)?.note?.text)
		.toBe("The caller rang again.");

	// On the one that remains both are named, and what was written there unfolds.
	await page.goto(`/tickets/${remains.number}`);
	await expect(page.getByText(`${second.number} was merged into this one.`)).toBeVisible();
	const conversations = page.getByRole("region", { name: "Conversations of merged incidents" });
	await conversations.getByRole("button", { name: first.number }).press("Enter");
	await expect(conversations.getByText("The caller rang again.")).toBeVisible();
	await expectAccessible(page);

	// Taken apart, each by itself, from where it is.
	await banner.getByRole("button", { name: "Take apart" }).press("Enter");
	await expect(banner).toBeHidden();
	expect((await desk.ticket(first.number)).ticket).toMatchObject({ state: 2 });
	await expect(conversations.getByRole("button", { name: first.number })).toBeHidden();
	await expect(conversations.getByRole("button", { name: second.number })).toBeVisible();
});

test("a new incident is merged from its page while the desk is away, and one key gives it back as it was", async ({
	page,
	desk,
	problems,
}) => {
	const open = await openIncidents(desk);
	const duplicate = open.find(({ state }) => state === 1) ?? open[0];
	const remains = open.find(({ id }) => id !== duplicate?.id);
	if (!duplicate || !remains) throw new Error("the sample has open incidents");
	await page.goto(`/tickets/${duplicate.number}`);
	await expect(page.getByRole("heading", { name: duplicate.shortDescription })).toBeVisible();
	// All of it is here before the desk goes.
	await expect(page.getByRole("contentinfo").getByRole("status")).toHaveText("Live");
	problems.allow(NETWORK_FAILURES);
	await desk.stop();
	await page.keyboard.press("d");
	const dialog = dialogOf(page);
	await expect(dialog.getByRole("combobox", { name: "Merge with" })).toBeFocused();
	await page.keyboard.type(remains.number);
	await takeOption(page, page.getByRole("option", { name: new RegExp(`^${remains.number}`) }));
	await expect(dialog.getByRole("radio", { name: new RegExp(remains.number) })).toBeChecked();
	await page.keyboard.press("Control+Enter");
	await expect(dialog).toBeHidden();
	const banner = page.getByRole("region", { name: "Merged into" });
	await expect(banner).toBeVisible();

	await desk.restart();
	await expect.poll(async () => (await desk.ticket(duplicate.number)).ticket.$duplicateOf).toBe(remains.id);
	await page.keyboard.press("Control+z");
	await expect(banner).toBeHidden();
	await expect
		.poll(async () => (await desk.ticket(duplicate.number)).ticket)
		.toMatchObject({ state: duplicate.state, closeCode: null });
});

test("a second matter is split off by what was written about it, and given up again", async ({
	page,
	desk,
}) => {
	const [incident] = await openIncidents(desk);
	if (!incident) throw new Error("the sample has open incidents");
	await page.goto(`/tickets/${incident.number}`);
	await expect(page.getByRole("heading", { name: incident.shortDescription })).toBeVisible();
	await page.keyboard.press("w");
	await page.keyboard.type("She also has no sound.");
	await page.keyboard.press("Control+Enter");
	await expect(page.getByRole("listitem").getByText("She also has no sound.")).toBeVisible();
	await page.keyboard.press("Escape");
	await page.keyboard.press("Shift+P");
	const dialog = page.getByRole("dialog", { name: `Split off: ${incident.number}` });
	await expect(dialog.getByRole("textbox", { name: "What it is about" })).toBeFocused();
	await page.keyboard.type("No sound in calls");
	await dialog.getByRole("checkbox", { name: "She also has no sound." }).press("Space");
	await expectAccessible(page);
	await page.keyboard.press("Control+Enter");
	await expect(dialog).toBeHidden();
	const made = async () =>
		(await desk.tickets()).find(({ shortDescription }) => shortDescription === "No sound in calls");
	await expect.poll(async () => (await made())?.$splitFrom).toBe(incident.id);
	const split = await made();
	expect(split?.description).toContain("She also has no sound.");
	expect(split?.callerId).toBe(incident.callerId);
	await expect(page.getByText(`${split?.number} was split off this one: No sound in calls`)).toBeVisible();

	await page.keyboard.press("Control+z");
	await expect.poll(async () => (await made())?.state).toBe(8);
	await page.goto(`/tickets/${split?.number}`);
	const from = page.getByRole("region", { name: "Split from" });
	await expect(from.getByRole("link", { name: new RegExp(incident.number) })).toBeVisible();
	await expectAccessible(page);
});
