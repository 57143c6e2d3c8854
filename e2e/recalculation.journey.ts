/** Counting clocks anew: an act of its own, seen before it is done, told in the audit and under each clock. */
import type { Page } from "@playwright/test";
import { definitionsSchema } from "../shared/api/sla.ts";
import { type DeskProcess, expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";

test.use({ deskArgs: ["--sample", "600"] });

/** One business day for everything that is not urgent, from now on. */
async function shorten(page: Page): Promise<void> {
	await page.goto("/settings/service-levels/policies/sla-resolution");
	for (const priority of ["P3 Moderate", "P4 Low", "P5 Planning"])
		await page.getByLabel(`Time for ${priority}`).fill("1");
	await page.getByRole("button", { name: "Save as version 2" }).press("Enter");
	await expect(page.getByText("Resolution: version 2 is saved")).toBeVisible();
}

const DAY_MS = 8 * 3_600_000;

/** Ended in time by the old promise, and too late by the new one. */
async function endedIncident(desk: DeskProcess) {
	for (const state of [6, 7]) {
		for (const { id, number, priority } of await desk.tickets(`kind=incident&state=${state}`)) {
			if (priority < 3) continue;
			const { clocks } = await desk.ticket(id);
			const clock = clocks.find(({ policyId }) => policyId === "sla-resolution");
			if (clock?.stage === "completed" && !clock.isBreached && clock.elapsedMs > DAY_MS)
				return { id, number };
		}
	}
	throw new Error("the sample has an incident that took more than a day and was in time");
}

test("clocks are counted anew by keyboard, and say so", async ({ page, desk }) => {
	const ended = await endedIncident(desk);
	await shorten(page);
	expect((await desk.ticket(ended.id)).clocks).toContainEqual(
		expect.objectContaining({ policyId: "sla-resolution", isBreached: false, policyVersion: 1 }),
	);
	await page.goto("/settings");
	await page.getByRole("link", { name: "Service levels" }).press("Enter");
	await page.getByRole("button", { name: "Recalculate…" }).press("Enter");
	await expect(page.getByRole("heading", { level: 1, name: "Recalculate clocks" })).toBeVisible();
	const look = page.getByRole("button", { name: "See what would change" });
	await look.press("Enter");
	await expect(page.getByText("Choose at least one policy.")).toBeVisible();
	await page.getByLabel("Resolution (SLA), version 2").press("Space");
	await look.press("Enter");
	await expect(page.getByLabel("From when on")).toBeFocused();
	await page.getByLabel("From when on").fill("2020-01-01T00:00");
	await page.getByLabel("Reason").fill("The shorter promise was agreed long ago");
	await look.press("Enter");
	const row = page.getByRole("row", { name: /^Resolution/ });
	await expect(row).toBeVisible();
	const [clocks = 0, changed = 0] = (await row.getByRole("cell").allTextContents()).map(Number);
	expect(clocks).toBeGreaterThan(changed);
	expect(changed).toBeGreaterThan(0);
	await expectAccessible(page);
	expect((await desk.get("/api/sla", definitionsSchema)).policies[0]?.recalculations).toBeUndefined();
	await page.getByRole("button", { name: `Recalculate ${changed} clocks` }).press("Enter");
	await expect(page.getByText(`${changed} clocks recalculated`)).toBeVisible();

	const recalculated = (await desk.ticket(ended.id)).clocks.find(
		({ policyId }) => policyId === "sla-resolution",
	);
	expect(recalculated).toMatchObject({ stage: "completed", isBreached: true, policyVersion: 2 });

	await page.getByRole("link", { name: "Resolution", exact: true }).press("Enter");
	await expect(page.getByRole("region", { name: "Recalculated" })).toContainText(
		"From 1 Jan 2020The shorter promise was agreed long agoBy version 2",
	);
	await page.goto("/settings/audit");
	await expect(page.getByRole("row").nth(1)).toContainText(
		`recalculated clocks since 1 Jan 2020: Resolution, version 2 (${changed} changed): The shorter promise`,
	);

	await page.goto(`/tickets/${ended.number}`);
	const levels = page.getByRole("region", { name: "Service levels" });
	const clock = levels
		.getByRole("listitem")
		.filter({ has: page.getByText("Resolution", { exact: true }) })
		.first();
	await levels.getByLabel("Explain Resolution", { exact: true }).press("Enter");
	await expect(clock).toContainText("The shorter promise was agreed long ago");
	await expect(clock).toContainText("version 2, recalculated");
	await expectAccessible(page);
});

test("who can’t reach the desk sees why nothing can be counted anew", async ({ page, desk, problems }) => {
	await page.goto("/settings/service-levels/recalculate");
	await expect(page.getByRole("heading", { level: 1, name: "Recalculate clocks" })).toBeVisible();
	problems.allow(NETWORK_FAILURES);
	await desk.kill();
	await expect(page.getByRole("button", { name: "See what would change" })).toHaveAttribute(
		"aria-disabled",
		"true",
	);
});
