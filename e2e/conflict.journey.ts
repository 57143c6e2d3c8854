/** Two people change the same ticket while one is offline: nothing is overwritten, and keys settle it. */
import type { Ticket } from "../shared/ticket/ticket.ts";
import { type DeskProcess, expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { ConsoleWindow } from "./fixture/console-window.ts";
import { changeAsSomebodyElse } from "./fixture/somebody-else.ts";

test.use({ deskArgs: ["--sample", "1200"] });
test.setTimeout(120_000);

test("conflicts and refusals are settled by keyboard, field by field", async ({ desk, page, problems }) => {
	problems.allow(NETWORK_FAILURES);
	const console_ = new ConsoleWindow(page);
	const [first, second, third] = await pickTickets(desk);
	await console_.visit("/queues/all");
	await console_.waitForKeptFiles();
	await expect(console_.syncWords).toHaveText("Live");
	await desk.stop();
	await expect(console_.syncWords).toHaveText(/^Offline since/);
	for (const ticket of [first, second]) {
		await console_.openTicket(ticket.number);
		await console_.chooseFact("Impact", "1 High");
		await console_.writeWorkNote(`Seen by me on ${ticket.number}`);
	}
	await console_.openTicket(third.number);
	await console_.chooseFact("Impact", "1 High");

	// Nothing of this console arrives before somebody else has had the same tickets, however quickly it is back.
	const isIntents = (url: URL) => url.pathname === "/api/intents";
	await page.route(isIntents, (route) => route.abort());
	await desk.restart();
	for (const ticket of [first, second]) await changeAsSomebodyElse(desk, ticket, { impact: 2 });
	await changeAsSomebodyElse(desk, third, { category: "Network" });
	await page.unroute(isIntents);
	await expect(console_.syncWords).toHaveText(/^2 edits need you/, { timeout: 60_000 });

	await page.keyboard.press("g");
	await page.keyboard.press("s");
	const cards = page.getByRole("region", { name: /^Needs you/ }).getByRole("listitem");
	await expect(cards).toHaveCount(2);
	await expect(cards.first()).toContainText("Both of you changed this");
	await expect(cards.first().getByRole("row", { name: /^Impact/ })).toContainText("1 High");
	await expectAccessible(page);

	await page.keyboard.press("j");
	await page.keyboard.press("Shift+T");
	await expect(cards).toHaveCount(1);
	await page.keyboard.press("m");
	await expect(page.getByRole("main").getByText(/Nothing waits/)).toBeVisible({ timeout: 20_000 });

	await expect.poll(async () => (await desk.ticket(third.number)).ticket.impact).toBe(1);
	await expect.poll(async () => notesOf(desk, second)).toContain(`Seen by me on ${second.number}`);
	const impacts = await Promise.all(
		[first, second].map(async ({ number }) => (await desk.ticket(number)).ticket.impact),
	);
	expect(impacts.toSorted()).toEqual([1, 2]);
	for (const ticket of [first, second]) {
		const notes = await notesOf(desk, ticket);
		expect(notes.filter((text) => text === `Seen by me on ${ticket.number}`)).toHaveLength(1);
	}
});

async function pickTickets(desk: DeskProcess): Promise<readonly [Ticket, Ticket, Ticket]> {
	const open = (await desk.tickets("state=open")).filter(
		({ kind, impact, state }) => kind === "incident" && impact === 3 && state === 2,
	);
	const [first, second, third] = open;
	if (!first || !second || !third) throw new Error("the sample has too few tickets");
	return [first, second, third];
}

async function notesOf(desk: DeskProcess, { number }: Ticket): Promise<readonly string[]> {
	const { history } = await desk.ticket(number);
	return history.flatMap(({ note }) => (note ? [note.text] : []));
}
