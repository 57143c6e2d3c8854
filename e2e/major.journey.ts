/** A major incident by keyboard alone: proposed, accepted, spoken of, resolved, closed by its review. */
import { INCIDENT_STATE as STATE } from "../shared/ticket/lifecycles/incident.ts";
import { expect, expectAccessible, test } from "./desk.ts";
import { changeTicket, openIncident, pick, pressButton, typeInto } from "./fixture/incidents.ts";
import { byPalette, tabTo } from "./fixture/keyboard.ts";

test.use({ deskArgs: ["--sample", "60"] });
test.setTimeout(180_000);

for (const colorScheme of ["light", "dark"] as const) {
	test(`is proposed, accepted, told of and reviewed, in the ${colorScheme} theme`, async ({ page, desk }) => {
		await page.emulateMedia({ colorScheme });
		const incident = await openIncident(desk, { shortDescription: "Nobody can pay" });
		const standing = async () => (await desk.ticket(incident.id)).ticket;
		await page.goto(`/tickets/${incident.number}`);
		const dialog = page.getByRole("dialog");
		await pressButton(page, page, "Propose as major incident");
		await pressButton(page, dialog, "Propose as major incident");
		await expect.poll(async () => (await standing()).$majorState).toBe(1);

		await byPalette(page, "Major incidents");
		const proposed = page
			.getByRole("list", { name: "Proposed" })
			.getByRole("link", { name: incident.number });
		await expectAccessible(page);
		await tabTo(page, proposed);
		await page.keyboard.press("Enter");

		await pressButton(page, page, "Accept as major incident");
		await pressButton(page, dialog, "Accept as major incident");
		await expect(dialog.getByText("Business impact needed.")).toBeVisible();
		await expect(dialog.getByText("Work note needed.")).toBeVisible();
		await expectAccessible(page);
		await page.keyboard.press("Shift+Tab");
		await typeInto(page, dialog.getByRole("textbox", { name: "Business impact" }), "All shops are closed.");
		await typeInto(page, dialog.getByRole("textbox", { name: "Work note" }), "Confirmed by three shops.");
		await pressButton(page, dialog, "Accept as major incident");
		await expect.poll(async () => (await standing()).$majorState).toBe(2);
		expect((await standing()).assigneeId).toBe("owner");

		const section = page.getByRole("region", { name: "Major incident", exact: true });
		await expect(section.getByText("All shops are closed.")).toBeVisible();
		await pressButton(page, section, "Send an update");
		await typeInto(
			page,
			dialog.getByRole("textbox", { name: "Update", exact: true }),
			"The payment service restarts.",
		);
		await expectAccessible(page);
		await pressButton(page, dialog, "Send");
		await expect(section.getByText("The payment service restarts.")).toBeVisible();
		await expect(section.getByRole("status")).toContainText("Next update due");
		await expectAccessible(page);
		await changeTicket(desk, incident.id, { $nextUpdateAt: Date.now() - 60_000 });
		await expect(section.getByRole("status")).toContainText("overdue since");
		await byPalette(page, "Major incidents");
		await expect(page.getByRole("list", { name: "Major incidents" })).toContainText("overdue since");
		await expectAccessible(page);

		await page.goto(`/tickets/${incident.number}`);
		await expect(page.getByRole("group", { name: "Moves" })).toBeVisible();
		await page.keyboard.press("r");
		await pick(page, dialog.getByRole("combobox", { name: "Close code" }), "Solved (Permanently)");
		await typeInto(page, dialog.getByRole("textbox", { name: "Close notes" }), "Restarted.");
		await page.keyboard.press("ControlOrMeta+Enter");
		await expect.poll(async () => (await standing()).state).toBe(STATE.resolved);

		await pressButton(page, page, "Close after review");
		await typeInto(page, dialog.getByRole("textbox", { name: "Review" }), "The alert came too late.");
		await page.keyboard.press("ControlOrMeta+Enter");
		await expect.poll(async () => (await standing()).state).toBe(STATE.closed);
		await byPalette(page, "Major incidents");
		await expect(page.getByText("No major incident", { exact: true })).toBeVisible();
	});
}

test("a proposal is rejected with a reason, and may be made again and withdrawn", async ({ page, desk }) => {
	const incident = await openIncident(desk, { shortDescription: "One printer" });
	const standing = async () => (await desk.ticket(incident.id)).ticket.$majorState;
	const dialog = page.getByRole("dialog");
	await page.goto(`/tickets/${incident.number}`);
	await pressButton(page, page, "Propose as major incident");
	await pressButton(page, dialog, "Propose as major incident");
	await pressButton(page, page, "Reject as major incident");
	await pressButton(page, dialog, "Reject as major incident");
	await expect(dialog.getByText("Work note needed.")).toBeVisible();
	await page.keyboard.press("Shift+Tab");
	await page.keyboard.press("Shift+Tab");
	await typeInto(page, dialog.getByRole("textbox", { name: "Work note" }), "One printer only.");
	await pressButton(page, dialog, "Reject as major incident");
	await expect.poll(standing).toBe(3);
	await pressButton(page, page, "Propose as major incident");
	await pressButton(page, dialog, "Propose as major incident");
	await expect.poll(standing).toBe(1);
	await pressButton(page, page, "Withdraw the proposal");
	await pressButton(page, dialog, "Withdraw the proposal");
	await expect.poll(standing).toBe(4);
});
