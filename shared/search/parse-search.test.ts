import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSearch, type SearchTerm } from "./parse-search.ts";
import { FILTER_NAMES } from "./search-filter.ts";

const DAY_MS = 86_400_000;

/** Without where it stands. */
function read(text: string): readonly object[] {
	return parseSearch(text).map(({ from: _from, to: _to, ...term }) => term);
}

function filtersOf(text: string): readonly object[] {
	return parseSearch(text).flatMap((term) => (term.type === "filter" ? [term.filter] : []));
}

const word = (text: string, isExcluded = false) => ({ type: "word", word: text, isExcluded });

describe("words", () => {
	test("are folded, and freed of what stands around them in a sentence", () => {
		expect(read(" Émile  can’t, (print).")).toEqual([word("emile"), word("can’t"), word("print")]);
	});

	test("a minus excludes, a quoted phrase stays together, one that is open ends with the text", () => {
		expect(read('-vpn "Lost  the VPN" -"old desk')).toEqual([
			word("vpn", true),
			{ type: "phrase", phrase: "lost the vpn", isExcluded: false },
			{ type: "phrase", phrase: "old desk", isExcluded: true },
		]);
		expect(read('e-mail 24" c++')).toEqual([word("e-mail"), word("24"), word("c++")]);
	});

	test.each(["-", '"', '-"', "@", "team:", 'is:"', "-assignee:"])("%s asks for nothing yet", (text) => {
		expect(read(text)).toEqual([{ type: "unfinished" }]);
	});
});

describe("numbers", () => {
	test.each([
		["INC0012345", [word("inc0012345")]],
		["#12345", [word("12345")]],
		["inc 12345", [{ type: "number", number: "inc12345", words: ["inc", "12345"] }]],
		["INC0012 345", [{ type: "number", number: "inc0012345", words: ["inc0012", "345"] }]],
		["12 345", [{ type: "number", number: "12345", words: ["12", "345"] }]],
		["sctask- 77", [{ type: "number", number: "sctask-77", words: ["sctask-", "77"] }]],
		["printer 45", [word("printer"), word("45")]],
	])("%s", (text, terms) => {
		expect(read(text)).toEqual(terms);
	});

	test("more digits than any number has are words", () => {
		expect(read("1234567 1234567")).toEqual([word("1234567"), word("1234567")]);
	});
});

describe("filters as words", () => {
	test.each([
		["p1", { name: "priority", priorities: [1] }],
		["P3", { name: "priority", priorities: [3] }],
		["priority:1,p2", { name: "priority", priorities: [1, 2] }],
		["is:open", { name: "is", value: "open" }],
		["state:open", { name: "is", value: "open" }],
		["IS:Breached", { name: "is", value: "breached" }],
		["kind:chg", { name: "kind", kinds: ["change"] }],
		["type:prob", { name: "kind", kinds: ["problem"] }],
		["older:3d", { name: "older", ageMs: 3 * DAY_MS }],
		["newer:2w", { name: "newer", ageMs: 14 * DAY_MS }],
		["updated:90m", { name: "updated", ageMs: 90 * 60_000 }],
		["handovers:2", { name: "handovers", atLeast: 2 }],
		["bounced:3", { name: "handovers", atLeast: 3 }],
		["older:3", { name: "older", ageMs: 3 * DAY_MS }],
		["team:network", { name: "team", anyOf: [{ who: "named", words: ["network"] }] }],
		['group:"Field  Services"', { name: "team", anyOf: [{ who: "named", words: ["field", "services"] }] }],
		["@Vera", { name: "assignee", anyOf: [{ who: "named", words: ["vera"] }] }],
		["@me", { name: "assignee", anyOf: [{ who: "me" }] }],
		["tag:VPN,mail", { name: "tag", tags: ["vpn", "mail"] }],
		['label:"on site"', { name: "tag", tags: ["on-site"] }],
		["assignee:none", { name: "assignee", anyOf: [{ who: "none" }] }],
		[
			"ci:mail,web",
			{
				name: "ci",
				anyOf: [
					{ who: "named", words: ["mail"] },
					{ who: "named", words: ["web"] },
				],
			},
		],
	])("%s", (text, filter) => {
		expect(filtersOf(text)).toEqual([filter]);
	});

	test("a state is asked for by its name, in every kind that has one called so", () => {
		const [filter] = filtersOf('state:"on hold"');
		expect(filter).toMatchObject({ name: "state", states: [["incident", 3]] });
		const [beginning] = filtersOf("state:resol");
		expect(beginning).toMatchObject({
			states: [
				["incident", 6],
				["problem", 106],
			],
		});
	});

	test.each([
		"colour:red",
		"is:purple",
		"state:xyz",
		"kind:c",
		"older:soon",
		"priority:9",
		"http://desk",
		"p6",
	])("what is no filter is a word: %s", (text) => {
		expect(read(text)).toEqual([word(text.toLowerCase())]);
	});

	test("a minus turns one round", () => {
		expect(parseSearch("-team:network")).toMatchObject([{ type: "filter", isExcluded: true }]);
	});
});

const typed = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				...FILTER_NAMES.map((name) => `${name}:`),
				"-",
				'"',
				"@",
				" ",
				"inc",
				"12",
				"p1",
				",",
				"é",
				"İ",
			),
			fc.string({ maxLength: 6 }),
		),
		{ maxLength: 12 },
	)
	.map((parts) => parts.join(""));

/** How much a search can be narrowed by. */
function asks(terms: readonly SearchTerm[]): boolean {
	return terms.some(({ type }) => type !== "unfinished");
}

test("whatever is typed, every letter of it belongs to one term, in order, and none is empty", () => {
	fc.assert(
		fc.property(typed, (text) => {
			const terms = parseSearch(text);
			let end = 0;
			for (const term of terms) {
				expect(text.slice(end, term.from).trim()).toBe("");
				expect(term.to).toBeGreaterThan(term.from);
				end = term.to;
				if (term.type === "word") expect(term.word).toMatch(/^\S+$/u);
				if (term.type === "phrase") expect(term.phrase).toMatch(/\S \S/u);
			}
			expect(text.slice(end).trim()).toBe("");
		}),
		{ numRuns: 1_000 },
	);
});

test("plain words are never lost: whatever stands before and behind them, they are asked for", () => {
	fc.assert(
		fc.property(
			fc.stringMatching(/^[a-z]{7,12}$/),
			fc.constantFrom("p1 ", "team:x ", "-", "is:open vpn "),
			(plain, before) => {
				const terms = parseSearch(`${before}${plain} older:3d`);
				expect(asks(terms)).toBe(true);
				expect(terms).toContainEqual(expect.objectContaining({ type: "word", word: plain }));
			},
		),
	);
});
