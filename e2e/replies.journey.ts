/** Texts that are written often, by keyboard: kept, shared, filled in on a ticket, also without the desk, never sent with a gap. */
import { expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { takeOption } from "./fixture/keyboard.ts";

test.use({ deskArgs: ["--sample", "300"] });

test("a reply is written once, shared, and reads on each ticket as that says, also while the desk is away", async ({
	page,
	desk,
	profile,
	problems,
}) => {
	const incidents = (await desk.tickets("state=open")).filter(
		({ kind, callerId }) => kind === "incident" && callerId !== null,
	);
	const [first] = incidents.filter(({ serviceId }) => serviceId === null);
	const ticket = first ?? incidents[0];
	if (!ticket) throw new Error("the sample has open incidents");
	await page.goto(`/tickets/${ticket.number}`);
	await expect(page.getByRole("heading", { name: ticket.shortDescription })).toBeVisible();
	await page.goto("/settings/replies");
	await expect(page.getByText("There are no replies yet.")).toBeVisible();
	await page.getByRole("button", { name: "New reply" }).press("Enter");
	const dialog = page.getByRole("dialog", { name: "New reply" });
	await expect(dialog.getByRole("textbox", { name: "Name" })).toBeFocused();
	await page.keyboard.type("We look at it");
	await page.keyboard.press("Tab");
	await page.keyboard.type("Hello {{caller.nmae}}");
	await expect(dialog.getByText("There is no field {{caller.nmae}}.")).toBeVisible();
	for (let letter = 0; letter < 15; letter += 1) await page.keyboard.press("Backspace");
	await dialog.getByRole("button", { name: "Caller’s first name" }).press("Enter");
	await expect(dialog.getByRole("textbox", { name: "Text" })).toBeFocused();
	await page.keyboard.type(", we look at {{ticket.number}}. {{service.name}} is ours.");
	await expectAccessible(page);
	const whose = dialog.getByRole("combobox", { name: "Whose" });
	await whose.focus();
	await page.keyboard.press("Enter");
	await takeOption(page, page.getByRole("option", { name: "Everybody" }));
	await page.keyboard.press("Control+Enter");
	await expect(dialog).toBeHidden();
	await expect(page.getByRole("button", { name: "We look at it" })).toBeVisible();
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme });
		await expectAccessible(page);
	}

	// A colleague has it at once, and uses it while the desk is away.
	const elsewhere = await profile.elsewhere();
	const there = await elsewhere.page();
	await there.goto(`/tickets/${ticket.number}`);
	await expect(there.getByRole("heading", { name: ticket.shortDescription })).toBeVisible();
	problems.allow(NETWORK_FAILURES);
	await desk.stop();
	await there.keyboard.press("c");
	const field = there.getByRole("textbox", { name: "Comment to the caller" });
	await expect(field).toBeFocused();
	await there.keyboard.press("/");
	const picker = there.getByRole("dialog", { name: "Insert a reply" });
	await expect(picker.getByRole("textbox", { name: "Find a reply" })).toBeFocused();
	await there.keyboard.type("look");
	await expect(picker.getByRole("option", { name: /^We look at it/ })).toBeVisible();
	await expectAccessible(there);
	await there.keyboard.press("Enter");
	await expect(field).toBeFocused();
	await expect(field).toHaveValue(new RegExp(`we look at ${ticket.number}`));

	// What the ticket does not say is no text for the caller.
	if ((await field.inputValue()).includes("{{")) {
		await there.keyboard.press("Control+Enter");
		await expect(there.getByText(/^Still open: Service/)).toBeVisible();
		await field.fill((await field.inputValue()).replace("{{service.name}}", "Telephony"));
	}
	await there.keyboard.press("Control+Enter");
	await expect(field).toHaveValue("");
	await desk.restart();
	await expect
		.poll(async () => (await desk.ticket(ticket.number)).history.at(-1)?.note?.text)
		.toMatch(new RegExp(`^Hello \\p{L}+, we look at ${ticket.number}\\. .+ is ours\\.$`, "u"));
});
