import { describe, expect, it } from "vitest";
import { isExternalLink } from "./is-external-link.ts";

describe("isExternalLink", () => {
	it("lets https links out", () => {
		expect(isExternalLink("https://status.example.com/incidents?id=1#latest")).toBe(true);
	});

	it.each([
		"http://example.com/",
		"file:///etc/passwd",
		"javascript:alert(1)",
		"ms-msdt:/id",
		"smb://host/share",
		"https://admin:secret@example.com/",
		"https://",
		"not a link",
		`https://example.com/${"a".repeat(2_100)}`,
	])("keeps %s in", (address) => {
		expect(isExternalLink(address)).toBe(false);
	});
});
