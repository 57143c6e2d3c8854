/** Files go the way of everything typed: kept at once, sent once, readable without the desk. */
import { readFile } from "node:fs/promises";
import type { Locator } from "@playwright/test";
import type { Attachment } from "../shared/api/attachments.ts";
import { type DeskProcess, expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import type { BrowserProfile } from "./fixture/browser-profile.ts";
import { type ChosenFile, ConsoleWindow } from "./fixture/console-window.ts";
import { DeskFile } from "./fixture/desk-file.ts";
import { pictureOf } from "./fixture/picture.ts";

test.use({ deskArgs: ["--sample", "200"] });
test.setTimeout(180_000);

const SCREEN: ChosenFile = { name: "screen.png", mimeType: "image/png", buffer: pictureOf(64, 48) };
const LOG: ChosenFile = {
	name: "boot.log",
	mimeType: "text/plain",
	buffer: Buffer.alloc(6_000_000, "ready\n"),
};
const DRAFTED: ChosenFile = {
	name: "drafted.txt",
	mimeType: "text/plain",
	buffer: Buffer.from("not sent yet"),
};
const PROGRAM: ChosenFile = {
	name: "setup.exe",
	mimeType: "application/octet-stream",
	buffer: Buffer.from("MZ"),
};

test("files attached offline outlive reload and kill, arrive once through a desk killed half way, and stay readable", async ({
	desk,
	profile,
	problems,
}) => {
	problems.allow(NETWORK_FAILURES);
	const [ticket] = await desk.tickets("kind=incident&state=open");
	if (!ticket) throw new Error("the sample has no open incident");
	let window = await openLive(profile);

	await desk.stop();
	await expect(window.syncWords).toHaveText(/^Offline since \d/);
	await window.openTicket(ticket.number);
	await test.step("a file of a kind that may not be attached is refused, and the rest stays", async () => {
		await window.page.getByRole("textbox", { name: "Work note" }).fill("Both are attached.");
		await window.attach([SCREEN, LOG]);
		await window.page.locator("input[type=file]").setInputFiles([{ ...PROGRAM }]);
		await expect(window.page.getByRole("alert")).toContainText("setup.exe");
		await expectAccessible(window.page);
		await window.page.getByRole("button", { name: "Dismiss" }).click();
		await expect(chips(window).getByRole("listitem")).toHaveCount(2);
	});
	await test.step("chosen files outlive a reload; the note is written", async () => {
		await window.reload();
		await expect(chips(window).getByRole("listitem")).toHaveCount(2);
		await window.page.getByRole("textbox", { name: "Work note" }).press("ControlOrMeta+Enter");
		await expectFiles(window, [SCREEN, LOG]);
		await expect(chips(window)).toBeHidden();
	});
	await test.step("a new incident takes one too, and another draft keeps one", async () => {
		await window.createIncident("Printer shows a picture", "Silva", [SCREEN]);
		await expectFiles(window, [SCREEN]);
		await window.attach([DRAFTED]);
	});
	await expect(window.syncWords).toHaveText(/^Offline since \S+, 2 edits waiting$/);

	await test.step("the browser is killed", async () => {
		await profile.kill();
		await profile.launch();
		window = new ConsoleWindow(await profile.page());
		await window.visit("/queues/all");
		await expect(window.syncWords).toHaveText(/^Offline since \S+, 2 edits waiting$/);
		await window.openTicket(ticket.number);
		await expectFiles(window, [SCREEN, LOG]);
	});

	await test.step("the desk is killed in the middle of the large file", async () => {
		const half = window.page.context().waitForEvent("request", {
			predicate: (request) => Number(/\/parts\/(\d+)$/.exec(request.url())?.[1] ?? 0) > 3_000_000,
			timeout: 30_000,
		});
		await desk.restart();
		await half;
		await desk.kill();
		await expect(window.syncWords).toHaveText(/^Offline since/);
	});
	await desk.restart();
	await expect(window.syncWords).toHaveText("Live", { timeout: 60_000 });

	const [created] = await desk.tickets("text=Printer shows a picture");
	expect([...new DeskFile(desk.dataDir).countByIntent().values()]).toEqual([1, 1]);
	await expectOnDesk(desk, ticket.number, [SCREEN, LOG]);
	await expectOnDesk(desk, created?.number ?? "", [SCREEN]);

	await test.step("without the desk they are read: drawn, enlarged, saved", async () => {
		await desk.stop();
		await expect(window.syncWords).toHaveText(/^Offline since \d/);
		await window.openTicket(ticket.number);
		await expectFiles(window, [SCREEN, LOG]);
		await window.page.getByRole("button", { name: /^View screen.png/ }).click();
		const view = window.page.getByRole("dialog", { name: "screen.png" });
		await expect(view.getByRole("img", { name: "screen.png" })).toBeVisible();
		await expectAccessible(window.page);
		await window.page.keyboard.press("Escape");
		const download = window.page.waitForEvent("download");
		await window.page.getByRole("button", { name: /^Download boot.log/ }).click();
		expect((await readFile(await (await download).path())).equals(LOG.buffer)).toBe(true);
	});
	await window.openTicket(created?.number ?? "");
	await expect(chips(window).getByText("drafted.txt")).toBeVisible();
});

test("by key, by drop and by paste; to the caller or not, and taken out again", async ({ page, desk }) => {
	const [ticket] = await desk.tickets("kind=incident&state=open");
	if (!ticket) throw new Error("the sample has no open incident");
	const window = new ConsoleWindow(page);
	await window.visit("/queues/all");
	await window.openTicket(ticket.number);
	const note = page.getByRole("textbox", { name: "Work note" });

	await note.focus();
	const picking = page.waitForEvent("filechooser");
	await page.keyboard.press("ControlOrMeta+u");
	await (await picking).setFiles([{ ...DRAFTED }]);
	await expect(chips(window).getByText("drafted.txt")).toBeVisible();
	await page.getByRole("button", { name: "Remove drafted.txt" }).press("Enter");
	await expect(chips(window)).toBeHidden();

	await hand(note, "drop", "dropped.png");
	await expect(chips(window).getByText("dropped.png")).toBeVisible();
	await page.getByRole("button", { name: "Comment to the caller" }).click();
	await expect(chips(window)).toBeHidden();
	const comment = page.getByRole("textbox", { name: "Comment to the caller" });
	await hand(comment, "paste", "image.png");
	await expect(chips(window).getByText("Pasted image.png")).toBeVisible();
	await expect(chips(window).getByRole("listitem")).toHaveCount(1);
	await comment.press("ControlOrMeta+Enter");
	await window.expectInTimeline("Attached: Pasted image.png");
	await expect.poll(() => attachmentsOf(desk, ticket.number)).toMatchObject([{ name: "Pasted image.png" }]);
	const { history } = await desk.ticket(ticket.number);
	expect(history.at(-1)?.note?.kind).toBe("comment");
	await page.getByRole("button", { name: "Work note" }).click();
	await expect(chips(window).getByText("dropped.png")).toBeVisible();
});

/** Brings a picture as the mouse or the clipboard does. */
async function hand(target: Locator, how: "drop" | "paste", name: string): Promise<void> {
	await target.evaluate(
		(element, [type, fileName, bytes]) => {
			const data = new DataTransfer();
			data.items.add(new File([Uint8Array.from(bytes)], fileName, { type: "image/png" }));
			const event =
				type === "drop"
					? new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })
					: new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
			element.dispatchEvent(event);
		},
		[how, name, [...SCREEN.buffer]] as const,
	);
}

test("another workstation has what it opened when the desk goes away, and says what it has not", async ({
	desk,
	profile,
	problems,
}) => {
	problems.allow(NETWORK_FAILURES);
	const [ticket] = await desk.tickets("kind=incident&state=open");
	if (!ticket) throw new Error("the sample has no open incident");
	const files = [SCREEN, { ...LOG, buffer: Buffer.alloc(3_000_000, "ready\n") }];
	const window = await openLive(profile);
	await window.openTicket(ticket.number);
	await window.attach(files);
	await window.page.getByRole("textbox", { name: "Work note" }).press("ControlOrMeta+Enter");
	await window.expectInTimeline("Attached: screen.png, boot.log");
	await expect.poll(async () => (await attachmentsOf(desk, ticket.number)).length).toBe(2);

	const other = await profile.elsewhere();
	const there = await openLive(other);
	await there.openTicket(ticket.number);
	await expect(there.page.getByRole("button", { name: /^View screen.png/ })).toBeVisible();
	await expect(there.page.getByRole("button", { name: /^Download boot.log/ })).toContainText(
		"Not on this device",
	);
	await desk.stop();
	await expect(there.syncWords).toHaveText(/^Offline since \d/);
	await there.page.getByRole("button", { name: /^Download boot.log/ }).click();
	await expect(there.page.getByText("is not on this device")).toBeVisible();
	await there.reload();
	await expect(there.page.getByRole("button", { name: /^View screen.png/ })).toBeVisible();
	await expectAccessible(there.page);
	await other.dispose();
});

test("a download that was cut goes on where it was, also after a reload, byte for byte", async ({
	desk,
	profile,
	problems,
}) => {
	problems.allow(NETWORK_FAILURES);
	const [ticket] = await desk.tickets("kind=incident&state=open");
	if (!ticket) throw new Error("the sample has no open incident");
	const long = {
		...LOG,
		buffer: Buffer.from(Array.from({ length: 400_000 }, (_, line) => `${line}\n`).join("")),
	};
	const window = await openLive(profile);
	await window.openTicket(ticket.number);
	await window.attach([long]);
	await window.page.getByRole("textbox", { name: "Work note" }).press("ControlOrMeta+Enter");
	await expect.poll(async () => (await attachmentsOf(desk, ticket.number)).length).toBe(1);

	const other = await profile.elsewhere();
	const there = await openLive(other);
	await there.openTicket(ticket.number);
	const download = there.page.getByRole("button", { name: /^Download boot.log/ });
	const asked: string[] = [];
	await there.page.route("**/content", async (route) => {
		asked.push(route.request().headers().range ?? "");
		if (asked.length > 2) await route.abort("connectionreset");
		else await route.continue();
	});
	await download.click();
	await expect(there.page.getByText("could not be fetched")).toBeVisible({ timeout: 20_000 });
	const resumedAt = asked.at(-1);
	await there.page.unroute("**/content");
	await there.reload();
	const again: string[] = [];
	there.page.on("request", (request) => {
		if (request.url().endsWith("/content")) again.push(request.headers().range ?? "");
	});
	const saving = there.page.waitForEvent("download");
	await download.click();
	const saved = await readFile(await (await saving).path());
	expect(saved.equals(long.buffer)).toBe(true);
	expect(again[0]?.split("-")[0]).toBe(resumedAt?.split("-")[0]);
	expect(again[0]).not.toMatch(/^bytes=0-/);

	await desk.stop();
	await expect(there.syncWords).toHaveText(/^Offline since \d/);
	const offline = there.page.waitForEvent("download");
	await download.click();
	expect((await readFile(await (await offline).path())).equals(long.buffer)).toBe(true);
	await other.dispose();
});

async function openLive(profile: BrowserProfile): Promise<ConsoleWindow> {
	const window = new ConsoleWindow(await profile.page());
	await window.visit("/queues/all");
	await expect(window.syncWords).toHaveText("Live");
	await window.waitForKeptFiles();
	return window;
}

function chips({ page }: ConsoleWindow) {
	return page.getByRole("list", { name: "Files to be sent" });
}

/** The newest entry with files shows these. */
async function expectFiles({ page }: ConsoleWindow, files: readonly ChosenFile[]): Promise<void> {
	const list = page.getByRole("list", { name: "Attached files" }).first();
	await expect(list.getByRole("button")).toHaveCount(files.length);
	for (const { name } of files) await expect(list.getByText(name, { exact: true })).toBeVisible();
	if (files.includes(SCREEN))
		await expect(list.getByRole("button", { name: /^View screen.png/ })).toBeVisible();
	await expect(list.getByText("Not on this device")).toHaveCount(0);
}

async function attachmentsOf(desk: DeskProcess, key: string): Promise<readonly Attachment[]> {
	const { history } = await desk.ticket(key);
	return history.flatMap(({ attachments = [] }) => attachments);
}

/** All of them once, byte for byte. */
async function expectOnDesk(desk: DeskProcess, key: string, files: readonly ChosenFile[]): Promise<void> {
	const attached = await attachmentsOf(desk, key);
	expect(attached.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
	for (const [index, { id }] of attached.entries()) {
		const content = await fetch(new URL(`/api/attachments/${id}/content`, desk.url));
		expect(Buffer.from(await content.arrayBuffer()).equals(files[index]?.buffer ?? Buffer.alloc(0))).toBe(
			true,
		);
	}
}
