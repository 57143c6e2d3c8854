import { expect, test } from "vitest";
import { newerOf } from "./change-relation.ts";

const CI = { id: "shop", name: "Online shop" } as Parameters<typeof newerOf>[0] & object;

test("a relation is taken back on the record that the desk answered with, until that has come back here", () => {
	const [heard, answered] = [
		{ ...CI, revision: 3 },
		{ ...CI, revision: 4 },
	];
	expect(newerOf(heard, answered)).toBe(answered);
	expect(newerOf({ ...CI, revision: 5 }, answered)?.revision).toBe(5);
	expect(newerOf(CI, { ...CI, revision: 2 })?.revision).toBe(2);
	expect(newerOf(undefined, answered)).toBe(answered);
	expect(newerOf(heard, undefined)).toBe(heard);
});
