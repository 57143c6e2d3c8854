/** What is to be looked at again: on home, in the list and on the ticket, also without the desk. */
import { INCIDENT_STATE as STATE } from "../shared/ticket/lifecycles/incident.ts";
import { type DeskProcess, expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { ConsoleWindow } from "./fixture/console-window.ts";
import { changeTicket, openIncident } from "./fixture/incidents.ts";
import { tabTo } from "./fixture/keyboard.ts";

test.use({ deskArgs: ["--sample", "60"] });

const HOUR_MS = 3_600_000;

async function openOnHold(desk: DeskProcess, shortDescription: string, followUpAt: number) {
	const incident = await openIncident(desk, { shortDescription, assigneeId: "owner" });
	await changeTicket(desk, incident.id, { state: STATE.onHold, holdReason: 4, followUpAt });
	return incident;
}

test("a follow-up is on home before it is due, and marked everywhere once it is past", async ({
	page,
	desk,
	problems,
}) => {
	const past = await openOnHold(desk, "The vendor owes a part", Date.now() - HOUR_MS);
	await openOnHold(desk, "Parts come this afternoon", Date.now() + 2 * HOUR_MS);
	await openOnHold(desk, "Parts come next week", Date.now() + 170 * HOUR_MS);
	await page.goto("/home");
	const list = page.getByRole("list", { name: "Due for follow-up" });
	const line = (words: string) => list.getByRole("listitem").filter({ hasText: words });
	await expect(line("The vendor owes a part")).toContainText(/follow-up 1 h( \d+ m)? ago/);
	await expect(line("Parts come this afternoon")).toContainText(/follow up in 1 h 5\d m/);
	await expect(list).not.toContainText("Parts come next week");
	for (const theme of ["dark", "light"] as const) {
		await page.emulateMedia({ colorScheme: theme });
		await expectAccessible(page);
	}

	problems.allow(NETWORK_FAILURES);
	await new ConsoleWindow(page).waitForKeptFiles();
	await desk.stop();
	await page.reload();
	await tabTo(page, list.getByRole("link", { name: "The vendor owes a part" }));
	await page.keyboard.press("Enter");
	const ticket = page.getByRole("region", { name: `Ticket ${past.number}` });
	await expect(ticket.locator("header")).toContainText(/follow-up 1 h( \d+ m)? ago/);
	await page.goto("/queues/all");
	const row = page.getByRole("row", { name: new RegExp(past.number) });
	await expect(row).toContainText(/follow-up 1 h( \d+ m)? ago/);
	await expect(page.getByRole("row", { name: /Parts come this afternoon/ })).not.toContainText("follow up");

	await page.goto(`/tickets/${past.number}`);
	const again = page.getByRole("textbox", { name: "Follow-up" });
	await again.fill("2099-01-01T09:00");
	await again.press("Enter");
	await expect(ticket.locator("header")).not.toContainText("follow-up");
	await page.goto("/home");
	await expect(line("Parts come this afternoon")).toBeVisible();
	await expect(list).not.toContainText("The vendor owes a part");
});
