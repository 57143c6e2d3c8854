import { describe, expect, it } from "vitest";
import { isInRanges, keyRanges, numberKey, writtenNumber } from "./number-key.ts";

const KEY = numberKey("incident", "INC0000045");

describe("a ticket number", () => {
	it.each(["inc0000045", "inc45", "45", "0000045", "045", "4", "inc4", "inc-45"])(
		"is found by %s",
		(typed) => {
			expect(isInRanges(KEY, keyRanges(typed) ?? [])).toBe(true);
		},
	);

	it.each(["46", "5", "req45", "inc0000046", "new-45", "451"])("is not found by %s", (typed) => {
		expect(isInRanges(KEY, keyRanges(typed) ?? [])).toBe(false);
	});

	it.each(["vpn", "4x", "xyz45", ""])("is nothing that %s could mean", (typed) => {
		expect(keyRanges(typed)).toBe(null);
	});

	it("of a task says what it is a piece of, and is found by that", () => {
		const key = numberKey("task", "PTASK0000045");
		expect(writtenNumber(key)).toBe("PTASK0000045");
		expect(writtenNumber(numberKey("task", "TASK0000045"))).toBe("TASK0000045");
		expect(isInRanges(key, keyRanges("ptask45") ?? [])).toBe(true);
		expect(isInRanges(key, keyRanges("45") ?? [])).toBe(true);
		expect(isInRanges(key, keyRanges("task45") ?? [])).toBe(false);
		expect(isInRanges(key, keyRanges("sctask45") ?? [])).toBe(false);
	});

	it("sorts by kind and counter, provisional ones last", () => {
		const keys = [
			numberKey("incident", "INC0000045"),
			numberKey("incident", "INC0100000"),
			numberKey("request", "REQ0000001"),
			numberKey("incident", "NEW-1"),
			numberKey("incident", "NEW-12"),
		];
		expect([...keys].sort((one, other) => one - other)).toEqual(keys);
		expect(isInRanges(keys[4] ?? 0, keyRanges("new-1") ?? [])).toBe(true);
	});
});
