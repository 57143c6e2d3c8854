/** Views of one's own and of everybody, by keyboard: saved, found, counted offline, changed by two at once, taken away and back. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { takeOption } from "./fixture/keyboard.ts";

test.use({ deskArgs: ["--sample", "400"] });

const list = (page: Page) => page.getByRole("navigation", { name: "Saved views" });
const rows = (page: Page) => page.getByRole("grid").locator("[data-ticket-id]");
const totalOf = async (page: Page) =>
	Number(((await page.getByRole("search").getByRole("status").textContent()) ?? "").replace(/\D/g, ""));

async function filterBy(page: Page, words: string): Promise<void> {
	await page.keyboard.press("/");
	await page.keyboard.type(words);
	await page.keyboard.press("Enter");
	await expect(page.getByRole("grid")).toBeFocused();
}

test("a view is saved with its columns, shared, exported, counted offline and kept safe from two editors", async ({
	page,
	desk,
	profile,
	problems,
}) => {
	await page.goto("/queues/open");
	await expect(rows(page).first()).toBeVisible();
	await filterBy(page, "-p5");
	const wanted = (await desk.tickets("state=open")).filter(({ priority }) => priority !== 5);
	await expect.poll(() => totalOf(page)).toBe(wanted.length);

	// Columns: one more in front, one less.
	await page.keyboard.press("Shift+K");
	const columns = page.getByRole("dialog", { name: "Columns" });
	await expect(columns.getByRole("checkbox", { name: "Number" })).toBeFocused();
	await expectAccessible(page);
	await page.keyboard.press("Alt+ArrowDown");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Space");
	await page.keyboard.press("Escape");
	const heads = page.getByRole("columnheader");
	await expect(heads.nth(1)).toHaveText("Number");

	// Saved for everybody.
	await page.keyboard.press("Shift+V");
	const saving = page.getByRole("dialog", { name: "Save view" });
	await expect(saving.getByRole("textbox", { name: "Name" })).toBeFocused();
	await page.keyboard.type("Not planned");
	await page.keyboard.press("Tab");
	await page.keyboard.press("Enter");
	await takeOption(page, page.getByRole("option", { name: "Everybody" }));
	await page.keyboard.press("Control+Enter");
	await expect(page).toHaveURL(/\/queues\/[0-9a-f-]{36}$/);
	const address = new URL(page.url()).pathname;
	const link = list(page).getByRole("link", { name: `Not planned ${wanted.length} ticket` });
	await expect(link).toBeVisible();
	await expectAccessible(page);

	// What is shown, as a file.
	const shown = (await heads.allTextContents()).map((head) => head.trim());
	const download = page.waitForEvent("download");
	await page.keyboard.press("Shift+E");
	const text = await readFile(await (await download).path(), "utf8");
	const records: string[][] = parse(text, { bom: true });
	expect(records[0]?.filter((head) => head !== "Hold reason" && head !== "Breached")).toEqual(shown);
	expect(records.length - 1).toBe(wanted.length);

	// Another workstation has it at once, finds it by name and by key, and by its address.
	const other = await profile.elsewhere();
	const there = await other.page();
	await there.goto("/queues/mine");
	await expect(list(there).getByRole("link", { name: /^Not planned/ })).toBeVisible();
	await there.keyboard.press("g");
	await there.keyboard.press("1");
	await expect(there).toHaveURL(new RegExp(`${address}$`));
	await expect.poll(() => totalOf(there)).toBe(wanted.length);
	await expect(there.getByRole("columnheader").nth(1)).toHaveText("Number");

	// A browser writes every refusal to its console.
	problems.allow([/api\/views.*409/]);
	// Both change it; the second is told before and with saving, and keeps theirs over it.
	await filterBy(page, "-p5 kind:incident");
	await filterBy(there, "-p5 older:1d");
	await there.getByRole("button", { name: "Save in “Not planned”" }).press("Enter");
	await expect(there.getByText("“Not planned” saved")).toBeVisible();
	await expect(page.getByText(/changed “Not planned” meanwhile/)).toBeVisible();
	await page.getByRole("button", { name: "Save in “Not planned”" }).press("Enter");
	const conflict = page.getByRole("dialog", { name: "“Not planned” was changed meanwhile" });
	await expect(conflict.getByRole("row", { name: /^Words/ })).toContainText("-p5 kind:incident");
	await expect(conflict.getByRole("row", { name: /^Words/ })).toContainText("-p5 older:1d");
	await expectAccessible(page);
	await conflict.getByRole("button", { name: "Save mine over theirs" }).press("Enter");
	const incidents = wanted.filter(({ kind }) => kind === "incident");
	await expect.poll(() => totalOf(there)).toBe(incidents.length);
	await other.dispose();

	// Without the desk it is there, counted, and can't be changed; why is said.
	problems.allow(NETWORK_FAILURES);
	await desk.stop();
	await expect(page.locator("footer")).toContainText("Offline");
	await page.reload();
	await expect.poll(() => totalOf(page)).toBe(incidents.length);
	await expect(
		list(page).getByRole("link", { name: `Not planned ${incidents.length} ticket` }),
	).toBeVisible();
	await list(page).getByRole("button", { name: "Actions of Not planned" }).press("Enter");
	await expect(page.getByRole("menuitem", { name: "Delete" })).toBeDisabled();
	await page.keyboard.press("Escape");
	await desk.restart();

	// Taken away, and back.
	await expect(page.locator("footer")).toContainText("Live");
	await list(page).getByRole("button", { name: "Actions of Not planned" }).press("Enter");
	await page.getByRole("menuitem", { name: "Delete" }).press("Enter");
	await expect(page).toHaveURL(/\/queues\/open/);
	await expect(list(page)).toBeHidden();
	await page.getByRole("button", { name: "Undo" }).press("Enter");
	await expect(list(page).getByRole("link", { name: /^Not planned/ })).toBeVisible();
	await page.goto(address);
	await expect.poll(() => totalOf(page)).toBe(incidents.length);
});
