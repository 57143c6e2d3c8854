import { describe, expect, test } from "vitest";
import { bringUpToDate, type RecordFormat } from "./format.ts";

/** Words became a list, then the list got a name that fits. */
const FORMAT: RecordFormat = {
	version: 3,
	versionOf: (record) => record.v,
	steps: {
		1: ({ words, ...rest }) => ({ ...rest, v: 2, words: String(words).split(" ") }),
		2: ({ words, ...rest }) => ({ ...rest, v: 3, tags: words }),
	},
};

describe("a record of a released format", () => {
	test("becomes one of the newest, one version after the other, and is itself left as it was", () => {
		const old = Object.freeze({ v: 1, id: "a", words: "vpn slow" });
		expect(bringUpToDate(old, FORMAT)).toEqual({
			ok: true,
			value: { v: 3, id: "a", tags: ["vpn", "slow"] },
		});
		expect(bringUpToDate({ v: 2, words: [] }, FORMAT)).toEqual({ ok: true, value: { v: 3, tags: [] } });
	});

	test("that is the newest already is the same object", () => {
		const current = { v: 3, tags: [] };
		const read = bringUpToDate(current, FORMAT);
		expect(read.ok && read.value).toBe(current);
	});

	test.each([
		[{ v: 4 }, "format_newer"],
		[{ v: 0 }, "format_unknown"],
		[{ v: 1.5 }, "format_unknown"],
		[{ v: "1" }, "format_unknown"],
		[{}, "format_unknown"],
	])("that is none, %j, is refused as %s", (record, code) => {
		expect(bringUpToDate(record, FORMAT)).toMatchObject({ ok: false, error: { code } });
	});
});
