import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSearch } from "../../shared/search/parse-search.ts";
import { FILTER_NAMES } from "../../shared/search/search-filter.ts";
import { withoutToken, withToken } from "../../shared/search/token-at.ts";
import { callerTypedAt, completeSearch } from "./complete-search.ts";
import { describeFilter } from "./describe-filter.ts";

const NAMES = {
	teams: ["Network", "Field Services", 'The "old" desk'],
	staff: ["Vera Holt", "Ada Agent"],
	callers: ["Cy Caller"],
	tags: ["vpn", "mail"],
	cis: ["mailserver-03"],
};

/** What is offered where the caret is at `|`. */
function offered(marked: string, isAsked = false): readonly string[] {
	const caret = marked.indexOf("|");
	return completeSearch(marked.replace("|", ""), caret, NAMES, isAsked).suggestions.map(({ token }) => token);
}

/** The text after the first of them was taken, with the caret. */
function taken(marked: string, isAsked = false): string {
	const text = marked.replace("|", "");
	const { span, suggestions } = completeSearch(text, marked.indexOf("|"), NAMES, isAsked);
	const next = withToken(text, span, suggestions[0]?.token ?? "");
	return `${next.text.slice(0, next.caret)}|${next.text.slice(next.caret)}`;
}

describe("a filter that was begun", () => {
	test.each([
		["is:o|", ["is:open"]],
		["vpn is:un| p1", ["is:unassigned"]],
		["team:|", ["team:mine", "team:Network", 'team:"Field Services"', 'team:"The old desk"']],
		["team:serv|", ['team:"Field Services"']],
		['team:"field s|', ['team:"Field Services"']],
		["-team:net|", ["-team:Network"]],
		["@ver|", ['@"Vera Holt"']],
		["caller:cy|", ['caller:"Cy Caller"']],
		["ci:mail|", ["ci:mailserver-03"]],
		["kind:requested|", ["kind:item"]],
		["state:root|", ['state:"root cause analysis"']],
		["priority:crit|", ["priority:1"]],
		["is:open|", []],
		["printer|", []],
		["|", []],
	])("%s", (marked, tokens) => {
		expect(offered(marked)).toEqual(tokens);
	});

	test("is completed in its place", () => {
		expect(taken("vpn is:un| p1")).toBe("vpn is:unassigned| p1");
		expect(taken("INC 12 team:f|")).toBe('INC 12 team:"Field Services"|');
	});
});

test("asked for, filters are offered for what was begun, and beside a word that begins none", () => {
	expect(offered("up|", true)).toEqual(["updated:"]);
	expect(offered("-te|", true)).toEqual(["-team:"]);
	expect(offered("|", true)).toHaveLength(FILTER_NAMES.length);
	expect(taken("vpn|", true)).toBe("vpn priority:|");
});

test("only the names of callers are asked for", () => {
	expect(callerTypedAt("caller:ho", 9)).toBe("ho");
	expect(callerTypedAt("team:ho", 7)).toBeNull();
});

test("whatever is taken is understood as a filter, once it has a value", () => {
	const begun = fc.constantFrom(
		"is:",
		"kind:",
		"state:",
		"team:",
		"@",
		"caller:",
		"ci:",
		"older:",
		"priority:",
		"-is:",
	);
	fc.assert(
		fc.property(begun, fc.constantFrom("", "vpn ", 'p1 "a b" '), fc.nat(7), (token, before, index) => {
			const text = `${before}${token}`;
			const { span, suggestions } = completeSearch(text, text.length, NAMES, false);
			const suggestion = suggestions[index % suggestions.length];
			const next = withToken(text, span, suggestion?.token ?? "");
			expect(parseSearch(next.text).at(-1)).toMatchObject({ type: "filter" });
		}),
	);
});

describe("a pill", () => {
	const pills = (text: string) =>
		parseSearch(text).flatMap((term) => (term.type === "filter" ? [describeFilter(term)] : []));

	test("says what was understood", () => {
		expect(
			pills('p1 -is:open team:mine @none caller:"vera holt" older:3d newer:1h kind:chg state:hold'),
		).toEqual([
			"Priority: P1",
			"Not Open",
			"Team: my teams",
			"Assignee: nobody",
			"Caller: vera holt",
			"Opened more than 3 d ago",
			"Opened within the last 1 h",
			"Kind: Change",
			"State: hold",
		]);
	});

	test("goes without taking anything else with it", () => {
		const text = "vpn p1 team:x down";
		const [first, second] = parseSearch(text).filter(({ type }) => type === "filter");
		expect(first && withoutToken(text, first)).toBe("vpn team:x down");
		expect(second && withoutToken(text, second)).toBe("vpn p1 down");
	});
});
