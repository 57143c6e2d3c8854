import { expect, test } from "vitest";
import { figureScale } from "./figure-scale.ts";

test("small numbers keep their size, a row of many digits gets smaller", () => {
	expect(figureScale(["0", "0", "5", "20", "26", "5", "11"])).toBe(1);
	expect(figureScale(["16", "11", "1,145", "4,949", "12,345", "935", "1,202"])).toBeCloseTo(20 / 28);
	expect(figureScale([])).toBe(1);
});
