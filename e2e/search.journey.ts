/** Tickets are found as people type, by keyboard alone, with and without the desk. */
import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { INTENT_VERSION, intentAnswerSchema } from "../shared/api/intents.ts";
import type { Ticket } from "../shared/ticket/ticket.ts";
import { type DeskProcess, expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";

test.use({ deskArgs: ["--sample", "300"] });

const TITLE = "The certificate of the quokka portal expired";

/** Somebody calls at another console. */
async function callIn(desk: DeskProcess, shortDescription: string): Promise<Ticket> {
	const [known] = await desk.tickets("kind=incident");
	const intent = {
		v: INTENT_VERSION,
		id: randomUUID(),
		ticketId: randomUUID(),
		occurredAt: Date.now(),
		counter: 1,
		type: "create",
		kind: "incident",
		set: { shortDescription, callerId: known?.callerId, impact: 1, urgency: 1 },
	};
	const response = await fetch(new URL("/api/intents", desk.url), {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ deviceId: randomUUID(), fence: 1, intents: [intent] }),
	});
	const answer = intentAnswerSchema.parse(await response.json());
	expect(answer.results).toMatchObject([{ status: "applied" }]);
	const { ticket } = await desk.ticket(intent.ticketId);
	return ticket;
}

/** Types in place of what was typed before. */
async function search(page: Page, text: string): Promise<void> {
	await page.keyboard.press("ControlOrMeta+a");
	await page.keyboard.type(text);
}

function lines(page: Page): Locator {
	return page.getByRole("list", { name: "Tickets found" }).getByRole("listitem");
}

test("a ticket is found by number, parts of words, a typing error, people and filters, also offline", async ({
	page,
	desk,
	problems,
}) => {
	const wanted = await callIn(desk, TITLE);
	await page.goto("/queues/open");
	await expect(page.getByRole("grid").locator("[data-ticket-id]").first()).toBeVisible();

	await page.keyboard.press("g");
	await page.keyboard.press("f");
	await expect(page.getByRole("combobox", { name: "Search all tickets" })).toBeFocused();
	await expect(page.getByText("Type what you know of it.")).toBeVisible();

	const digits = String(Number(wanted.number.slice(3)));
	for (const typed of [wanted.number.toLowerCase(), digits, `INC ${digits}`, "cert quok", "quokka the"]) {
		await search(page, typed);
		await expect(lines(page).first()).toContainText(wanted.number);
	}
	await expect(lines(page).first().locator("mark").first()).toBeVisible();

	await search(page, "quoka");
	await expect(lines(page)).toHaveCount(1);
	await expect(lines(page)).toContainText("Near “quokka”");
	await expect(page.getByRole("status").filter({ hasText: "shown for “quokka”" })).toBeVisible();

	await search(page, "quokka p1 is:open newer:1h");
	await expect(lines(page)).toHaveCount(1);
	await expect(page.getByRole("button", { name: "Remove the filter Priority: P1" })).toBeVisible();
	await search(page, "quokka -p1");
	await expect(page.getByText("No ticket has all of this.")).toBeVisible();
	await search(page, "team:quokka");
	await expect(page.getByText("No team is called “quokka”.")).toBeVisible();

	problems.allow(NETWORK_FAILURES);
	await desk.stop();
	await search(page, "portal quokka");
	await expect(lines(page).first()).toContainText(wanted.number);
	await page.keyboard.press("ArrowDown");
	await expect(lines(page).first().getByRole("link")).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { name: TITLE })).toBeVisible();
	await page.goBack();
	await expect(page.getByRole("combobox", { name: "Search all tickets" })).toHaveValue("portal quokka");
	await expect(lines(page).first()).toContainText(wanted.number);
});

test("filters as words narrow a queue, and are completed by keyboard; the palette marks and leads on", async ({
	page,
	desk,
}) => {
	await callIn(desk, TITLE);
	await page.goto("/queues/all");
	await expect(page.getByRole("grid").locator("[data-ticket-id]").first()).toBeVisible();
	const total = page.getByRole("search").getByRole("status");
	/** As many as the desk has at the moment: its checks may open one meanwhile. */
	const expectTotal = async (query: string) => {
		await expect
			.poll(async () => {
				const { length } = await desk.tickets(query);
				return (await total.textContent()) === `${length} tickets`;
			})
			.toBe(true);
	};

	await page.keyboard.press("/");
	await page.keyboard.type("kind:inc");
	const field = page.getByRole("combobox", { name: "Filter by words" });
	const options = page.getByRole("listbox", { name: "Filters that fit" });
	await expect(options.getByRole("option")).toHaveCount(1);
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await expect(field).toHaveValue("kind:incident ");
	await expect(options).toBeHidden();
	await expectTotal("kind=incident");

	await page.keyboard.type("pri");
	await page.keyboard.press("Alt+ArrowDown");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await expect(field).toHaveValue("kind:incident priority:");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await expect(field).toHaveValue("kind:incident priority:1 ");
	await expectTotal("kind=incident&priority=1");
	await expect(page.getByRole("button", { name: "Remove the filter Kind: Incident" })).toBeVisible();
	await page.keyboard.type("quoka");
	await expect(total).toHaveText("1 ticket, shown for “quokka”");

	// Typed on at once, on a slow machine: no letter goes to the field behind it.
	const devTools = await page.context().newCDPSession(page);
	await devTools.send("Emulation.setCPUThrottlingRate", { rate: 8 });
	await page.keyboard.press("Control+k");
	await page.keyboard.type("certif");
	await devTools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
	const palette = page.getByRole("dialog");
	await expect(
		palette.getByLabel("Command palette").locator("visible=true").and(page.locator("input")),
	).toHaveValue("certif");
	await expect(palette.locator("[data-selected]").locator("mark").first()).toHaveText(/certif/i);
	await page.keyboard.press("Escape");
	await expect(palette).toBeHidden();
});

for (const colorScheme of ["light", "dark"] as const) {
	test(`is usable by everybody in the ${colorScheme} theme`, async ({ page, desk }) => {
		await page.emulateMedia({ colorScheme });
		await callIn(desk, TITLE);
		await page.goto("/search");
		await expect(page.getByText("Type what you know of it.")).toBeVisible();
		await expectAccessible(page);
		await search(page, "quoka p1");
		await expect(lines(page)).toHaveCount(1);
		await expectAccessible(page);
		await page.keyboard.type(" is:");
		await expect(page.getByRole("listbox", { name: "Filters that fit" })).toBeVisible();
		await page.keyboard.press("ArrowDown");
		await expectAccessible(page);
	});
}
