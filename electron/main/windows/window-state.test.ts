import { describe, expect, it } from "vitest";
import { type Bounds, placeWindow } from "./window-state.ts";

const LAPTOP: Bounds = { x: 0, y: 25, width: 1_920, height: 1_055 };
const SECOND: Bounds = { x: 1_920, y: 0, width: 2_560, height: 1_440 };
const left = (bounds: Bounds, isMaximized = false) => ({ bounds, isMaximized });

describe("placeWindow", () => {
	it("opens amid the first display the first time", () => {
		expect(placeWindow(null, [LAPTOP, SECOND])).toEqual({
			bounds: { x: 277, y: 123, width: 1_366, height: 860 },
			isMaximized: false,
		});
	});

	it("opens as it was left, also on the second display", () => {
		const saved = left({ x: 2_000, y: 100, width: 1_400, height: 900 }, true);
		expect(placeWindow(saved, [LAPTOP, SECOND])).toEqual(saved);
	});

	it("comes back to the first display when the second is gone", () => {
		const saved = left({ x: 2_000, y: 100, width: 1_400, height: 900 });
		expect(placeWindow(saved, [LAPTOP]).bounds).toEqual({ x: 277, y: 123, width: 1_366, height: 860 });
	});

	it("does not count a sliver in a corner as visible", () => {
		const saved = left({ x: 1_900, y: 1_070, width: 1_400, height: 900 });
		expect(placeWindow(saved, [LAPTOP]).bounds.x).toBe(277);
	});

	it("does not lose a title bar above the display", () => {
		expect(placeWindow(left({ x: 100, y: -500, width: 1_400, height: 900 }), [LAPTOP]).bounds.y).toBe(123);
	});

	it("pushes what sticks out back in, and shrinks what is larger than the display", () => {
		expect(placeWindow(left({ x: 1_200, y: 500, width: 1_400, height: 900 }), [LAPTOP]).bounds).toEqual({
			x: 520,
			y: 180,
			width: 1_400,
			height: 900,
		});
		const small: Bounds = { x: 0, y: 0, width: 800, height: 480 };
		expect(placeWindow(left({ x: 0, y: 0, width: 1_400, height: 900 }), [small]).bounds).toEqual(small);
	});
});
