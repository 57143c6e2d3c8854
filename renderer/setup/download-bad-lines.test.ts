import { expect, test } from "vitest";
import { badLinesCsv } from "./download-bad-lines.ts";

test("reasons with quotes and line ends stay one field, and no spreadsheet runs them", () => {
	const csv = badLinesCsv({
		badLines: [
			{ line: 2, reason: 'state "Foo" is unknown,\nsee above' },
			{ line: 3, reason: "=cmd()" },
		],
	});
	expect(csv).toBe('line,reason\r\n2,"state ""Foo"" is unknown,\nsee above"\r\n3,"\'=cmd()"\r\n');
});
