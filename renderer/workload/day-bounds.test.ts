import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayBounds } from "./day-bounds.ts";

const HOUR_MS = 3_600_000;

describe("the days of a trend", () => {
	const zone = process.env.TZ;
	beforeEach(() => {
		process.env.TZ = "Europe/Berlin";
	});
	afterEach(() => {
		if (zone === undefined) delete process.env.TZ;
		else process.env.TZ = zone;
	});

	it("begin at midnight here and end with the present one", () => {
		const bounds = dayBounds(Date.parse("2026-11-27T12:00:00+01:00"), 2);
		expect(bounds.map((at) => new Date(at).toISOString())).toEqual([
			"2026-11-25T23:00:00.000Z",
			"2026-11-26T23:00:00.000Z",
			"2026-11-27T23:00:00.000Z",
		]);
	});

	it("are as long as they were when clocks were put back", () => {
		const bounds = dayBounds(Date.parse("2026-10-26T12:00:00+01:00"), 3);
		const lengths = bounds.slice(1).map((at, index) => (at - (bounds[index] ?? 0)) / HOUR_MS);
		expect(lengths).toEqual([24, 25, 24]);
	});
});
