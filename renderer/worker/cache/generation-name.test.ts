import { describe, expect, it } from "vitest";
import { generationName, LAYOUT, outdatedNames } from "./generation-name.ts";

const ADA = { epoch: "e1", personId: "ada" };
const current = generationName(ADA);

describe("the name of a cache generation", () => {
	it("is another one for another past, person or scope", () => {
		const others = [
			{ epoch: "e2", personId: "ada" },
			{ epoch: "e1", personId: "ben" },
			{ epoch: "e1", personId: "ada", scope: "* of t1" },
		].map(generationName);
		expect(new Set([current, ...others]).size).toBe(4);
		expect(generationName(ADA)).toBe(current);
	});

	it("tells which caches the complete one has made useless", () => {
		const names = [
			current,
			"e1-ada",
			`e1-ada.${LAYOUT - 1}.zone`,
			`e1-ada.${LAYOUT + 1}`,
			`e1-ben.${LAYOUT}`,
			"e0-ada.1.restored",
		];
		expect(outdatedNames(names, current, ADA)).toEqual([
			"e1-ada",
			`e1-ada.${LAYOUT - 1}.zone`,
			"e0-ada.1.restored",
		]);
	});
});
