/** What is known, by keyboard: written from a resolution, suggested, linked, rated, worded anew, and read without the desk. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { Colleague } from "./fixture/colleague.ts";
import { ConsoleWindow } from "./fixture/console-window.ts";
import { openByNumber, tabTo, takeOption } from "./fixture/keyboard.ts";

test.use({ deskArgs: ["--sample", "60"] });
test.setTimeout(120_000);

const TITLE = "Badge reader at the gate blinks twice";
const FIX = "Hold the reset button for ten seconds.";

const knowledge = (page: Page) => page.getByRole("main").getByRole("region", { name: "Knowledge" });
const linked = (page: Page) => knowledge(page).getByRole("list", { name: "Linked articles" });
const suggested = (page: Page) => page.getByRole("list", { name: "Articles that may help" });

test("an article is written from a resolution, suggested for the next ticket, linked, rated and worded anew", async ({
	page,
	desk,
	problems,
}) => {
	const colleague = new Colleague(desk);
	const solved = await colleague.open("incident", {
		shortDescription: TITLE,
		description: "Nobody gets in at the north gate.",
		callerId: "owner",
		impact: 2,
		urgency: 2,
		assigneeId: "owner",
	});
	await colleague.change(solved.id, { state: 2 });
	await colleague.change(solved.id, { state: 6, closeCode: "Solved (Permanently)", closeNotes: FIX });
	await page.goto("/queues/open");
	await expect(page.getByRole("grid")).toBeVisible();
	await openByNumber(page, solved.number);

	// Written from the resolution, for everybody.
	await tabTo(page, knowledge(page).getByRole("button", { name: "Write an article from this" }));
	await page.keyboard.press("Enter");
	await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue(TITLE);
	await expect(page.getByRole("textbox", { name: "Title" })).toBeFocused();
	const text = page.getByRole("textbox", { name: "Text" });
	await expect(text).toHaveValue(`Problem\nNobody gets in at the north gate.\n\nSolution\n${FIX}`);
	await tabTo(page, page.getByRole("combobox", { name: "For" }));
	await page.keyboard.press("Enter");
	await takeOption(page, page.getByRole("option", { name: "Everybody" }));
	await expect(page.getByRole("combobox", { name: "For" })).toHaveValue("Everybody");
	await expectAccessible(page);
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
	await expect(page.getByRole("link", { name: solved.number })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole("link", { name: solved.number }).focus();
	await page.keyboard.press("Enter");
	await expect(linked(page).getByRole("button", { name: new RegExp(`^${TITLE}`) })).toBeVisible();

	// Suggested while the next one is typed, and read without leaving the form.
	await page.keyboard.press("Shift+N");
	const subject = page.getByRole("textbox", { name: "Short description" });
	await subject.focus();
	await page.keyboard.type("The gate’s badge reader is blinking");
	await expect(suggested(page).getByRole("button")).toHaveCount(1);
	await suggested(page).getByRole("button").focus();
	await page.keyboard.press("Enter");
	const reader = page.getByRole("dialog", { name: TITLE });
	await expect(reader).toContainText(FIX);
	await expectAccessible(page);
	await page.keyboard.press("Escape");
	await expect(subject).toHaveValue("The gate’s badge reader is blinking");

	// On another ticket: linked by key, undone by key, linked again from what is suggested.
	const next = await colleague.open("incident", {
		shortDescription: "Gate: badge reader blinks",
		callerId: "owner",
		impact: 2,
		urgency: 2,
	});
	await page.keyboard.press("Escape");
	await page.goto(`/tickets/${next.number}`);
	await expect(suggested(page).getByRole("button", { name: new RegExp(`^${TITLE}`) })).toBeVisible();
	await page.keyboard.press("l");
	const picker = page.getByRole("dialog", { name: "Link an article" });
	await expect(picker.getByRole("textbox", { name: "Find an article" })).toBeFocused();
	await page.keyboard.type("badge");
	await expect(picker.getByRole("option")).toHaveCount(1);
	await page.keyboard.press("Enter");
	await expect(linked(page).getByRole("listitem")).toHaveCount(1);
	await page.keyboard.press("ControlOrMeta+z");
	await expect(linked(page)).toBeHidden();
	await tabTo(page, page.getByRole("button", { name: `Link “${TITLE}”` }));
	await page.keyboard.press("Enter");
	await expect(linked(page).getByRole("listitem")).toHaveCount(1);
	await expect(page.getByRole("region", { name: "Timeline" })).toContainText(TITLE);
	await expect.poll(async () => (await desk.ticket(next.number)).ticket.$articles ?? null).not.toBeNull();
	await expectAccessible(page);

	// Rated, and worded anew; the first wording comes back.
	await page.keyboard.press("g");
	await page.keyboard.press("n");
	await expect(page.getByRole("heading", { level: 1, name: "Knowledge" })).toBeVisible();
	await page.keyboard.press("/");
	await page.keyboard.type("reset butt");
	await expect(page.getByRole("list", { name: "Articles" }).getByRole("link")).toHaveCount(1);
	await expectAccessible(page);
	await page.keyboard.press("Escape");
	await page.getByRole("list", { name: "Articles" }).getByRole("link").focus();
	await page.keyboard.press("Enter");
	await tabTo(page, page.getByRole("button", { name: "It helped" }));
	await page.keyboard.press("Enter");
	await expect(page.getByText("Helped 1 of 1")).toBeVisible();
	await page.keyboard.press("e");
	await expect(page.getByRole("textbox", { name: "Title" })).toBeFocused();
	await tabTo(page, text);
	await page.keyboard.press("ControlOrMeta+a");
	await page.keyboard.type("Call the porter.");
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(page.getByText("Call the porter.")).toBeVisible();
	await tabTo(page, page.getByRole("button", { name: /^Version 1/ }));
	await page.keyboard.press("Enter");
	const earlier = page.getByRole("dialog", { name: `${TITLE}: version 1` });
	await expect(earlier).toContainText(FIX);
	await tabTo(page, earlier.getByRole("button", { name: "Make this the current one" }));
	await page.keyboard.press("Enter");
	await expect(earlier).toBeHidden();
	await expect(page.getByRole("button", { name: /^Version 3/ })).toBeVisible();
	await expect(page.getByRole("main").getByText(FIX)).toBeVisible();

	// Without the desk it is read and linked; what needs the desk says so.
	problems.allow(NETWORK_FAILURES);
	const console = new ConsoleWindow(page);
	await console.waitForKeptFiles();
	await desk.stop();
	await expect(console.syncWords).toHaveText(/^Offline since/);
	await page.reload();
	await expect(page.getByRole("main").getByText(FIX)).toBeVisible();
	await openByNumber(page, next.number);
	await expect(linked(page).getByRole("listitem")).toHaveCount(1);
});
