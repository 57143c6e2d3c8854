import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markWords } from "./mark-words.ts";

describe("marks", () => {
	const marked = (text: string, ...words: string[]) =>
		markWords(text, words)
			.map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))
			.join("");

	test("stand where the folded words do, in the text as it was written", () => {
		expect(marked("Émile’s PRINTER prints", "emile", "print")).toBe("[Émile]’s [PRINT]ER [print]s");
		expect(marked("The printer", "the printer")).toBe("[The printer]");
		expect(marked("İzmir VPN", "vpn")).toBe("İzmir [VPN]");
	});

	test("take nothing away from any text", () => {
		fc.assert(
			fc.property(
				fc.string({ unit: "grapheme", maxLength: 20 }),
				fc.string({ maxLength: 3 }),
				(text, wanted) => {
					const pieces = markWords(text, [wanted]);
					expect(pieces.map((piece) => piece.text).join("")).toBe(text);
				},
			),
		);
	});
});
