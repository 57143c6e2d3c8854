import { describe, expect, it } from "vitest";
import { askHeldBack, makeTexts, readRealTexts } from "./held-back.ts";

const real = readRealTexts();

describe("the topic of texts that were held back, from similar ones", () => {
	it.runIf(real)("is right for 85 % of the real texts, and for nine of ten where it is suggested", () => {
		const { right, asked, suggested, suggestedRight } = askHeldBack(real ?? [], 1, 1_000);
		expect(right / asked).toBeGreaterThan(0.85);
		expect(suggested / asked).toBeGreaterThan(0.75);
		expect(suggestedRight / suggested).toBeGreaterThan(0.89);
	});

	it("is right for generated ones wherever their words tell it", () => {
		const { right, asked, suggested, suggestedRight } = askHeldBack(makeTexts(4_000), 1);
		// One in seventeen has no word of its topic.
		expect(right / asked).toBeGreaterThan(0.88);
		expect(suggestedRight / suggested).toBeGreaterThan(0.93);
	});
});
