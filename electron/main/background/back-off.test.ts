import { describe, expect, it } from "vitest";
import { nextAttempt, restartDelayMs } from "./back-off.ts";

describe("restartDelayMs", () => {
	it("doubles from a quarter of a second up to half a minute", () => {
		expect([1, 2, 3, 4, 5, 6, 7, 8].map(restartDelayMs)).toEqual([
			250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000,
		]);
	});

	it("stays at half a minute however often it fails", () => {
		expect(restartDelayMs(5_000)).toBe(30_000);
	});
});

describe("nextAttempt", () => {
	it("counts on while the process keeps ending soon", () => {
		expect(nextAttempt(3, 59_999)).toBe(4);
	});

	it("begins again after a minute of running", () => {
		expect(nextAttempt(7, 60_000)).toBe(1);
	});
});
