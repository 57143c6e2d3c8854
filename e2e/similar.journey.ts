/** What was solved before is found while a subject is typed, and says whose it is: by keyboard alone, also offline. */
import { type DeskProcess, expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { changeTicket, openIncident } from "./fixture/incidents.ts";
import { tabTo } from "./fixture/keyboard.ts";

test.use({ deskArgs: ["--sample", "100"] });

const SOLUTION = "Renewed the certificate of the quokka gateway.";

/** Five alike at other consoles, all of one team, one of them solved. */
async function openFive(desk: DeskProcess): Promise<{ readonly solved: string; readonly teamId: string }> {
	const tickets = [];
	for (const floor of [1, 2, 3, 4, 5])
		tickets.push(await openIncident(desk, { shortDescription: `Quokka gateway refuses floor ${floor}` }));
	const [solved] = tickets;
	if (!solved?.teamId) throw new Error("sample incidents have a team");
	const set = { state: 6, closeCode: "Solved (Permanently)", closeNotes: SOLUTION };
	await changeTicket(desk, solved.id, set);
	return { solved: solved.number, teamId: solved.teamId };
}

test("similar tickets are shown while a subject is typed, and their team is taken, taken back and undone", async ({
	page,
	desk,
	problems,
}) => {
	const { solved, teamId } = await openFive(desk);
	await page.goto("/queues/open");
	await expect(page.getByRole("grid").locator("[data-ticket-id]").first()).toBeVisible();
	await page.keyboard.press("Shift+n");
	const similar = page.getByRole("region", { name: "Similar tickets" });
	const subject = page.getByRole("textbox", { name: "Short description" });
	await tabTo(page, subject);
	await page.keyboard.type("quokka gateway refuses me");
	await expect(similar.getByRole("listitem").first()).toContainText(solved);
	await expect(similar.getByRole("listitem").first()).toContainText(`Solved (Permanently): ${SOLUTION}`);
	await expect(similar.getByRole("status")).toContainText("100% of 5 similar");

	const team = page.getByRole("combobox", { name: "Team" });
	await page.keyboard.press("ControlOrMeta+e");
	await expect(team).not.toHaveValue("");
	const name = await team.inputValue();
	await expect(similar.getByRole("status")).toContainText(`Team taken: ${name}`);
	await expectAccessible(page);
	await page.keyboard.press("ControlOrMeta+e");
	await expect(team).toHaveValue("");
	await expect(subject).toBeFocused();

	problems.allow(NETWORK_FAILURES);
	await desk.stop();
	await page.keyboard.press("ControlOrMeta+a");
	await page.keyboard.type("gateway quokka");
	await tabTo(page, similar.getByRole("link", { name: solved }));
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(new RegExp(`/tickets/${solved}$`));
	await expect(similar.getByRole("listitem")).toHaveCount(3);
	await desk.restart();

	const nobodys = await openIncident(desk, { shortDescription: "Quokka gateway refuses all", teamId: null });
	await page.goto(`/tickets/${nobodys.number}`);
	await expect(similar.getByRole("status")).toContainText(name);
	await page.keyboard.press("ControlOrMeta+e");
	await expect.poll(async () => (await desk.ticket(nobodys.id)).ticket.teamId).toBe(teamId);
	await page.keyboard.press("ControlOrMeta+z");
	await expect.poll(async () => (await desk.ticket(nobodys.id)).ticket.teamId).toBeNull();
	await expect(similar.getByRole("status")).toContainText(name);
});
