import { describe, expect, test } from "vitest";
import { keysText } from "../text/en/keys.ts";
import { type KeyPress, matchKey, nameKey } from "./match-key.ts";
import { SHORTCUT_IDS, shortcutOf } from "./shortcuts.ts";

const PLAIN = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

function press(key: string, held: Partial<KeyPress> = {}): string | null {
	return nameKey({ ...PLAIN, key, ...held });
}

describe("naming a key press", () => {
	test("letters carry their Shift, signs are what was typed", () => {
		expect(press("N", { shiftKey: true })).toBe("Shift+n");
		expect(press("N")).toBe("n");
		expect(press("?", { shiftKey: true })).toBe("?");
		expect(press(" ")).toBe("Space");
	});

	test("Ctrl and Command are the same, Alt belongs to the system", () => {
		expect(press("k", { ctrlKey: true })).toBe("Mod+k");
		expect(press("k", { metaKey: true })).toBe("Mod+k");
		expect(press("k", { altKey: true })).toBeNull();
		expect(press("Control", { ctrlKey: true })).toBeNull();
	});
});

describe("matching", () => {
	test("a sequence needs both keys in order", () => {
		expect(matchKey("g", null)).toEqual({ kind: "begun" });
		expect(matchKey("q", "g")).toEqual({ kind: "found", ids: ["goQueues"] });
		expect(matchKey("q", null)).toEqual({ kind: "none" });
	});

	test("the second key of a broken sequence counts for itself", () => {
		expect(matchKey("j", "g")).toEqual({ kind: "found", ids: ["down"] });
	});
});

test("no key means two things at once", () => {
	const claims = SHORTCUT_IDS.flatMap((id) => shortcutOf(id).keys);
	expect(claims.filter((keys, index) => claims.indexOf(keys) !== index)).toEqual([]);
});

test("only combinations that type nothing work inside fields", () => {
	const typing = SHORTCUT_IDS.filter((id) => shortcutOf(id).isInFields).flatMap((id) => shortcutOf(id).keys);
	expect(typing.every((keys) => keys.startsWith("Mod+"))).toBe(true);
});

test("every shortcut has its words", () => {
	expect(SHORTCUT_IDS.filter((id) => !keysText.labels[id])).toEqual([]);
});
