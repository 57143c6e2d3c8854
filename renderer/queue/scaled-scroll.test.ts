import { expect, test } from "vitest";
import { MAX_SCROLL_HEIGHT, scrollScale } from "./scaled-scroll.ts";

test("a list that fits scrolls pixel by pixel", () => {
	expect(scrollScale(100_000 * 34, 800)).toBe(1);
	expect(scrollScale(MAX_SCROLL_HEIGHT, 800)).toBe(1);
});

test("the end of the scroll bar is the end of a list of a million rows", () => {
	const listHeight = 1_000_000 * 34;
	const scale = scrollScale(listHeight, 800);
	expect((MAX_SCROLL_HEIGHT - 800) * scale).toBeCloseTo(listHeight - 800, 3);
});
