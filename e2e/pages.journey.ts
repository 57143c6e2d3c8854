/** Every page of the console, found by its links, in both themes: axe finds nothing serious, and each has its heading. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./desk.ts";

test.use({ deskArgs: ["--sample", "300"] });
test.setTimeout(240_000);
test.describe.configure({ mode: "parallel" });

/** Where links lead from, and what no link leads to. */
const BEGIN = [
	"/home",
	"/queues/all",
	"/queues/approvals",
	"/tickets/INC9999999",
	"/new/incident",
	"/new/problem",
	"/new/change",
	"/new/request",
	"/changes/new",
	"/changes/standard",
	"/changes/calendar",
	"/services/new",
	"/services/import",
	"/checks/new",
	"/settings/changes",
	"/settings/catalogue",
	"/settings/catalogue/new",
	"/settings/service-levels/recalculate",
	"/settings/lifecycles/new",
	"/settings/people/new",
	"/search?q=printer",
	"/sync",
	"/mail",
	"/setup",
	"/no-such-page",
];
/** What links must have led to, beside those. */
const FOUND = [
	"/queues/mine",
	"/queues/ageing",
	"/tickets/INC",
	"/majors",
	"/workload",
	"/alerts",
	"/checks",
	"/checks/:id",
	"/knowledge",
	"/knowledge/:id",
	"/services",
	"/services/:id",
	"/settings",
	"/settings/account",
	"/settings/replies",
	"/settings/people",
	"/settings/people/:id",
	"/settings/teams",
	"/settings/teams/:id",
	"/settings/service-levels",
	"/settings/service-levels/policies/:id",
	"/settings/service-levels/calendars/:id",
	"/settings/lifecycles",
	"/settings/lifecycles/:id",
	"/settings/mail",
	"/settings/audit",
];
const WORDS: ReadonlySet<string> = new Set(["new", "import", "recalculate", "calendar", "standard", "edit"]);
const PARENTS: ReadonlySet<string> = new Set([
	"knowledge",
	"services",
	"checks",
	"people",
	"teams",
	"policies",
	"calendars",
	"catalogue",
	"lifecycles",
]);

for (const colorScheme of ["light", "dark"] as const)
	test(`every page is accessible in the ${colorScheme} theme`, async ({ page, desk, problems }) => {
		problems.allow([/404/]);
		await page.setViewportSize({ width: 1280, height: 800 });
		await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
		await page.goto("/queues/all");
		await expect(page.getByRole("grid").locator("[data-ticket-id]").first()).toBeVisible();
		const seen = new Set<string>();
		const numbers = (await desk.tickets()).map(({ number }) => `/tickets/${number}`);
		const waiting = [...BEGIN, ...new Map(numbers.map((path) => [patternOf(path), path])).values()];
		for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
			const pattern = patternOf(path);
			if (seen.has(pattern)) continue;
			seen.add(pattern);
			await show(page, path);
			await test.step(path, async () => {
				await expectAccessible(page);
				expect.soft(await page.locator("h1").count(), `headings of ${path}`).toBe(1);
				expect.soft(await overflowOf(page), `what ${path} scrolls sideways`).toBe(0);
			});
			waiting.push(...(await linksOf(page)));
		}
		expect(FOUND.filter((pattern) => !seen.has(pattern))).toEqual([]);
		await page.goto("/wall");
		await expect(page.getByRole("region", { name: "Services" })).toBeVisible();
		await expectAccessible(page);
	});

/** As a link does it, so that the worker and the cache need not begin anew. */
async function show(page: Page, path: string): Promise<void> {
	const before = await page.title();
	await page.evaluate((to) => history.pushState(null, "", to), path);
	// Its own title, too; until then the page before is drawn.
	await expect(page).not.toHaveTitle(before);
	await expect(page.locator("main h1").first()).toBeVisible();
	await expect(page.locator("main [aria-busy='true']")).toHaveCount(0);
}

function linksOf(page: Page): Promise<string[]> {
	return page
		.locator("a[href^='/']")
		.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
}

/** One page stands for all that differ only by what they show. */
function patternOf(path: string): string {
	const parts = (path.split(/[?#]/)[0] ?? "").split("/").filter((part) => part !== "");
	return `/${parts.map((part, at) => partOf(part, parts[at - 1])).join("/")}`;
}

function partOf(part: string, parent: string | undefined): string {
	if (parent === "tickets") return /^[A-Z]+/.exec(part)?.[0] ?? ":id";
	return parent && PARENTS.has(parent) && !WORDS.has(part) ? ":id" : part;
}

function overflowOf(page: Page): Promise<number> {
	return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
