import { z } from "zod";
import { type DeskProcess, expect, expectAccessible, test } from "./desk.ts";

const HEADER =
	"number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,opened_by,opened_at,sys_created_by,sys_created_at,sys_updated_by,sys_updated_at,contact_type,location,category,subcategory,u_symptom,cmdb_ci,impact,urgency,priority,assignment_group,assigned_to,knowledge,u_priority_confirmation,notify,problem_id,rfc,vendor,caused_by,closed_code,resolved_by,resolved_at,closed_at";

/** Two incidents, one resolved and closed, one open; then a line that is no event. */
function makeLog(): string {
	const event = (
		number: string,
		state: string,
		at: string,
		change: Readonly<Record<string, string>> = {},
	) => {
		const fields: Record<string, string> = {
			number,
			incident_state: state,
			active: state === "Closed" ? "false" : "true",
			reassignment_count: "0",
			reopen_count: "0",
			sys_mod_count: "0",
			made_sla: "true",
			caller_id: "Caller 1",
			opened_by: "Opened by 1",
			opened_at: "29/2/2016 01:16",
			sys_created_by: "Created by 1",
			sys_created_at: "29/2/2016 01:23",
			sys_updated_by: "Updated by 1",
			sys_updated_at: at,
			contact_type: "Phone",
			location: "Location 1",
			category: "Category 1",
			subcategory: "Subcategory 1",
			impact: "2 - Medium",
			urgency: "2 - Medium",
			priority: "3 - Moderate",
			assignment_group: "Group 1",
			assigned_to: "Resolver 1",
			...change,
		};
		return HEADER.split(",")
			.map((name) => fields[name] ?? "?")
			.join(",");
	};
	const end = { closed_code: "code 5", resolved_at: "29/2/2016 11:29", closed_at: "5/3/2016 12:00" };
	return [
		HEADER,
		event("INC0000045", "New", "29/2/2016 01:23", end),
		event("INC0000045", "Resolved", "29/2/2016 11:29", end),
		event("INC0000045", "Closed", "5/3/2016 12:00", end),
		event("INC0000047", "New", "29/2/2016 04:40"),
		event("INC0000047", "Active", "29/2/2016 04:57"),
		event("INC0000048", "Active", "not a time"),
		"",
	].join("\n");
}

const pageSchema = z.object({ total: z.number() });

async function countTickets(desk: DeskProcess): Promise<number> {
	return (await desk.get("/api/tickets?limit=1", pageSchema)).total;
}

test("a first start asks how the desk begins; an import through the browser lands on the queue", async ({
	page,
	desk,
}) => {
	await page.goto("/");
	await expect(page.getByRole("heading", { name: "Set up this desk" })).toBeVisible();
	for (const name of ["Sample desk", "Empty desk", "Import a log"])
		await expect(page.getByRole("heading", { name })).toBeVisible();
	await expectAccessible(page);

	await page.getByRole("button", { name: "Choose a file" }).click();
	await expectAccessible(page);
	await page.getByRole("button", { name: "Import", exact: true }).click();
	await expect(
		page.getByRole("alert").or(page.getByText("Choose a CSV or CSV.gz file")).first(),
	).toBeVisible();

	await page
		.locator("input[type=file]")
		.setInputFiles({ name: "log.csv", mimeType: "text/csv", buffer: Buffer.from(makeLog()) });
	await page.getByRole("button", { name: "Import", exact: true }).click();
	await expect(page.getByRole("heading", { name: "The import is finished" })).toBeVisible();
	await expect(page.getByRole("region", { name: "1 line was left out" })).toContainText("7");
	await expectAccessible(page);

	const download = page.waitForEvent("download");
	await page.getByRole("button", { name: "Download the list" }).click();
	expect((await download).suggestedFilename()).toBe("log-left-out.csv");

	await page.getByRole("button", { name: "Open the queues" }).click();
	await expect(page).toHaveURL(/\/queues/);
	await expect(page.getByText("INC0000047").first()).toBeVisible();
	expect(await countTickets(desk)).toBe(2);
});

test("the sample desk is filled while the screen shows how far it is", async ({ page, desk }) => {
	await page.goto("/");
	await page.getByLabel("Tickets").fill("60");
	await page.getByRole("button", { name: "Fill with the sample" }).press("Enter");
	await expect(page).toHaveURL(/\/queues/);
	await expect(page.getByRole("heading", { name: "Set up this desk" })).toBeHidden();
	expect(await countTickets(desk)).toBeGreaterThanOrEqual(60);
});

test("an empty desk opens with a next step on every page", async ({ page }) => {
	await page.goto("/");
	await page.getByRole("button", { name: "Start empty" }).press("Enter");
	await expect(page).toHaveURL(/\/queues/);
	await page.goto("/checks");
	await expect(page.getByRole("link", { name: "Add the first check" })).toBeVisible();
	await expectAccessible(page);
	await page.goto("/alerts");
	await expect(page.getByRole("link", { name: "Add a check" })).toBeVisible();
	await expectAccessible(page);
	await page.goto("/home");
	await expect(page.getByRole("link", { name: "New ticket" })).toBeVisible();
	await expectAccessible(page);
	await page.goto("/settings");
	await expect(page.getByText("No wall yet")).toBeVisible();
	await expectAccessible(page);
});
