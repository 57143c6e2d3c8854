import { describe, expect, it } from "vitest";
import { generationName, LAYOUT, outdatedNames } from "./generation-name.ts";

const ADA = { epoch: "e1", personId: "ada" };
const current = generationName({ ...ADA, clocks: "p@1 UTC" });

describe("the name of a cache generation", () => {
	it("is another one for another past, person, clock rule or scope", () => {
		const others = [
			{ epoch: "e2", personId: "ada", clocks: "p@1 UTC" },
			{ epoch: "e1", personId: "ben", clocks: "p@1 UTC" },
			{ epoch: "e1", personId: "ada", clocks: "p@1 Europe/Paris" },
			{ epoch: "e1", personId: "ada", clocks: "p@1 UTC", scope: "* of t1" },
		].map(generationName);
		expect(new Set([current, ...others]).size).toBe(5);
		expect(generationName({ ...ADA, clocks: "p@1 UTC" })).toBe(current);
	});

	it("tells which caches the complete one has made useless", () => {
		const names = [
			current,
			"e1-ada",
			`e1-ada.${LAYOUT}.zone`,
			`e1-ada.${LAYOUT + 1}.newer`,
			`e1-ben.${LAYOUT}.other`,
			"e0-ada.1.restored",
		];
		expect(outdatedNames(names, current, ADA)).toEqual([
			"e1-ada",
			`e1-ada.${LAYOUT}.zone`,
			"e0-ada.1.restored",
		]);
	});
});
