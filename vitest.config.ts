import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["{shared,renderer,electron,scripts,bench,sim}/**/*.test.{ts,tsx}"],
		environment: "node",
		testTimeout: 20_000,
	},
});
