/** Everything that waits for the desk, looked through and put right by keys alone. */
import { readFile } from "node:fs/promises";
import { type DeskProcess, expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { ConsoleWindow } from "./fixture/console-window.ts";

test.use({ deskArgs: ["--sample", "300"] });
test.setTimeout(120_000);

test("each edit says what it is and waits for; it is discarded, brought back, exported and sent by keys", async ({
	desk,
	page,
	problems,
}) => {
	problems.allow(NETWORK_FAILURES);
	const console_ = new ConsoleWindow(page);
	const [number = "", other = ""] = await twoIncidents(desk);
	await console_.visit("/queues/all");
	await console_.waitForKeptFiles();
	await expect(console_.syncWords).toHaveText("Live");
	await desk.stop();
	await expect(console_.syncWords).toHaveText(/^Offline since/);
	await console_.openTicket(number);
	await console_.chooseFact("Impact", "1 High");
	await console_.writeWorkNote("Third from the top");
	await console_.openTicket(other);
	await console_.writeWorkNote("Asked the caller");

	await page.keyboard.press("Escape");
	await page.keyboard.press("g");
	await page.keyboard.press("s");
	const list = page.getByRole("region", { name: /^Waits for the desk/ });
	const rows = list.getByRole("row").filter({ has: page.getByRole("button") });
	await expect(rows).toHaveText([
		new RegExp(`^${number}.*Impact: 1 High.*Waits for the desk`),
		new RegExp(`^${number}.*Work note: “Third from the top”.*Waits for the desk`),
		new RegExp(`^${other}.*Work note: “Asked the caller”`),
	]);
	await expectAccessible(page);

	const discard = (index: number) => rows.nth(index).getByRole("button", { name: /^Discard/ });
	for (let press = 0; press < 40; press += 1) {
		if (await discard(0).evaluate((button) => button === document.activeElement)) break;
		await page.keyboard.press("Tab");
	}
	await expect(discard(0)).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(rows).toHaveCount(2);
	await expect(discard(0)).toBeFocused();
	await page.keyboard.press("ControlOrMeta+z");
	await expect(rows).toHaveCount(3);
	await expect(rows.first()).toContainText("Impact: 1 High");

	const exporting = page.waitForEvent("download");
	await page.getByRole("button", { name: "Export unsent work" }).press("Enter");
	const exported = JSON.parse(await readFile(await (await exporting).path(), "utf8"));
	expect(
		exported.unsent.map(({ intent }: { intent: { note?: { text: string } } }) => intent.note?.text),
	).toEqual([undefined, "Third from the top", "Asked the caller"]);

	await desk.restart();
	// Whichever comes first, the console's own next try or this one, finds the list empty afterwards.
	await page.getByRole("button", { name: "Try the desk now" }).press("Enter");
	await expect(console_.syncWords).toHaveText("Live", { timeout: 30_000 });
	await expect(page.getByRole("main").getByText(/Nothing waits/)).toBeVisible();
	const { ticket, history } = await desk.ticket(number);
	expect(ticket.impact).toBe(1);
	expect(history.filter(({ note }) => note?.text === "Third from the top")).toHaveLength(1);
});

async function twoIncidents(desk: DeskProcess): Promise<readonly string[]> {
	const open = await desk.tickets("state=open&kind=incident");
	const fitting = open.filter(({ state, impact }) => state === 2 && impact === 3);
	return fitting.slice(0, 2).map(({ number }) => number);
}
