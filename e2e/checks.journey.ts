import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./desk.ts";
import { Endpoint } from "./fixture/endpoint.ts";

test.use({ deskArgs: ["--sample", "20"] });

const RETRY_MS = 500;
const INTERVAL_MS = 1_000;

/** Fills the form for an endpoint that is looked at each second and confirmed by one retry. */
async function addCheck(page: Page, url: string): Promise<void> {
	await page.goto("/checks/new");
	await page.getByLabel("Name", { exact: true }).fill("Order service");
	await page.getByLabel("Address").fill(url);
	await page.getByLabel("Every").fill("1");
	await page.getByLabel("Give up after").fill("1");
	await page.getByLabel("Retries before it counts as down").fill("1");
	await page.getByLabel("Between retries").fill("0.5");
}

/** The rule waits for five minutes by default; nobody wants to in a test. */
async function resolveAtOnce(page: Page): Promise<void> {
	await page.goto("/settings#rules");
	await expect(page.getByRole("switch", { name: /Open an incident/ })).toBeChecked();
	const field = page.getByLabel(/Resolve its incident/);
	await field.fill("0");
	await field.press("Enter");
	await expect(page.getByText("Rule saved")).toBeVisible();
}

test("an endpoint that stops becomes an alert and an incident, linked both ways; both end when it is back", async ({
	page,
}) => {
	const endpoint = await Endpoint.start();
	try {
		await resolveAtOnce(page);
		await addCheck(page, endpoint.url);
		await page.getByRole("button", { name: "Test now" }).click();
		await expect(page.getByRole("region", { name: "What the test found" })).toContainText("HTTP 200");
		await expectAccessible(page);
		await page.getByRole("button", { name: "Add check" }).press("Enter");

		const row = page.getByRole("row", { name: /Order service/ });
		await expect(row).toContainText("Up");
		await row.getByRole("link", { name: "Order service" }).click();
		await expect(page.getByRole("heading", { name: "Order service", level: 1 })).toBeVisible();
		await expectAccessible(page);

		await endpoint.stop();
		const stoppedAt = Date.now();
		const alert = page.getByRole("link", { name: /Order service is down/ });
		await expect(alert).toBeVisible();
		// An interval until it is looked at, the retry that confirms it, and a second to be on screen.
		expect(Date.now() - stoppedAt).toBeLessThan(INTERVAL_MS + RETRY_MS + 1_000 + 1_000);
		await alert.click();

		const detail = page.getByRole("complementary", { name: "The alert" });
		await expect(detail.getByText("connection refused").first()).toBeVisible();
		await expect(detail.getByRole("listitem").first()).toContainText("confirmed");
		await expectAccessible(page);
		const incident = detail.getByRole("link", { name: /^INC\d{7}$/ });
		await incident.click();
		await expect(page).toHaveURL(/\/tickets\/INC\d{7}/);
		await expect(page.getByText(/Order service is down/).first()).toBeVisible();
		await page.goBack();

		await endpoint.start();
		await expect(detail.getByText("Resolved").first()).toBeVisible();
		await detail.getByRole("link", { name: /^INC\d{7}$/ }).click();
		await expect(page.getByText("Resolved").first()).toBeVisible();
		await expect(page.getByText("Cleared by monitoring").first()).toBeVisible();
	} finally {
		await endpoint.stop();
	}
});

test("mistakes are told at their fields, and a check is paused, deleted and brought back", async ({
	page,
}) => {
	const endpoint = await Endpoint.start();
	try {
		await page.goto("/checks/new");
		await page.getByLabel("Address").fill("ftp://nowhere");
		await page.getByRole("button", { name: "Add check" }).click();
		await expect(page.getByText("Give it a name of at most 200 characters")).toBeVisible();
		await expect(page.getByText(/begins with http/)).toBeVisible();
		await expect(page.getByLabel("Name", { exact: true })).toBeFocused();

		await addCheck(page, endpoint.url);
		await page.getByRole("button", { name: "Add check" }).click();
		const row = page.getByRole("row", { name: /Order service/ });
		await expect(row).toContainText("Up");
		await row.getByRole("button", { name: "Actions for Order service" }).click();
		await page.getByRole("menuitem", { name: "Pause" }).click();
		await expect(row).toContainText("Paused");

		await row.getByRole("button", { name: "Actions for Order service" }).click();
		await page.getByRole("menuitem", { name: "Delete" }).click();
		await page.getByRole("button", { name: "Delete check" }).click();
		await expect(row).toBeHidden();
		await page.getByRole("button", { name: "Undo" }).click();
		await expect(row).toContainText("Paused");
	} finally {
		await endpoint.stop();
	}
});
