/** Lists in forms, by keys that come faster than a list narrows. */
import { expect, test } from "./desk.ts";
import { tabTo } from "./fixture/keyboard.ts";

test.use({ deskArgs: ["--sample", "20"] });

test("Enter in an open list where nothing is marked sends nothing", async ({ page }) => {
	await page.goto("/changes/new");
	const title = page.getByRole("textbox", { name: "Short description" });
	await title.fill("Replace the disk");
	const team = page.getByRole("combobox", { name: "Team", exact: true });
	await tabTo(page, team);
	await page.keyboard.type("no team is called so");
	await expect(page.getByText("Nothing by that name")).toBeVisible();
	await expect(team).toHaveAttribute("aria-expanded", "true");
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/\/changes\/new$/);
	await expect(title).toHaveValue("Replace the disk");
	await page.keyboard.press("Escape");
	await tabTo(page, title);
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { name: "Replace the disk" })).toBeVisible();
});
