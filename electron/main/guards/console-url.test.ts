import { describe, expect, it } from "vitest";
import { isTrustedFrame, parseConsoleUrl } from "./console-url.ts";

describe("parseConsoleUrl", () => {
	it("knows our pages", () => {
		expect(parseConsoleUrl("app://console/tickets/INC0000042?x=1")?.pathname).toBe("/tickets/INC0000042");
	});

	it.each([
		"app://console.evil.example/",
		"app://evil/",
		"app://console:80/",
		"app://user@console/",
		"https://console/",
		"file:///app/console",
		"about:blank",
		"",
	])("takes %s for a stranger's", (address) => {
		expect(parseConsoleUrl(address)).toBeNull();
	});
});

describe("isTrustedFrame", () => {
	it("trusts the top frame of our pages only", () => {
		expect(isTrustedFrame({ url: "app://console/queues", parent: null })).toBe(true);
		expect(isTrustedFrame({ url: "app://console/queues", parent: {} })).toBe(false);
		expect(isTrustedFrame({ url: "https://example.com/", parent: null })).toBe(false);
		expect(isTrustedFrame(null)).toBe(false);
	});
});
