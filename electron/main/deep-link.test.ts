import { describe, expect, it } from "vitest";
import { findDeepLink, parseDeepLink } from "./deep-link.ts";

describe("parseDeepLink", () => {
	it.each(["deskwatch://ticket/INC0000042", "deskwatch://ticket/inc0000042/"])("knows %s", (link) => {
		expect(parseDeepLink(link)).toBe("/tickets/INC0000042");
	});

	it.each(["RITM0000001", "CTASK0000002", "FAC0000003"])("knows %s, whatever kind that is", (number) => {
		expect(parseDeepLink(`deskwatch://ticket/${number}`)).toBe(`/tickets/${number}`);
	});

	it.each([
		"deskwatch://ticket/",
		"deskwatch://ticket/ABCDEFGHI0000042",
		"deskwatch://ticket/INC0000042/../../settings",
		"deskwatch://ticket/INC1?next=/settings",
		"deskwatch://ticket/%2e%2e%2fsettings",
		"deskwatch://setup/INC0000042",
		"deskwatch:INC0000042",
		"https://ticket/INC0000042",
		`deskwatch://ticket/INC${"1".repeat(300)}`,
		"",
	])("refuses %s", (link) => {
		expect(parseDeepLink(link)).toBeNull();
	});
});

describe("findDeepLink", () => {
	it("finds it among other arguments", () => {
		expect(findDeepLink(["deskwatch", "--flag", "deskwatch://ticket/CHG0000007"])).toBe(
			"/tickets/CHG0000007",
		);
		expect(findDeepLink(["deskwatch", "."])).toBeNull();
	});
});
