import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, formatAnswers, judgeAnswer, parseAnswers } from "./answers.ts";

const answer = (over: Partial<Answer>): Answer => ({
	key: "size",
	label: "Size",
	type: "text",
	isRequired: false,
	choices: [],
	value: null,
	...over,
});

describe("an answer", () => {
	it.each([
		["text", "large", true],
		["number", 3, true],
		["number", "3", false],
		["flag", 1, true],
		["flag", 2, false],
		["choice", "M", true],
		["choice", "XXL", false],
		["date", "2028-02-29", true],
		["date", "2027-02-29", false],
		["date", "tomorrow", false],
		["person", "p12", true],
		["person", "p 12", false],
	] as const)("%s: %s", (type, value, isFit) => {
		expect(judgeAnswer(answer({ type, value, choices: ["S", "M"] })) === null).toBe(isFit);
	});

	it("may be missing, unless it is needed", () => {
		expect(judgeAnswer(answer({ value: " " }))).toBeNull();
		expect(judgeAnswer(answer({ value: " ", isRequired: true }))).toBe("Size is needed.");
		expect(judgeAnswer(answer({ type: "flag", value: 0, isRequired: true }))).toBeNull();
	});

	it("comes back from its text as it was, and from no other text", () => {
		const values = fc.oneof(fc.string({ maxLength: 30 }), fc.integer(), fc.constant(null));
		fc.assert(
			fc.property(fc.array(values, { maxLength: 8 }), (all) => {
				const answers = all.map((value) => answer({ value }));
				expect(parseAnswers(formatAnswers(answers))).toEqual(answers);
			}),
		);
		expect(["", "{}", "[1]", "null", 7, null].map(parseAnswers)).toEqual(Array(6).fill(null));
	});
});
