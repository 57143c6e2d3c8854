import { describe, expect, it } from "vitest";
import { judgePassword } from "./judge-password.ts";

const NAMES = ["m.okafor", "Mary Okafor", "mary.okafor@example.org", null];
const codeOf = (password: string) => judgePassword(password, NAMES)?.code ?? null;

describe("a password", () => {
	it.each([
		["kettle-orbit-19", null],
		["ein langer Satz über Katzen", null],
		["x7Gq2pLw9z", null],
		// A common word is no harm where enough stands beside it.
		["winter kettle orbit", null],
		["short-one", "password_too_short"],
		["", "password_too_short"],
		["k".repeat(1_001), "password_too_long"],
		["aaaaaaaaaaaa", "password_too_simple"],
		["1234567890", "password_too_simple"],
		["9876543210", "password_too_simple"],
		["qwertzuiop", "password_too_simple"],
		["abcdeabcdeabcde", "password_too_simple"],
		["Password2026", "password_common"],
		["P@ssw0rd!!", "password_common"],
		["Summer2026!", "password_common"],
		["ServiceDesk1", "password_common"],
		["OkaforMary1!", "password_is_name"],
		["m.okafor123", "password_is_name"],
	])("%s: %s", (password, code) => {
		expect(codeOf(password)).toBe(code);
	});

	it("is counted by characters, however they are composed or stored", () => {
		expect(codeOf("🦊🦉🐝🐢🦀🐙🦔🐧🐊")).toBe("password_too_short");
		expect(codeOf("🦊🦉🐝🐢🦀🐙🦔🐧🐊🦋")).toBeNull();
		expect(codeOf("e\u0301gourdie".normalize("NFD"))).toBe("password_too_short");
	});
});
