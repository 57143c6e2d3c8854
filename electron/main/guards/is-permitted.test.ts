import { describe, expect, it } from "vitest";
import { isPermitted } from "./is-permitted.ts";

describe("isPermitted", () => {
	it("gives our own pages what they need", () => {
		expect(isPermitted("persistent-storage", "app://console/")).toBe(true);
	});

	it("gives it to nobody else", () => {
		expect(isPermitted("persistent-storage", "https://example.com/")).toBe(false);
		expect(isPermitted("persistent-storage", "")).toBe(false);
	});

	it.each(["media", "geolocation", "notifications", "clipboard-read", "openExternal", "usb"])(
		"gives %s to nobody",
		(permission) => {
			expect(isPermitted(permission, "app://console/")).toBe(false);
		},
	);
});
