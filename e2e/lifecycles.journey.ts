/** Lifecycles: seen as a picture and as a list, and a kind of the desk's own made from data, by keyboard alone. */
import type { Page } from "@playwright/test";
import { lifecyclesSchema } from "../shared/api/lifecycles.ts";
import { expect, expectAccessible, test } from "./desk.ts";
import { byPalette, tabTo } from "./fixture/keyboard.ts";

test.use({ deskArgs: ["--sample", "60"] });

async function chooseTheme(page: Page, theme: "Dark" | "Light"): Promise<void> {
	await page.emulateMedia({ colorScheme: theme === "Dark" ? "dark" : "light" });
}

test("what an incident goes through is a picture that a keyboard walks, and a list", async ({ page }) => {
	await page.goto("/queues/all");
	await expect(page.locator("[data-ticket-id]").first()).toBeVisible();
	await byPalette(page, "Lifecycles");
	await tabTo(page, page.getByRole("link", { name: "Incident", exact: true }));
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { name: "Incidents", level: 1 })).toBeVisible();
	await tabTo(page, page.getByRole("button", { name: /^On Hold/ }));
	const facts = page.getByRole("complementary", { name: "On Hold" });
	await expect(facts).toContainText("follow-up time");
	await expect(facts).toContainText("a comment to the caller, where hold reason is “Awaiting Caller”");
	for (const theme of ["Dark", "Light"] as const) {
		await chooseTheme(page, theme);
		await expectAccessible(page);
	}
	await expect(page.getByRole("heading", { name: "On Hold 3 · On hold", level: 3 })).toHaveCount(2);
});

test("a further kind is judged, compared, applied, and there for everybody", async ({ page, desk }) => {
	await page.goto("/settings/lifecycles");
	await tabTo(page, page.getByRole("button", { name: "Add a kind" }));
	await page.keyboard.press("Enter");
	const definition = page.getByRole("textbox", { name: "Definition" });
	const small: Record<string, unknown> = JSON.parse(await definition.inputValue());
	const check = page.getByRole("button", { name: "See what it changes" });

	await definition.fill(JSON.stringify({ ...small, kind: "facility", prefix: "INC", initial: 9 }));
	await tabTo(page, check);
	await page.keyboard.press("Enter");
	await expect(page.getByRole("alert")).toContainText("initial");
	await expect(page.getByRole("alert")).toContainText("9 is not one of its states.");
	await expectAccessible(page);

	const own = { ...small, kind: "facility", prefix: "FAC", label: "Facility job", plural: "Facility jobs" };
	await definition.fill(JSON.stringify(own));
	await tabTo(page, check);
	await page.keyboard.press("Enter");
	await expect(page.getByRole("status").filter({ hasText: "changes" })).toContainText("FAC");
	await tabTo(page, page.getByRole("button", { name: "Apply" }));
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { name: "Facility jobs", level: 1 })).toBeVisible();
	const { lifecycles } = await desk.get("/api/lifecycles", lifecyclesSchema);
	expect(lifecycles.at(-1)).toMatchObject({ id: "facility", version: 1, place: 0 });
	for (const theme of ["Dark", "Light"] as const) {
		await chooseTheme(page, theme);
		await expectAccessible(page);
	}

	await page.goto("/queues/all");
	await page.getByRole("button", { name: /^Kind/ }).press("Enter");
	await expect(page.getByText("Facility job", { exact: true })).toBeVisible();
});
