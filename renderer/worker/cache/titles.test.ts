import { array, assert, constantFrom, nat, property, string, tuple } from "fast-check";
import { expect, it } from "vitest";
import { foldText } from "../../../shared/search/fold-text.ts";
import { Titles } from "./titles.ts";

const title = string({ unit: constantFrom("a", "A", "b", "é", "É", "ß", " ", "1", "𝄞"), maxLength: 12 });

it("a word is found in the titles whose folded text has it, and in no other", () => {
	assert(
		property(array(title, { minLength: 1, maxLength: 8 }), title, (written, typed) => {
			const word = foldText(typed).replaceAll(" ", "");
			if (word === "") return;
			const titles = new Titles();
			titles.reserve(written.length);
			for (const [slot, text] of written.entries()) titles.set(slot, text);
			const found = new Uint8Array(written.length).fill(1);
			titles.words.keepWith(titles.wordsIncluding(word), found);
			expect([...found]).toEqual(written.map((text) => Number(foldText(text).includes(word))));
		}),
		{ numRuns: 500 },
	);
});

it("a title that is written anew has its new words and no longer its old ones, longer or shorter", () => {
	assert(
		property(array(tuple(nat(3), title), { maxLength: 30 }), title, (writes, typed) => {
			const word = foldText(typed).replaceAll(" ", "");
			if (word === "") return;
			const titles = new Titles();
			titles.reserve(4);
			const written = ["", "", "", ""];
			for (const [slot, text] of writes) {
				titles.set(slot, text);
				written[slot] = text;
				// From now on words are read as titles are written.
				titles.prepare();
			}
			const found = new Uint8Array(4).fill(1);
			titles.words.keepWith(titles.wordsIncluding(word), found);
			expect([...found]).toEqual(written.map((text) => Number(foldText(text).includes(word))));
		}),
		{ numRuns: 300 },
	);
});

it("as many words as there are in a big desk are told apart", () => {
	const titles = new Titles();
	const count = 20_000;
	titles.reserve(count);
	for (let slot = 0; slot < count; slot += 1) titles.set(slot, `Host-${slot} is down`);
	for (const [word, wanted] of [
		["host-777", [777, ...Array.from({ length: 10 }, (_, digit) => 7_770 + digit)]],
		["own", Array.from({ length: count }, (_, slot) => slot)],
		["host-20000", []],
	] as const) {
		const found = new Uint8Array(count).fill(1);
		titles.words.keepWith(titles.wordsIncluding(word), found);
		expect(Array.from(found.keys()).filter((slot) => found[slot] === 1)).toEqual(wanted);
	}
});
