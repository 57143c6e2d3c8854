import { expect, test } from "vitest";
import { suggestSignInName } from "./suggest-sign-in-name.ts";

test.each([
	["Mary Okafor", "M.Okafor@example.org", "m.okafor"],
	["Mary Okafor", null, "mary.okafor"],
	["Jürgen  O’Brien-Ößler", null, "jurgen.o.brien.oßler"],
	["  ", null, ""],
])("%s with %s is suggested %s", (name, email, suggested) => {
	expect(suggestSignInName({ name, email })).toBe(suggested);
});
