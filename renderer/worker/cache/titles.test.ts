import { array, assert, constantFrom, property, string } from "fast-check";
import { expect, it } from "vitest";
import { foldText } from "./fold-text.ts";
import { Titles } from "./titles.ts";

const title = string({ unit: constantFrom("a", "A", "b", "é", "É", "ß", " ", "1", "𝄞"), maxLength: 12 });

it("a word is found in the titles whose folded text has it, and in no other", () => {
	assert(
		property(array(title, { minLength: 1, maxLength: 8 }), title, (written, typed) => {
			const word = foldText(typed).trim();
			if (word === "") return;
			const titles = new Titles();
			titles.reserve(written.length);
			for (const [slot, text] of written.entries()) titles.set(slot, text);
			const found = new Uint8Array(written.length).fill(1);
			titles.keepIncluding(word, found);
			expect([...found]).toEqual(written.map((text) => Number(foldText(text).includes(word))));
		}),
		{ numRuns: 500 },
	);
});
