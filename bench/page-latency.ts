import type { Page } from "@playwright/test";
import type { Awaited } from "./page-probe.ts";

/** What somebody looks for: words of titles, a number, a name. */
const WORDS = ["password", "printer access", "vpn", "inc0012", "agent 19", "laptop new"];

/**
 * A key is held for so long, ms. Not let go at once: Chromium puts off other work from an input event to its frame,
 * and a key let go within the frame of its press would put the answer off twice, which no hand does.
 */
const HELD_MS = 70;

/** Types words into the queue's filter; milliseconds from each key to the frame with other rows. */
export async function measureKeystrokes(page: Page): Promise<readonly number[]> {
	const samples: number[] = [];
	const field = page.getByPlaceholder(/Filter by/);
	for (const word of WORDS) {
		await field.focus();
		for (const key of word) {
			const press = () => pressKey(page, key === " " ? "Space" : key);
			samples.push(...(await measureAction(page, { kind: "rows" }, press)));
		}
		await field.fill("");
		await page.waitForTimeout(300);
	}
	return samples;
}

/** As a hand does it. */
export function pressKey(page: Page, key: string): Promise<void> {
	return page.keyboard.press(key, { delay: HELD_MS });
}

/** One sample, or none where the action changed nothing on screen. */
export async function measureAction(
	page: Page,
	awaited: Awaited,
	act: () => Promise<unknown>,
): Promise<readonly number[]> {
	await page.evaluate((goal) => window.deskwatchProbe.arm(goal), awaited);
	await act();
	const sample = await page.evaluate(() => window.deskwatchProbe.result());
	await page.waitForTimeout(60);
	return sample === null ? [] : [sample];
}
