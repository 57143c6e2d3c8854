import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_CHANGE_SETTINGS } from "./default-settings.ts";
import { type RiskAnswers, readAnswers, riskOf, writeAnswers } from "./risk.ts";

const { questionnaire } = DEFAULT_CHANGE_SETTINGS;
const allAnswers = fc
	.tuple(...questionnaire.map(({ choices }) => fc.nat(choices.length - 1)))
	.map(
		(places): RiskAnswers =>
			Object.fromEntries(questionnaire.map(({ id }, index) => [id, places[index] ?? 0])),
	);
const answerAll = (place: (choices: number) => number): RiskAnswers =>
	Object.fromEntries(questionnaire.map(({ id, choices }) => [id, place(choices.length)]));

describe("the risk of a change", () => {
	it("is low where every answer is the mildest, very high where each is the worst", () => {
		expect(
			riskOf(
				questionnaire,
				answerAll(() => 0),
			),
		).toBe(4);
		expect(
			riskOf(
				questionnaire,
				answerAll((choices) => choices - 1),
			),
		).toBe(1);
	});

	it("is open until everything is answered, and where nothing is asked", () => {
		const { impact: _, ...rest } = answerAll(() => 0);
		expect(riskOf(questionnaire, rest)).toBeNull();
		expect(riskOf([], {})).toBeNull();
	});

	it("never falls when an answer gets worse", () => {
		fc.assert(
			fc.property(allAnswers, fc.constantFrom(...questionnaire), (answers, { id, choices }) => {
				const place = answers[id] ?? 0;
				fc.pre(place + 1 < choices.length);
				const worse = riskOf(questionnaire, { ...answers, [id]: place + 1 });
				expect(worse).not.toBeNull();
				expect(Number(worse)).toBeLessThanOrEqual(Number(riskOf(questionnaire, answers)));
			}),
		);
	});

	it("is kept with its answers in a line of text", () => {
		fc.assert(
			fc.property(allAnswers, (answers) => {
				const text = writeAnswers(answers);
				expect(text.length).toBeLessThanOrEqual(200);
				expect(readAnswers(text)).toEqual(answers);
			}),
		);
		expect(readAnswers("impact:x,,:3,tested:2")).toEqual({ tested: 2 });
	});
});
