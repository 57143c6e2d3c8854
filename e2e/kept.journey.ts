import { type DeskProcess, expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";

test.use({ deskArgs: ["--sample", "400"] });

interface Listed {
	readonly total: number;
	readonly tickets: readonly { readonly number: string; readonly updatedAt: number }[];
}

/** The ended ticket that nobody touched for the longest time. */
async function oldestEnded(desk: DeskProcess): Promise<Listed> {
	const response = await fetch(`${desk.url}/api/tickets?state=6,7&order=updatedAt&limit=1`);
	return (await response.json()) as Listed;
}

test("a workstation drops what ended long ago, still opens it while the desk is there, and takes it back", async ({
	page,
	desk,
	problems,
}) => {
	const [oldest] = (await oldestEnded(desk)).tickets;
	await page.goto("/settings#kept");
	const kept = page.getByRole("region", { name: "Kept on this workstation" });
	await expect(kept.getByRole("status")).toContainText(/4\d\d tickets are kept/);
	await expectAccessible(page);
	await kept.getByRole("combobox", { name: "Tickets that are resolved or closed" }).click();
	await page.getByRole("option", { name: "for 1 month" }).click();
	await expect(kept.getByRole("status")).not.toContainText(/4\d\d tickets are kept/, { timeout: 20_000 });

	await page.goto(`/tickets/${oldest?.number}`);
	await expect(page.getByText(oldest?.number ?? "").first()).toBeVisible();
	await expect(page.getByText(/There is no ticket/)).toBeHidden();

	problems.allow(NETWORK_FAILURES);
	await desk.kill();
	await page.reload();
	await expect(page.getByText(`There is no ticket ${oldest?.number} here.`)).toBeVisible();

	await desk.restart();
	await page.goto("/settings#kept");
	await kept.getByRole("combobox", { name: "Tickets that are resolved or closed" }).click();
	await page.getByRole("option", { name: "for ever" }).click();
	await expect(kept.getByRole("status")).toContainText(/4\d\d tickets are kept/, { timeout: 20_000 });
});
