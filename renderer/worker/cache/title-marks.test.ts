import { array, assert, constantFrom, property, string } from "fast-check";
import { expect, it } from "vitest";
import { TitleMarks } from "./title-marks.ts";

const encoder = new TextEncoder();
const AS_IT_IS = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const text = (minLength: number) =>
	string({ unit: constantFrom("a", "b", "z", "é", " ", "1", "7"), minLength, maxLength: 10 });

function mark(titles: readonly string[]): TitleMarks {
	const marks = new TitleMarks();
	marks.reserve(titles.length);
	for (const [slot, title] of titles.entries()) {
		const bytes = encoder.encode(title);
		marks.set(slot, bytes, { start: 0, end: bytes.length }, AS_IT_IS);
	}
	return marks;
}

it("never take out a title that has the word, and say that they are sure only where they are", () => {
	const word = text(1).filter((typed) => !typed.includes(" "));
	assert(
		property(array(text(0), { minLength: 1, maxLength: 8 }), word, (titles, wanted) => {
			const found = new Uint8Array(titles.length).fill(1);
			const isSure = mark(titles).narrow(encoder.encode(wanted), found);
			for (const [slot, title] of titles.entries()) {
				if (title.includes(wanted)) expect(found[slot]).toBe(1);
				else if (isSure) expect(found[slot]).toBe(0);
			}
		}),
		{ numRuns: 500 },
	);
});

it("take out what lacks a letter or a pair, also where a title was another before", () => {
	const marks = mark(["printer jams", "vpn down"]);
	const after = (word: string) => {
		const found = new Uint8Array([1, 1]);
		marks.narrow(encoder.encode(word), found);
		return [...found];
	};
	expect([after("v"), after("jam")]).toEqual([
		[0, 1],
		[1, 0],
	]);
	marks.set(0, encoder.encode("vpn"), { start: 0, end: 3 }, AS_IT_IS);
	expect([after("v"), after("jam")]).toEqual([
		[1, 1],
		[0, 0],
	]);
});
