import { defineConfig } from "@playwright/test";

export default defineConfig({
	testDir: "e2e",
	testMatch: "**/*.journey.ts",
	timeout: 90_000,
	expect: { timeout: 15_000 },
	// Each has a desk and a browser of its own.
	workers: process.env.CI ? 2 : 1,
	// A shared machine may hold a browser up for seconds; what passes only the second time is counted as flaky and said.
	retries: process.env.CI ? 1 : 0,
	reporter: process.env.CI ? [["list"]] : [["list"]],
	outputDir: "test-results",
});
