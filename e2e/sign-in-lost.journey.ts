/** A sign-in ends while somebody works: they work on, and what they did is sent once they are back. */
import { test as base } from "@playwright/test";
import { BrowserProfile } from "./fixture/browser-profile.ts";
import { ConsoleWindow } from "./fixture/console-window.ts";
import { DeskProcess } from "./fixture/desk-process.ts";
import { expectAccessible } from "./fixture/expect-accessible.ts";
import { NETWORK_FAILURES, PageProblems } from "./fixture/page-problems.ts";
import { firstPassword, signIn } from "./fixture/sign-in.ts";

const { expect } = base;
base.setTimeout(120_000);

base("work goes on without the sign-in, and is sent when the same person is back", async () => {
	const desk = await DeskProcess.start(["--sample", "100"], "password");
	const problems = new PageProblems();
	problems.allow([/401/, ...NETWORK_FAILURES]);
	const profile = await BrowserProfile.open({ baseURL: desk.url, problems });
	try {
		const page = await profile.page();
		const window = new ConsoleWindow(page);
		await page.goto("/queues/all");
		await signIn(page, "admin", firstPassword(desk));
		const row = page.locator("[data-ticket-id]").first();
		await expect(row).toBeVisible();
		await expect(window.syncWords).toHaveText("Live");
		await window.waitForKeptFiles();

		await desk.stop();
		await expect(window.syncWords).toHaveText(/^Offline since/);
		await profile.context.clearCookies();
		await row.locator("a").first().click();
		await expect(page).toHaveURL(/\/tickets\//);
		await window.writeWorkNote("Written while the desk was away");
		await desk.restart();
		await expect(window.syncWords).toHaveText(/^Signed out, 1 edit waiting/, { timeout: 45_000 });
		await window.writeWorkNote("Written while signed out");
		const box = page.getByRole("textbox", { name: "Work note" });
		await box.fill("Begun while signed out");
		await expectAccessible(page);

		const address = page.url();
		await page.getByRole("contentinfo").getByRole("link", { name: "Sign in" }).click();
		await signIn(page, "admin", firstPassword(desk));
		await expect(window.syncWords).toHaveText("Live", { timeout: 30_000 });
		await page.goto(address);
		await window.expectInTimeline("Written while the desk was away");
		await window.expectInTimeline("Written while signed out");
		await expect(box).toHaveValue("Begun while signed out");
		problems.expectNone();
	} finally {
		await profile.dispose();
		await desk.dispose();
	}
});
