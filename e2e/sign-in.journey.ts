import { test as base } from "@playwright/test";
import { BrowserProfile } from "./fixture/browser-profile.ts";
import { DeskProcess } from "./fixture/desk-process.ts";
import { expectAccessible } from "./fixture/expect-accessible.ts";
import { PageProblems } from "./fixture/page-problems.ts";
import { firstPassword, signIn } from "./fixture/sign-in.ts";

const { expect } = base;

base("signing in with the first password, and choosing another, opens the queue", async () => {
	const desk = await DeskProcess.start(["--sample", "100"], "password");
	const problems = new PageProblems();
	problems.allow([/401/]);
	const profile = await BrowserProfile.open({ baseURL: desk.url, problems });
	try {
		const page = await profile.page();
		await page.goto("/queues/all");
		await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
		await expectAccessible(page);
		await signIn(page, "admin", firstPassword(desk));
		await expect(page.locator("[data-ticket-id]").first()).toBeVisible();
		expect(new URL(page.url()).pathname).toMatch(/^\/queues/);
	} finally {
		await profile.dispose();
		await desk.dispose();
	}
});
