import { defineConfig } from "@playwright/test";

export default defineConfig({
	testDir: "e2e",
	testMatch: "**/*.journey.ts",
	timeout: 90_000,
	expect: { timeout: 15_000 },
	workers: 1,
	retries: 0,
	reporter: process.env.CI ? [["list"]] : [["list"]],
	outputDir: "test-results",
});
