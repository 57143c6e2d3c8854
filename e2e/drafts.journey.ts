/** What somebody began to type is there again: after a crash of the browser, and beside what another window typed. */
import { type DeskProcess, expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { ConsoleWindow } from "./fixture/console-window.ts";

test.use({ deskArgs: ["--sample", "400"] });
test.setTimeout(120_000);

/** At most the last 250 ms of typing may be lost. */
const KEPT_WITHIN_MS = 250;

test("texts begun in every form survive a kill of the browser, and are found again", async ({
	desk,
	profile,
	problems,
}) => {
	problems.allow(NETWORK_FAILURES);
	const number = await anIncident(desk);
	let page = await profile.page();
	let window = new ConsoleWindow(page);
	await window.visit(`/tickets/${number}`);
	await window.waitForKeptFiles();
	await page.getByRole("textbox", { name: "Work note" }).fill("The cable under the floor");
	await page
		.getByRole("button", { name: /description/i })
		.first()
		.click();
	await page.getByRole("textbox", { name: "Description" }).fill("It began on Monday");
	await page.keyboard.press("Tab");
	await page.getByRole("main").getByRole("button", { name: "Resolve" }).first().click();
	await page.getByRole("dialog").getByRole("textbox", { name: "Close notes" }).fill("Restarted the switch");
	await page.waitForTimeout(2 * KEPT_WITHIN_MS);

	await profile.kill();
	await profile.launch();
	page = await profile.page();
	window = new ConsoleWindow(page);
	await window.visit("/sync");
	const drafts = page.getByRole("region", { name: "Unfinished texts" }).getByRole("listitem");
	await expect(drafts).toHaveCount(3);
	await drafts.filter({ hasText: "The cable under the floor" }).getByRole("link").click();
	await expect(page.getByRole("textbox", { name: "Work note" })).toHaveValue("The cable under the floor");
	await page.getByRole("button", { name: "Continue where you were" }).click();
	await expect(page.getByRole("textbox", { name: "Description" })).toHaveValue("It began on Monday");
	await page.getByRole("main").getByRole("button", { name: "Resolve" }).first().click();
	await expect(page.getByRole("dialog").getByRole("textbox", { name: "Close notes" })).toHaveValue(
		"Restarted the switch",
	);
});

test("two windows on one field lose neither text", async ({ desk, profile }) => {
	const number = await anIncident(desk);
	const one = new ConsoleWindow(await profile.page());
	const two = new ConsoleWindow(await profile.context.newPage());
	const noteIn = ({ page }: ConsoleWindow) => page.getByRole("textbox", { name: "Work note" });
	for (const window of [one, two]) await window.visit(`/tickets/${number}`);
	await one.toFront();
	await noteIn(one).fill("from the first");
	await expect.poll(() => draftsOf(one)).toEqual(["from the first"]);
	await two.toFront();
	await noteIn(two).fill("from the second");
	await two.page.getByRole("button", { name: "Show its text" }).click();
	await expect(noteIn(two)).toHaveValue("from the first");
	await expect.poll(() => draftsOf(two)).toEqual(["from the first", "from the second"]);
});

test("after a reload one line leads back to what was begun, also where only files were chosen", async ({
	desk,
	page,
	problems,
}) => {
	problems.allow(NETWORK_FAILURES);
	const number = await anIncident(desk);
	const window = new ConsoleWindow(page);
	await window.visit(`/tickets/${number}`);
	await window.waitForKeptFiles();
	await window.attach([
		{ name: "rack.txt", mimeType: "text/plain", buffer: Buffer.from("third from the top") },
	]);
	await window.choose("New incident", "New incident");
	await page.getByRole("textbox", { name: "Short description" }).fill("Printer on fire");
	await expect.poll(() => draftsOf(window)).toHaveLength(1);

	await desk.stop();
	await window.visit("/queues/open");
	const notice = page.getByRole("complementary", { name: "Continue where you were" });
	await expect(notice).toContainText("New incident: “Printer on fire”");
	await expect(notice).toContainText("and 1 more");
	await expectAccessible(page);
	await notice.getByRole("link", { name: "Continue where you were" }).focus();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("textbox", { name: "Short description" })).toHaveValue("Printer on fire");
	await expect(notice).toBeHidden();

	await window.visit("/sync");
	const files = page
		.getByRole("region", { name: "Unfinished texts" })
		.getByRole("listitem")
		.filter({ hasText: "rack.txt" });
	await expect(files).toContainText(number);
	await files.getByRole("button", { name: "Remove" }).click();
	await expect(files).toHaveCount(0);
	await page.getByRole("button", { name: "Undo" }).click();
	await files.getByRole("link", { name: "Continue where you were" }).click();
	await expect(page.getByRole("list", { name: "Files to be sent" })).toContainText("rack.txt");

	await window.visit("/queues/open");
	await notice.getByRole("button", { name: "Not now" }).focus();
	await page.keyboard.press("Enter");
	await expect(notice).toBeHidden();
	await window.reload();
	await expect(page.getByRole("grid")).toBeVisible();
	await expect(notice).toBeHidden();
});

async function anIncident(desk: DeskProcess): Promise<string> {
	const open = await desk.tickets("state=open&kind=incident");
	const ticket = open.find(({ state }) => state === 2);
	if (!ticket) throw new Error("the sample has no incident in progress");
	return ticket.number;
}

/** As they lie on disk. */
async function draftsOf({ page }: ConsoleWindow): Promise<readonly string[]> {
	const texts = await page.evaluate(async () => {
		const opening = indexedDB.open("deskwatch-outbox");
		const db = await new Promise<IDBDatabase>((resolve) => {
			opening.onsuccess = () => resolve(opening.result);
		});
		const all = db.transaction("drafts").objectStore("drafts").getAll();
		const drafts = await new Promise<readonly { readonly text: string }[]>((resolve) => {
			all.onsuccess = () => resolve(all.result);
		});
		db.close();
		return drafts.map(({ text }) => text);
	});
	return texts.toSorted();
}
