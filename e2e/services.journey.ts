/** A lead imports CIs by their difference, relates them, and a ticket gets its impact from them: by keyboard alone. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { byPalette, tabTo, takeOption } from "./fixture/keyboard.ts";

test.use({ deskArgs: ["--sample", "100"] });

const FILE = `External id,Name,Class,Owner team,Criticality
A1,erp-db-01,server,Network,critical
A2,billing-api,application,Business Applications,high
A3,broken,server,Nobody at all,high
`;

test("CIs come from a file, are related, and say what a ticket's impact is", async ({
	page,
	desk,
	problems,
}) => {
	await page.goto("/services");
	await expect(page.getByRole("link", { name: "Online shop" })).toBeVisible();
	await importFile(page);
	await relate(page);
	await takeSuggestion(page);
	problems.allow(NETWORK_FAILURES);
	await desk.stop();
	await readOffline(page);
});

async function expectUsable(page: Page): Promise<void> {
	for (const colorScheme of ["dark", "light"] as const) {
		await page.emulateMedia({ colorScheme });
		await expectAccessible(page);
	}
}

async function importFile(page: Page): Promise<void> {
	await tabTo(page, page.getByRole("button", { name: "Import" }));
	await page.keyboard.press("Enter");
	await tabTo(page, page.getByRole("textbox", { name: "Or paste its text" }));
	await page.keyboard.insertText(FILE);
	await tabTo(page, page.getByRole("button", { name: "Show the difference" }));
	await page.keyboard.press("Enter");
	const changed = page.getByRole("table", { name: "1 changed" });
	await expect(changed.getByRole("row", { name: /Owner team Platform and Databases Network/ })).toBeVisible();
	const refused = page.getByRole("table", { name: "Problem" });
	await expect(refused.getByRole("row", { name: /4 Owner team Nobody at all/ })).toBeVisible();
	await expectUsable(page);
	await tabTo(page, page.getByRole("button", { name: "Apply 2 changes" }));
	await page.keyboard.press("Enter");
	await expect(page.getByText("1 new and 1 changed CIs are imported")).toBeVisible();
}

async function relate(page: Page): Promise<void> {
	await expect(page.getByRole("heading", { name: "Services and CIs" })).toBeVisible();
	await page.keyboard.press("/");
	await page.keyboard.type("online");
	const shop = page.getByRole("link", { name: "Online shop" });
	await expect(page.locator("[data-row-link]")).toHaveCount(1);
	await expectUsable(page);
	await tabTo(page, shop);
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { name: "Online shop", level: 1 })).toBeVisible();
	const relations = page.getByRole("list", { name: "Relations" });
	const added = relations.getByRole("listitem").filter({ hasText: "billing-api" });
	await addRelation(page);
	await expect(added).toBeVisible();
	// The focus is still in the field: Undo means the relation, not the field's text.
	await page.keyboard.press("ControlOrMeta+z");
	await expect(added).toBeHidden();
	await addRelation(page);
	await expect(added).toBeVisible();
	const needs = page.getByRole("region", { name: "What it needs" });
	await expect(needs.getByRole("link", { name: "billing-api" })).toBeVisible();
	await expectUsable(page);
}

async function addRelation(page: Page): Promise<void> {
	await tabTo(page, page.getByRole("combobox", { name: "To which CI" }));
	await page.keyboard.type("billing");
	await takeOption(page, page.getByRole("option", { name: "billing-api" }));
	await page.keyboard.press("Enter");
}

async function takeSuggestion(page: Page): Promise<void> {
	await byPalette(page, "New incident");
	const caller = page.getByRole("combobox", { name: "Caller" });
	await expect(caller).toBeFocused();
	await page.keyboard.type("a");
	await takeOption(page, page.getByRole("option").first());
	await tabTo(page, page.getByRole("textbox", { name: "Short description" }));
	await page.keyboard.type("Invoices are late");
	await tabTo(page, page.getByRole("combobox", { name: "CI" }));
	await page.keyboard.type("billing");
	await takeOption(page, page.getByRole("option", { name: "billing-api" }));
	const suggested = page.getByRole("complementary", { name: "Suggested by the CI" });
	await expect(suggested).toContainText("impact 1 High, team Business Applications");
	await expect(suggested).toContainText("billing-api ← Online shop (critical)");
	await expectUsable(page);
	await page.keyboard.press("ControlOrMeta+i");
	await expect(page.getByRole("combobox", { name: "Impact" })).toHaveValue("1 High");
	await expect(page.getByRole("combobox", { name: "Team" })).toHaveValue("Business Applications");
	await expect(suggested).toBeHidden();
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(page).toHaveURL(/\/tickets\//);
}

/** The service's page, its tickets and the search answer without the desk; edits say why they can't be made. */
async function readOffline(page: Page): Promise<void> {
	await byPalette(page, "Services and CIs");
	await expect(page.getByRole("heading", { name: "Services and CIs" })).toBeVisible();
	await tabTo(page, page.getByRole("combobox", { name: "Which CIs" }));
	await page.keyboard.press("Enter");
	await takeOption(page, page.getByRole("option", { name: "Applications" }));
	await page.keyboard.press("/");
	await page.keyboard.press("ControlOrMeta+a");
	await page.keyboard.type("billing");
	await tabTo(page, page.getByRole("link", { name: "billing-api" }));
	await page.keyboard.press("Enter");
	await expect(page.getByRole("list", { name: "Open tickets" })).toContainText("Invoices are late");
	await expect(page.getByRole("region", { name: "What needs it" })).toContainText("Online shop");
	await expect(page.getByRole("button", { name: "Add", exact: true })).toHaveAttribute(
		"aria-disabled",
		"true",
	);
}
