import { expect, test } from "vitest";
import { readRange } from "./range.ts";

test.each([
	[undefined, null],
	["bytes=0-3", { start: 0, end: 3 }],
	["bytes=4-", { start: 4, end: 9 }],
	["bytes=4-400", { start: 4, end: 9 }],
	["bytes=9-9", { start: 9, end: 9 }],
	["bytes=10-", "beyond"],
	["bytes=10-12", "beyond"],
	// As if nothing had been asked: the RFC lets a server send all of it.
	["bytes=-3", null],
	["bytes=0-1,4-5", null],
	["bytes=5-4", null],
	["lines=1-2", null],
] as const)("of ten bytes %s asks for %o", (header, range) => {
	expect(readRange(header, 10)).toEqual(range);
});
