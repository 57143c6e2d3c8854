import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawTrend } from "./draw-trend.ts";

const BOX = { width: 300, backlogHeight: 100, flowHeight: 50 };

describe("a trend as drawn", () => {
	it("goes from what was open before to what is open now, and every day has its bars", () => {
		const days = [
			{ from: 0, opened: 3, ended: 1, backlog: 10 },
			{ from: 1, opened: 0, ended: 5, backlog: 5 },
		];
		const drawn = drawTrend(days, 8, BOX);
		expect(drawn.topBacklog).toBe(10);
		expect(drawn.backlog).toBe("M0.0 20.0L150.0 0.0L300.0 50.0");
		expect(drawn.topFlow).toBe(6);
		expect(drawn.bars).toEqual([
			{ x: 0, width: 150, openedHeight: 25, endedHeight: expect.closeTo(8.33) },
			{ x: 150, width: 150, openedHeight: 0, endedHeight: expect.closeTo(41.67) },
		]);
	});

	it("never leaves its boxes, and its axes end at even numbers", () => {
		const count = fc.nat(2_000_000);
		const day = fc.record({ from: fc.nat(), opened: count, ended: count, backlog: count });
		fc.assert(
			fc.property(fc.array(day, { maxLength: 90 }), count, (days, before) => {
				const drawn = drawTrend(days, before, BOX);
				expect(drawn.topBacklog % 2).toBe(0);
				expect(drawn.topFlow % 2).toBe(0);
				for (const { backlog } of days) expect(backlog).toBeLessThanOrEqual(drawn.topBacklog);
				for (const { openedHeight, endedHeight } of drawn.bars) {
					expect(Math.max(openedHeight, endedHeight)).toBeLessThanOrEqual(BOX.flowHeight);
				}
			}),
		);
	});

	it("is nothing without days", () => {
		expect(drawTrend([], 0, BOX)).toMatchObject({ backlog: "", area: "", bars: [] });
	});
});
