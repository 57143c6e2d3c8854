import { deviceListSchema } from "../shared/api/desk.ts";
import { expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { BrowserProfile } from "./fixture/browser-profile.ts";

test.use({ deskArgs: ["--sample", "60"] });

test("a wall signs in by its token, tells the truth while the desk is gone, and ends when it is revoked", async ({
	page,
	desk,
	problems,
}) => {
	const screen = await BrowserProfile.open({ baseURL: desk.url, problems });
	try {
		await page.goto("/settings");
		await page.getByLabel("Where it hangs").fill("NOC, left screen");
		await page.getByRole("button", { name: "Add a wall" }).click();
		const link = await page.getByLabel("Link for the wall").inputValue();
		expect(link).toContain(`${desk.url}/wall#token=`);
		await expectAccessible(page);

		const wall = await screen.page();
		await wall.goto(link);
		const services = wall.getByRole("region", { name: "Services" });
		await expect(services.getByRole("listitem").first()).toBeVisible();
		expect(wall.url()).toBe(`${desk.url}/wall`);
		// At a desk without sign-in a wall would show without its token, too: it must be known as the device.
		await expect
			.poll(async () => (await desk.get("/api/devices", deviceListSchema)).devices[0]?.lastSeenAt ?? null)
			.not.toBeNull();
		await expect(wall.getByText("Live")).toBeVisible();
		for (const name of ["Open incidents", "Open alerts", "Breaching next", "Oldest"])
			await expect(wall.getByRole("region", { name })).toContainText(/seen|just now/);
		await expectAccessible(wall);
		await wall.getByRole("button", { name: "Switch to the light theme" }).click();
		await expectAccessible(wall);

		await wall.reload();
		await expect(services.getByText("Up").first()).toBeVisible();

		problems.allow(NETWORK_FAILURES);
		await desk.kill();
		await expect(wall.getByText(/Desk out of reach for/)).toBeVisible({ timeout: 25_000 });
		await expect(services.getByText("Up", { exact: true })).toHaveCount(0);
		await expect(services.getByText("Unknown").first()).toBeVisible();
		await expectAccessible(wall);
		await wall.reload();
		await expect(wall.getByRole("heading", { name: "Connecting to the desk" })).toBeVisible();

		await desk.restart();
		await expect(services.getByText("Up").first()).toBeVisible({ timeout: 25_000 });
		await expect(wall.getByText("Live")).toBeVisible();

		const { devices } = await desk.get("/api/devices", deviceListSchema);
		for (const { id } of devices) await fetch(`${desk.url}/api/devices/${id}`, { method: "DELETE" });
		problems.allow([/status of 401/]);
		await expect(wall.getByRole("heading", { name: /access was taken away/ })).toBeVisible();
		await expect(services).toHaveCount(0);
		await wall.goto(link);
		await expect(wall.getByRole("heading", { name: /does not open the wall any more/ })).toBeVisible();
		await expectAccessible(wall);
	} finally {
		await screen.dispose();
	}
});

test("a browser in which somebody works becomes a wall only when asked to, and can go back", async ({
	page,
	desk,
	problems,
}) => {
	await page.goto("/settings");
	await page.getByLabel("Where it hangs").fill("Hall");
	await page.getByRole("button", { name: "Add a wall" }).click();
	const link = await page.getByLabel("Link for the wall").inputValue();

	await page.goto("/");
	await page.goto(link);
	const services = page.getByRole("region", { name: "Services" });
	await page.getByRole("button", { name: "Have a look as myself" }).click();
	await expect(services).toBeVisible();
	await page.goto("/home");
	await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();

	problems.allow([/status of 40[13]/]);
	await page.goto(link);
	await page.getByRole("button", { name: "Make it a wall" }).click();
	await expect(services).toBeVisible();
	await page.goto(`${desk.url}/home`);
	await expect(page.getByRole("heading", { name: "This browser is signed in as a wall" })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole("button", { name: "Sign the wall out" }).click();
	await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
});

test("the device's date does not matter to a wall", async ({ page }) => {
	await page.clock.install({ time: new Date("2031-05-05T05:05:05Z") });
	await page.goto("/wall");
	await page.clock.resume();
	const services = page.getByRole("region", { name: "Services" });
	await expect(services.getByText("Up").first()).toBeVisible();
	await expect(page.getByText(/Desk out of reach/)).toHaveCount(0);
	await expect(services).toContainText(/seen \d+ s ago|just now/);
});

for (const [width, height] of [
	[1366, 768],
	[1920, 1080],
	[3840, 2160],
] as const) {
	test(`everything on the wall fits ${width} by ${height}, in letters to be read from afar`, async ({
		page,
	}) => {
		await page.setViewportSize({ width, height });
		await page.goto("/wall");
		const services = page.getByRole("region", { name: "Services" });
		await expect(services.getByRole("listitem").first()).toBeVisible();
		const found = await page.evaluate(() => ({
			scrolls:
				document.documentElement.scrollHeight > innerHeight ||
				document.documentElement.scrollWidth > innerWidth,
			smallest: Math.min(
				...[...document.querySelectorAll("main *")]
					.filter((element) => element.childElementCount === 0 && element.textContent?.trim())
					.map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
			),
		}));
		expect(found.scrolls).toBe(false);
		expect(found.smallest / height).toBeGreaterThan(0.018);
	});
}
