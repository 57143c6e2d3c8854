/** The app on the real Electron binary, where there is one: what no stand-in can show. */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { _electron, expect, test } from "@playwright/test";
import { ROOT } from "./fixture/desk-process.ts";

const electronDir = dirname(createRequire(import.meta.url).resolve("electron/package.json"));
const isInstalled = existsSync(join(electronDir, "dist")) && existsSync(join(electronDir, "path.txt"));
if (!isInstalled) {
	console.log("SKIPPED: no Electron binary in node_modules/electron/dist; “npx install-electron” fetches it");
}

test.describe("the app on Electron itself", () => {
	test.skip(!isInstalled, "no Electron binary");

	test("opens the console, sandboxed, with its desk behind it", async () => {
		const userData = await mkdtemp(join(tmpdir(), "deskwatch-electron-"));
		const app = await _electron.launch({
			args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), `--user-data-dir=${userData}`, ROOT],
		});
		try {
			const page = await app.firstWindow();
			await expect(page).toHaveURL(/^app:\/\/console\//);
			await expect.poll(() => page.evaluate(async () => (await fetch("/api/health")).status)).toBe(200);
			const inside = await page.evaluate(() => ({
				bridge: typeof Reflect.get(window, "deskwatch"),
				require: typeof Reflect.get(window, "require"),
				process: typeof Reflect.get(window, "process"),
				isSecure: window.isSecureContext,
				hasLocks: "locks" in navigator,
			}));
			expect(inside).toEqual({
				bridge: "object",
				require: "undefined",
				process: "undefined",
				isSecure: true,
				hasLocks: true,
			});
			const first = await page.evaluate(async () => {
				const controller = new AbortController();
				const response = await fetch("/api/feed", { signal: controller.signal });
				const chunk = await response.body?.getReader().read();
				controller.abort();
				return new TextDecoder().decode(chunk?.value);
			});
			expect(first).toContain("event: hello");
		} finally {
			await app.close();
			await rm(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
		}
	});
});
