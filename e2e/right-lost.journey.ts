/** A role is taken away while somebody works offline: nothing of the desk stays with them, and nothing of theirs is lost. */
import { expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { ConsoleWindow } from "./fixture/console-window.ts";
import { DeskFile } from "./fixture/desk-file.ts";

test.use({ deskArgs: ["--sample", "900"] });
test.setTimeout(120_000);

test("a lost right empties the console but for one’s own edits; when it is back, all is fetched and sent", async ({
	desk,
	page,
	problems,
}) => {
	problems.allow([/403/, ...NETWORK_FAILURES]);
	const console_ = new ConsoleWindow(page);
	const file = new DeskFile(desk.dataDir);
	const [ticket] = (await desk.tickets("state=open&kind=incident")).filter(({ state }) => state === 2);
	if (!ticket) throw new Error("the sample has no incident in progress");
	await console_.visit("/queues/all");
	await console_.waitForKeptFiles();
	await expect(console_.syncWords).toHaveText("Live");
	await desk.stop();
	await expect(console_.syncWords).toHaveText(/^Offline since/);
	await console_.openTicket(ticket.number);
	await console_.writeWorkNote("Written while I still could");

	file.setRoles("owner", ["caller"]);
	await desk.restart();
	await expect(console_.syncWords).toHaveText(/no longer lets you read this desk, 1 edit needs you/, {
		timeout: 45_000,
	});
	expect(await cachesOnDisk(console_)).toEqual([]);
	await expect(page.getByText(ticket.shortDescription)).toHaveCount(0);
	await console_.visit("/queues/all");
	await expect(page.getByRole("main")).toContainText("Its tickets are no longer on this device");
	await expectAccessible(page);
	await page.getByRole("main").getByRole("link", { name: "Show what waits for the desk" }).click();
	const card = page.getByRole("region", { name: /^Needs you/ }).getByRole("listitem");
	await expect(card).toContainText("Written while I still could");
	await expect(card.getByRole("button", { name: "Try again" })).toHaveAttribute("aria-disabled", "true");
	await expectAccessible(page);

	file.setRoles("owner", ["admin", "agent"]);
	await page.getByRole("button", { name: "Try the desk now" }).click();
	await expect(console_.syncWords).toHaveText("1 edit needs you", { timeout: 30_000 });
	await card.getByRole("button", { name: "Try again" }).click();
	await expect(console_.syncWords).toHaveText("Live", { timeout: 20_000 });
	await console_.openTicket(ticket.number);
	await console_.expectInTimeline("Written while I still could");
	const { history } = await desk.ticket(ticket.number);
	expect(history.filter(({ note }) => note?.text === "Written while I still could")).toHaveLength(1);
});

/** What the workstation's browser keeps of the desk. */
async function cachesOnDisk({ page }: ConsoleWindow): Promise<readonly string[]> {
	const databases = await page.evaluate(() => indexedDB.databases());
	return databases.flatMap(({ name = "" }) => (name.startsWith("deskwatch-cache-") ? [name] : []));
}
