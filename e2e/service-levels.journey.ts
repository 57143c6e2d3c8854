/** Service levels: what an admin edits, from its date on, is what every clock says, with the desk and without it. */
import type { Page } from "@playwright/test";
import { definitionsSchema } from "../shared/api/sla.ts";
import { type DeskProcess, expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";

test.use({ deskArgs: ["--sample", "1200"] });

async function openPolicy(page: Page, name: string): Promise<void> {
	await page.goto("/settings/service-levels");
	await page.getByRole("link", { name, exact: true }).press("Enter");
	await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

async function versionsOf(desk: DeskProcess, id: string) {
	const { policies } = await desk.get("/api/sla", definitionsSchema);
	return policies.find((policy) => policy.id === id)?.versions ?? [];
}

/** An incident that somebody works on: its clock runs. */
async function runningIncident(desk: DeskProcess) {
	const incidents = await desk.tickets("kind=incident&state=2");
	const incident = incidents.find(({ priority }) => priority === 4);
	if (!incident) throw new Error("the sample has an incident of priority 4 in progress");
	return incident;
}

const save = (page: Page) => page.getByRole("button", { name: /^Save as version/ });

test("an edit of a policy is judged in the form, saved as a version, and counted by everywhere", async ({
	page,
	desk,
	problems,
}) => {
	const { number, id } = await runningIncident(desk);
	await openPolicy(page, "Resolution");
	await expectAccessible(page);
	await page.getByLabel("Time for P4 Low").fill("2");
	await save(page).press("Enter");
	await expect(page.getByLabel("Time for P4 Low")).toBeFocused();
	await expect(page.getByRole("alert").first()).toHaveText(
		"Priority 4 would be due before priority 3: give it at least as much time.",
	);
	expect(await versionsOf(desk, "sla-resolution")).toHaveLength(1);

	await page.getByLabel("Time for P4 Low").fill("40");
	await page.getByLabel("Time for P5 Planning").fill("60");
	await save(page).press("Enter");
	await expect(page.getByText("Resolution: version 2 is saved")).toBeVisible();
	await expect(page.getByRole("row", { name: /^Resolution SLA/ })).toContainText("40 d");
	expect((await versionsOf(desk, "sla-resolution")).map(({ version }) => version)).toEqual([1, 2]);

	await page.goto(`/tickets/${number}`);
	const levels = page.getByRole("region", { name: "Service levels" });
	const clock = levels.getByRole("listitem").filter({ has: page.getByText("Resolution", { exact: true }) });
	await expect(clock.first()).toContainText("of 40 business days");
	await levels.getByLabel("Explain Resolution", { exact: true }).press("Enter");
	await expect(clock.first()).toContainText("Policy version 2");
	await expect(clock.first()).toContainText("The ticket is In Progress (version 1)");
	await expect(clock.first()).toContainText("The ticket is In Progress (version 2)");
	await expectAccessible(page);

	// The page without the desk says when it is due as the desk itself does.
	problems.allow(NETWORK_FAILURES);
	const { clocks } = await desk.ticket(id);
	const due = clocks.find(({ policyId }) => policyId === "sla-resolution")?.dueAt ?? Number.NaN;
	await desk.kill();
	await page.reload();
	const format = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" } as const;
	const shown = await page.evaluate(([at, options]) => new Intl.DateTimeFormat("en-GB", options).format(at), [
		due,
		format,
	] as const);
	await expect(clock.first()).toContainText(`due ${shown}`);
	await expect(page.getByText(/Offline/).first()).toBeVisible();
	await page.goto("/settings/service-levels/policies/sla-resolution");
	await expect(page.getByText("applies now")).toBeVisible();
	await expect(save(page)).toHaveAttribute("aria-disabled", "true");
});

test("a supplier’s promise is named, counted and explained on the ticket as the others are", async ({
	page,
	desk,
}) => {
	const { number } = await runningIncident(desk);
	await page.goto("/settings/service-levels/policies/new");
	await page.getByLabel("Name", { exact: true }).fill("Repair on site");
	await page.getByLabel("For whom").selectOption("UC: agreed with a supplier");
	await page.getByLabel("Time for P4 Low").fill("3");
	const add = page.getByRole("button", { name: "Add", exact: true });
	await add.press("Enter");
	await expect(page.getByRole("textbox", { name: "Supplier" })).toBeFocused();
	await expect(page.getByText("Name the supplier who promises it.").first()).toBeVisible();
	await page.keyboard.type("Brightlift Ltd");
	await expectAccessible(page);
	await add.press("Enter");
	await expect(page.getByRole("row", { name: /^Repair on site UC Brightlift Ltd/ })).toContainText("3 h");

	await page.goto(`/tickets/${number}`);
	const levels = page.getByRole("region", { name: "Service levels" });
	const clock = levels.getByRole("listitem").filter({ hasText: "UC · Brightlift Ltd" });
	await expect(clock.first()).toContainText("of 3 h");
	await levels.getByLabel("Explain Repair on site", { exact: true }).press("Enter");
	await expect(clock.first()).toContainText("promised by Brightlift Ltd");
	await expect(clock.first()).toContainText("The ticket is In Progress");
});

test("a calendar gets hours, holidays and a date from which they apply", async ({ page, desk }) => {
	await page.goto("/settings/service-levels");
	await expectAccessible(page);
	await page.getByRole("link", { name: "Business hours" }).press("Enter");
	await page.getByLabel("Monday").fill("9 to 5");
	await save(page).press("Enter");
	await expect(page.getByLabel("Monday")).toBeFocused();
	await page.getByLabel("Monday").fill("8-12, 13-18");
	await page.getByRole("textbox", { name: "Holidays" }).fill("2031-12-25\n2031-12-26");
	await page.getByLabel("From a date on").check();
	await page.getByLabel("Date and time").fill("2031-01-01T00:00");
	await expectAccessible(page);
	await save(page).press("Enter");
	await expect(page.getByRole("row", { name: /^Business hours/ })).toContainText("2 from 1 Jan");
	await expect(page.getByRole("row", { name: /^Business hours/ })).toContainText("Mon–Fri 09:00–17:00");
	const { calendars } = await desk.get("/api/sla", definitionsSchema);
	expect(calendars[0]?.versions[1]).toMatchObject({
		version: 2,
		holidays: ["2031-12-25", "2031-12-26"],
		savedById: "owner",
	});
	expect(calendars[0]?.versions[1]?.weekdays[1]).toEqual([
		[480, 720],
		[780, 1_080],
	]);
	await page.getByRole("link", { name: "Business hours" }).click();
	await expect(page.getByText("to come")).toBeVisible();
	await expect(page.getByText("Changed: opening hours, holidays")).toBeVisible();
});
