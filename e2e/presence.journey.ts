/** Two agents side by side: each sees at which tickets the other is, and neither is held up by it. */
import type { Page } from "@playwright/test";
import { z } from "zod";
import { expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { ConsoleWindow } from "./fixture/console-window.ts";

test.use({ deskArgs: ["--sample", "60"] });
test.setTimeout(90_000);

const peopleSchema = z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) });
/** A second by far, on a machine that does other things as well. */
const SOON = { timeout: 5_000 };

/** Somebody else begins at another workstation. */
async function becomeAgent(page: Page): Promise<string> {
	const answer = await page.request.get("/api/people?role=agent");
	const [agent] = peopleSchema.parse(await answer.json()).people.filter(({ id }) => id !== "owner");
	if (!agent) throw new Error("the sample has no agent");
	await page.request.post("/api/session/act-as", { data: { personId: agent.id } });
	return agent.name;
}

test("who is at a ticket, or types there, is seen by others in list and page, and is never in their way", async ({
	page,
	desk,
	profile,
	problems,
}) => {
	problems.allow(NETWORK_FAILURES);
	const theirs = await profile.elsewhere();
	try {
		const other = await theirs.page();
		await other.goto("/setup");
		const name = await becomeAgent(other);
		await page.goto("/queues/all?sort=number");
		await other.goto("/queues/all?sort=number");
		const mine = new ConsoleWindow(page);
		await expect(mine.syncWords).toHaveText("Live");
		await expect(new ConsoleWindow(other).syncWords).toHaveText("Live");

		const first = page.locator("[data-ticket-id]").first();
		const number = (await first.locator("a").first().textContent()) ?? "";
		const inList = (what: string) => first.getByRole("img", { name: new RegExp(`${name} is ${what}`) });
		await other.getByRole("grid").focus();
		await other.keyboard.press("Home");
		await other.keyboard.press("Enter");
		await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
		await expect(inList("here")).toBeVisible(SOON);
		await expectAccessible(page);

		await other.keyboard.press("w");
		await other.keyboard.type("I will call them");
		await expect(inList("typing")).toBeVisible(SOON);
		await expect(page.locator("[data-ticket-id]").nth(1).getByRole("img", { name })).toHaveCount(0);

		await page.getByRole("grid").focus();
		await page.keyboard.press("Home");
		await page.keyboard.press("Enter");
		const bar = page.locator("[data-ticket-number]", { hasText: number }).locator("..");
		await expect(bar.getByText(`${name} is`)).toBeVisible(SOON);
		const theirBar = other.locator("[data-ticket-number]", { hasText: number }).locator("..");
		await expect(theirBar.getByText(/Desk owner is here/)).toBeVisible(SOON);
		// Five seconds after the last letter nobody types any more.
		await expect(bar.getByText(`${name} is here`)).toBeVisible({ timeout: 15_000 });
		await expectAccessible(page);

		// Both write, at the same time.
		await mine.writeWorkNote("Called them already");
		await expect(other.getByRole("region", { name: "Timeline" })).toContainText("Called them already");
		await expect(other.getByRole("textbox", { name: "Work note" })).toHaveValue("I will call them");

		await desk.stop();
		await expect(mine.syncWords).toHaveText(/^Offline since/);
		await expect(bar.getByText(`${name} is`)).toBeHidden();
		await desk.restart();
		await expect(bar.getByText(`${name} is here`)).toBeVisible({ timeout: 45_000 });

		// In the list the chosen ticket is beside it: who goes on to the next one has left this.
		await other.getByRole("link", { name: "Back to the queue" }).click();
		await other.getByRole("grid").focus();
		await other.keyboard.press("ArrowDown");
		await expect(bar.getByText(`${name} is`)).toBeHidden(SOON);
	} finally {
		await theirs.dispose();
	}
});
