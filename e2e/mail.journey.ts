/** Mail both ways by keyboard alone, over a real mail server: set up, a caller’s thread, and what no rule can place. */
import type { Page } from "@playwright/test";
import {
	MAIL_PASSWORD,
	MailServer,
	whyNoMailServer,
} from "../electron/background/mail/mail-server.fixture.ts";
import { type DeskProcess, expect, expectAccessible, test } from "./desk.ts";
import { pressButton, typeInto } from "./fixture/incidents.ts";
import { byPalette, openByNumber, tabTo } from "./fixture/keyboard.ts";

const missing = whyNoMailServer();
test.skip(missing !== null, `mail over a real server: ${missing}`);
test.use({ deskArgs: ["--sample", "20"] });
test.setTimeout(120_000);

const CARA = "cara.holm@example.org";

async function addCaller(desk: DeskProcess): Promise<void> {
	const response = await fetch(new URL("/api/people", desk.url), {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ name: "Cara Holm", email: CARA, roles: ["caller"] }),
	});
	expect(response.status).toBe(201);
}

async function setUp(page: Page, { imapPort, smtpPort }: MailServer): Promise<void> {
	await byPalette(page, "Mailbox");
	await expect(page.getByRole("heading", { name: "Mail", exact: true })).toBeVisible();
	await typeInto(page, page.getByLabel("Address of the desk"), "desk@example.org");
	for (const [name, port] of [
		["Incoming server (IMAP)", imapPort],
		["Outgoing server (SMTP)", smtpPort],
	] as const) {
		const part = page.getByRole("region", { name });
		await typeInto(page, part.getByLabel("Host"), "127.0.0.1");
		await tabTo(page, part.getByLabel("Port"));
		await page.keyboard.press("ControlOrMeta+a");
		await page.keyboard.type(String(port));
		await tabTo(page, part.getByRole("combobox", { name: "Security" }));
		await page.keyboard.press("End");
		await page.keyboard.press("ArrowDown");
		await expect(page.getByRole("option", { name: /^None/ })).toBeVisible();
		await page.keyboard.press("ArrowUp");
		await page.keyboard.press("Enter");
		await expect(part.getByRole("combobox", { name: "Security" })).toHaveValue(/^None/);
		await typeInto(page, part.getByLabel("User"), "desk");
		await typeInto(page, part.getByRole("textbox", { name: "Password" }), MAIL_PASSWORD);
	}
	await pressButton(page, page, "Test both");
	await expect(page.getByText("Signed in")).toHaveCount(2);
	await expect(page.getByRole("region", { name: "What was said" })).not.toContainText(MAIL_PASSWORD);
	await expectAccessible(page);
	await pressButton(page, page, "Save");
	await expect(page.getByText("Watching for mail")).toBeVisible();
	await expect(page.getByText("Kept; type to replace it")).toHaveCount(0);
}

const write = (
	server: MailServer,
	from: string,
	subject: string,
	more: readonly string[],
	text: readonly string[],
) => server.send(from, "desk@example.org", [`From: ${from}`, `Subject: ${subject}`, ...more, "", ...text]);

test("a caller’s thread, and mail that waits for somebody", async ({ page, desk }) => {
	const server = await MailServer.start(["desk", "cara.holm"]);
	try {
		await addCaller(desk);
		await page.goto("/queues/all");
		await expect(page.locator("[data-ticket-id]").first()).toBeVisible();
		await setUp(page, server);

		await write(server, CARA, "Projector is dark", ["Message-ID: <first@pc.example.org>"], ["In room 12."]);
		const opened = async () => (await desk.tickets("text=Projector")).at(0)?.number ?? "";
		await expect.poll(opened, { timeout: 15_000 }).not.toBe("");
		const number = await opened();
		await openByNumber(page, number);
		await page.keyboard.press("w");
		await page.keyboard.type("The lamp is probably dead.");
		await page.keyboard.press("ControlOrMeta+Enter");
		await page.keyboard.press("Escape");
		await page.keyboard.press("c");
		await page.keyboard.type("Is its lamp on?");
		await page.keyboard.press("ControlOrMeta+Enter");
		await expect(page.getByText(`Mailed to ${CARA}`)).toBeVisible();
		// The server took it; it is in the box a moment later.
		await expect.poll(async () => (await server.mailbox("cara.holm")).length).toBe(1);
		const arrived = (await server.mailbox("cara.holm")).at(0);
		expect(arrived).toMatchObject({
			subject: `[${number}] Projector is dark`,
			inReplyTo: "<first@pc.example.org>",
		});
		expect(arrived?.text).toContain("Is its lamp on?");
		expect(await server.mailbox("cara.holm")).toHaveLength(1);

		const thread = [`In-Reply-To: ${arrived?.messageId}`];
		const quoted = ["No, it is off.", "", "On Tue, Service desk wrote:", "> Is its lamp on?"];
		await write(server, CARA, "Re: the projector", thread, quoted);
		const answer = page.getByRole("listitem").filter({ hasText: "No, it is off." });
		await expect(answer).toContainText(`By mail from ${CARA}`, { timeout: 15_000 });
		await expect(answer.getByText("> Is its lamp on?")).toBeHidden();
		await tabTo(page, answer.locator("summary"));
		await page.keyboard.press("Enter");
		await expect(answer.getByText("> Is its lamp on?")).toBeVisible();
		await expectAccessible(page);

		await write(server, "stranger@elsewhere.org", `About ${number}`, [], ["I have a spare lamp."]);
		await expect(page.getByRole("link", { name: "Unmatched mail: 1 message waits" })).toBeVisible({
			timeout: 15_000,
		});
		await page.keyboard.press("Escape");
		await byPalette(page, "Unmatched mail");
		const mail = page.getByRole("listitem", { name: `About ${number}` });
		await expect(mail).toContainText("Nobody here has this address");
		await expectAccessible(page);
		await pressButton(page, mail, "Discard");
		await expect(page.getByText("No message waits")).toBeVisible();
		await page.keyboard.press("ControlOrMeta+z");
		await pressButton(page, mail, "Attach to a ticket…");
		const dialog = page.getByRole("dialog");
		await expect(dialog.getByRole("textbox", { name: "Ticket" })).toHaveValue(number);
		await expect(dialog.getByRole("radio", { name: /^A work note/ })).toBeChecked();
		await page.emulateMedia({ colorScheme: "dark" });
		await expectAccessible(page);
		await page.keyboard.press("Enter");
		await expect(dialog).toBeHidden();
		await expect(page.getByText("No message waits")).toBeVisible();
		await openByNumber(page, number);
		await expect(page.getByRole("listitem").filter({ hasText: "I have a spare lamp." })).toContainText(
			"Work note",
		);
		await expectAccessible(page);
		await byPalette(page, "Mailbox");
		await expect(page.getByText("Watching for mail")).toBeVisible();
		await expectAccessible(page);
	} finally {
		await server.stop();
	}
});
