import { expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";

test.use({ deskArgs: ["--sample", "20"] });

test("the very first session can be reloaded without a desk, and so can a browser that starts again", async ({
	page,
	profile,
	desk,
	problems,
}) => {
	await page.goto("/checks");
	await expect(page.getByRole("table").getByRole("link").first()).toBeVisible();
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
	await expect
		.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state ?? "none"))
		.toBe("activated");

	problems.allow(NETWORK_FAILURES);
	await desk.kill();
	await page.reload();
	await expect(page.getByRole("table").getByRole("link").first()).toBeVisible();
	await page.goto("/settings");
	await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
	await expectAccessible(page);

	const again = await profile.restart();
	await again.goto(`${desk.url}/checks`);
	await expect(again.getByRole("table").getByRole("link").first()).toBeVisible();
	await expect(again.getByText(/Offline/).first()).toBeVisible();
});
