import { expect, it } from "vitest";
import type { Answer } from "./answers.ts";
import { isAskingTheSame, judgeAsked } from "./judge-asked.ts";

const size = { key: "size", label: "Size", type: "choice" as const, isRequired: true, choices: ["S", "M"] };
const words = { key: "words", label: "Engraving", type: "text" as const, isRequired: false, choices: [] };
const answer = (field: Omit<Answer, "value">, value: Answer["value"] = null): Answer => ({ ...field, value });
const shirt = { name: "Shirt", fields: [size, words] };
const reason = (answers: readonly Answer[], versions: Parameters<typeof judgeAsked>[1] = [shirt]) =>
	judgeAsked(answers, versions)?.message;

it("answers are to what the offer asks; what is not needed may be left out", () => {
	expect(reason([answer(size, "M"), answer(words)])).toBeUndefined();
	expect(reason([answer(words), answer(size, "M")])).toBeUndefined();
	expect(reason([answer(size, "M")])).toBeUndefined();
	expect(reason([answer(words)])).toBe("“Shirt” asks for “Size”, which is not there.");
	expect(reason([])).toBe("“Shirt” asks for “Size”, which is not there.");
	expect(reason([], [{ name: "Chair", fields: [] }])).toBeUndefined();
});

it("a field of one's own, another one of the same key, and one twice are none of it", () => {
	const own = { ...words, key: "budget", label: "Budget" };
	expect(reason([answer(size, "M"), answer(own)])).toBe("“Shirt” does not ask for “Budget”.");
	const anotherWay = "“Shirt” asks for “Size” in another way than it was answered.";
	const others: readonly Omit<Answer, "value">[] = [
		{ ...size, choices: ["S", "M", "XXL"] },
		{ ...size, isRequired: false },
		{ ...size, label: "Name" },
		{ ...size, type: "text" },
	];
	for (const other of others) expect(reason([answer(other, "M")])).toBe(anotherWay);
	expect(reason([answer(size, "S"), answer(size, "M")])).toBe("“Size” is answered twice.");
	expect(judgeAsked([], [shirt])).toMatchObject({ code: "not_as_offered", path: "$asked" });
});

it("an earlier version does as well, but each must fit as a whole; the reason is of the newest", () => {
	const newest = { name: "T-shirt", fields: [{ ...size, choices: ["M", "L"] }] };
	const versions = [newest, shirt];
	expect(reason([answer(size, "S"), answer(words)], versions)).toBeUndefined();
	expect(reason([answer(newest.fields[0] ?? size, "L"), answer(words)], versions)).toBe(
		"“T-shirt” does not ask for “Engraving”.",
	);
});

it("two ask the same whatever their order", () => {
	expect(isAskingTheSame([size, words], [words, size])).toBe(true);
	expect(isAskingTheSame([size, words], [size])).toBe(false);
	expect(isAskingTheSame([size], [{ ...size, isRequired: false }])).toBe(false);
});
