import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lettersOf, nearnessOf } from "./typing-error.ts";

describe("one typing error", () => {
	const near = (one: string, other: string) => nearnessOf(lettersOf(one), lettersOf(other));

	test.each([
		["prnter", "printer"],
		["prrinter", "printer"],
		["pronter", "printer"],
		["pritner", "printer"],
		["rpinter", "printer"],
		["printerr", "printer"],
		["xprinter", "printer"],
	])("%s is near the whole of %s", (one, other) => {
		expect(near(one, other)).toBe("whole");
	});

	test("while it is typed the beginning counts", () => {
		expect(near("certifc", "certificate")).toBe("beginning");
		expect(near("prni", "printer")).toBe("beginning");
		expect(near("mouse", "households")).toBe("beginning");
	});

	test.each([
		["prtner", "printer"],
		["vpm", "vpn"],
		["printer", "printer"],
		["print", "printer"],
	])("%s is not near %s", (one, other) => {
		expect(near(one, other)).toBe(null);
	});

	test("agrees with the distance as it is defined, counted the long way", () => {
		const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 4, maxLength: 7 });
		fc.assert(
			fc.property(
				letters,
				fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 }),
				(one, other) => {
					const isWhole = distance(one, other) === 1;
					const beginnings = Array.from({ length: other.length }, (_, length) => other.slice(0, length));
					const isBeginning = beginnings.some((part) => distance(one, part) <= 1);
					const isExact = other.startsWith(one);
					expect(near(one, other)).toBe(
						isExact ? null : isWhole ? "whole" : isBeginning ? "beginning" : null,
					);
				},
			),
			{ numRuns: 2_000 },
		);
	});

	/** Damerau–Levenshtein with adjacent swaps. */
	function distance(one: string, other: string): number {
		const rows = Array.from({ length: one.length + 1 }, (_, row) =>
			Array.from({ length: other.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
		);
		const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
		for (let row = 1; row <= one.length; row += 1) {
			for (let column = 1; column <= other.length; column += 1) {
				const cost = one[row - 1] === other[column - 1] ? 0 : 1;
				const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
				(rows[row] as number[])[column] = Math.min(
					at(row - 1, column) + 1,
					at(row, column - 1) + 1,
					at(row - 1, column - 1) + cost,
					isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
				);
			}
		}
		return at(one.length, other.length);
	}
});
