/**
 * What every journey starts from: a desk of its own (the built background process) and a browser
 * profile of its own on disk. Both are gone afterwards, also when the journey failed.
 *
 * `test.use({ deskArgs: ["--sample", "200"] })` chooses what the desk is filled with.
 */
import { test as base, expect } from "@playwright/test";
import { BrowserProfile } from "./fixture/browser-profile.ts";
import { DeskProcess } from "./fixture/desk-process.ts";
import { expectAccessible } from "./fixture/expect-accessible.ts";
import { NETWORK_FAILURES, PageProblems } from "./fixture/page-problems.ts";

interface JourneyFixtures {
	readonly deskArgs: readonly string[];
	readonly desk: DeskProcess;
	/** `problems.allow(NETWORK_FAILURES)` before the desk is taken away. */
	readonly problems: PageProblems;
	readonly profile: BrowserProfile;
}

export const test = base.extend<JourneyFixtures>({
	deskArgs: [[], { option: true }],
	desk: async ({ deskArgs }, use) => {
		const desk = await DeskProcess.start(deskArgs);
		await use(desk);
		await desk.dispose();
	},
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter.
	problems: async ({}, use) => {
		const problems = new PageProblems();
		await use(problems);
		problems.expectNone();
	},
	profile: async ({ desk, problems }, use) => {
		const profile = await BrowserProfile.open({ baseURL: desk.url, problems });
		await use(profile);
		await profile.dispose();
	},
	context: async ({ profile }, use) => {
		await use(profile.context);
	},
	page: async ({ profile }, use) => {
		await use(await profile.page());
	},
});

export { type DeskProcess, expect, expectAccessible, NETWORK_FAILURES };
