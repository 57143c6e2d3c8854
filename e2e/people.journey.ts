/**
 * An admin makes a team and a person with a role, by keyboard alone; the person signs in, does what the role
 * allows, and loses it.
 */
import { test as base, type Page } from "@playwright/test";
import { BrowserProfile } from "./fixture/browser-profile.ts";
import { ConsoleWindow } from "./fixture/console-window.ts";
import { DeskProcess } from "./fixture/desk-process.ts";
import { expectAccessible } from "./fixture/expect-accessible.ts";
import { byPalette, tabTo } from "./fixture/keyboard.ts";
import { NETWORK_FAILURES, PageProblems } from "./fixture/page-problems.ts";
import { choosePassword, firstPassword, signIn } from "./fixture/sign-in.ts";

const { expect } = base;
base.setTimeout(180_000);

base("a role given opens the desk to somebody, and taken shuts it", async () => {
	const desk = await DeskProcess.start(["--sample", "100"], "password");
	const problems = new PageProblems();
	problems.allow([/\b40[0139]\b/, ...NETWORK_FAILURES]);
	const office = await BrowserProfile.open({ baseURL: desk.url, problems });
	const home = await office.elsewhere();
	try {
		const admin = await office.page();
		await admin.goto("/queues/all");
		await signIn(admin, "admin", firstPassword(desk));
		await expectAccessible(admin);
		await expect(admin.locator("[data-ticket-id]").first()).toBeVisible();

		await addTeam(admin, "Field service");
		const oneTimePassword = await addPerson(admin);

		const agent = await home.page();
		await agent.goto("/queues/all");
		await signIn(agent, "mary.okafor", oneTimePassword);
		await choosePassword(agent, "lantern gravel 77");
		await expect(agent.locator("[data-ticket-id]").first()).toBeVisible();
		await workAsAgent(agent);
		await expectNoAdmin(agent);

		expect(await countCaches(agent)).toBe(1);
		await takeRole(admin);
		await expect(agent.getByRole("heading", { name: "Your roles don’t open this desk" })).toBeVisible();
		await expect(agent.getByText("Your roles were changed by an admin")).toBeVisible();
		await expectAccessible(agent);
		await expectNothingLeft(agent);

		await readAudit(admin);
		problems.expectNone();
	} finally {
		await home.dispose();
		await office.dispose();
		await desk.dispose();
	}
});

async function addTeam(page: Page, name: string): Promise<void> {
	await byPalette(page, "Teams");
	await tabTo(page, page.getByRole("textbox", { name: "Name of the new team" }));
	await page.keyboard.type(name);
	await page.keyboard.press("Enter");
	await expect(page.getByRole("list", { name: "Teams of this desk" }).getByText(name)).toBeVisible();
	await expectAccessible(page);
}

/** Answers the one-time password, as it is shown. */
async function addPerson(page: Page): Promise<string> {
	await byPalette(page, "People");
	await expect(page.getByRole("link", { name: "Desk owner" })).toBeVisible();
	await expectAccessible(page);
	await tabTo(page, page.getByRole("button", { name: "Add a person" }));
	await page.keyboard.press("Enter");
	await expect(page.getByRole("textbox", { name: "Name", exact: true })).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(page.getByText("A name is needed.")).toBeVisible();
	await page.keyboard.type("Mary Okafor");
	await page.keyboard.press("Tab");
	await page.keyboard.type("mary.okafor@example.org");
	await expect(page.getByText("Draft kept on this device")).toBeVisible();
	await page.reload();
	await expect(page.getByRole("textbox", { name: "Email" })).toHaveValue("mary.okafor@example.org");
	await tabTo(page, page.getByRole("switch", { name: /^Agent/ }));
	await page.keyboard.press("Space");
	await tabTo(page, page.getByRole("combobox", { name: "Teams" }));
	await page.keyboard.type("Field");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await page.keyboard.press("Escape");
	await tabTo(page, page.getByRole("textbox", { name: "Sign-in name" }));
	await page.keyboard.type("mary.okafor");
	await page.keyboard.press("Enter");
	const password = page.getByRole("textbox", { name: "One-time password" });
	await expect(password).toBeFocused();
	const shown = await password.inputValue();
	await expectAccessible(page);
	await tabTo(page, page.getByRole("button", { name: "Done" }));
	await page.keyboard.press("Enter");
	await expect(password).toBeHidden();
	return shown;
}

async function workAsAgent(page: Page): Promise<void> {
	const window = new ConsoleWindow(page);
	await page.keyboard.press("j");
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/\/tickets\//);
	await page.keyboard.press("w");
	await expect(page.getByRole("textbox", { name: "Work note" })).toBeFocused();
	await page.keyboard.type("Looked at it.");
	await page.keyboard.press("ControlOrMeta+Enter");
	await window.expectInTimeline("Looked at it.");
	await expect(window.syncWords).toHaveText("Live");
	await page.keyboard.press("Escape");
}

/** What the role does not allow is shown as not possible, with the reason. */
async function expectNoAdmin(page: Page): Promise<void> {
	await byPalette(page, "People");
	const add = page.getByRole("button", { name: "Add a person" });
	await tabTo(page, add);
	await expect(add).toHaveAttribute("aria-disabled", "true");
	await expect(add).toHaveAccessibleDescription("Your role does not allow this.");
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/\/settings\/people$/);
	await byPalette(page, "Audit trail");
	await expect(page.getByText("Only an admin reads the audit trail")).toBeVisible();
	await byPalette(page, "Your account");
	await expect(page.getByText("Field service")).toBeVisible();
	await expect(page.getByRole("table", { name: "Where you are signed in" }).getByRole("row")).toHaveCount(2);
	await expectAccessible(page);
}

async function takeRole(page: Page): Promise<void> {
	const agent = page.getByRole("switch", { name: /^Agent/ });
	await expect(agent).toBeChecked();
	await tabTo(page, agent);
	await page.keyboard.press("Space");
	await expect(page.getByText("Mary Okafor is not Agent any more")).toBeVisible();
	await expect(agent).not.toBeChecked();
}

/** How many copies of the desk lie on this workstation's disk. */
function countCaches(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const databases = await indexedDB.databases();
		return databases.filter(({ name }) => name?.startsWith("deskwatch-cache-")).length;
	});
}

/** The scope that was lost is gone from the screen and from the disk, also for who loads the page anew. */
async function expectNothingLeft(page: Page): Promise<void> {
	await expect(page.locator("[data-ticket-id]")).toHaveCount(0);
	await page.goto("/queues/all");
	await expect(page.getByRole("heading", { name: "Your roles don’t open this desk" })).toBeVisible();
	await expect(page.locator("[data-ticket-id]")).toHaveCount(0);
	expect(await countCaches(page)).toBe(0);
	await page.getByRole("link", { name: "Sign in again" }).press("Enter");
	await signIn(page, "mary.okafor", "lantern gravel 77");
	await expect(page.getByRole("heading", { name: "Your roles don’t open this desk" })).toBeVisible();
	await expect(page.getByRole("contentinfo").getByRole("status")).toHaveText(
		"Your role no longer lets you read this desk",
	);
}

async function readAudit(page: Page): Promise<void> {
	await byPalette(page, "Audit trail");
	const rows = page.getByRole("table", { name: "What was changed, the newest first" }).getByRole("row");
	await expect(rows.nth(1)).toContainText("took the role Agent from Mary Okafor");
	await expect(rows.getByText("took Mary Okafor into the team Field service")).toBeVisible();
	await expect(rows.getByText("added the team Field service")).toBeVisible();
	await expectAccessible(page);
}
