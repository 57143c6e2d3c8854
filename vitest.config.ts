import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["{shared,renderer,electron,scripts,bench,sim}/**/*.test.{ts,tsx}"],
		environment: "node",
		testTimeout: 20_000,
		// Most of their time they wait for disks, ports and timers.
		maxWorkers: 3,
	},
});
