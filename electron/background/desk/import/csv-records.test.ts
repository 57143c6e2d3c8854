import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvItem, CsvUnreadableError, readCsvBatches } from "./csv-records.ts";

async function read(...chunks: readonly string[]): Promise<CsvItem[]> {
	const items: CsvItem[] = [];
	const texts = (async function* () {
		yield* chunks;
	})();
	for await (const batch of readCsvBatches(texts)) items.push(...batch);
	return items;
}

const quote = (field: string): string =>
	/[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;

describe("reading CSV", () => {
	it("gives back any table that was written properly, however it arrives in pieces", async () => {
		const field = fc.stringMatching(/^[a-z ",;\nä€]{0,12}$/).map((text) => `x${text}`);
		const table = fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 30 });
		await fc.assert(
			fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, size) => {
				const text = rows.map((row) => row.map(quote).join(",")).join("\n");
				const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
					text.slice(index * size, (index + 1) * size),
				);
				expect((await read(...chunks)).map((item) => ("fields" in item ? item.fields : item))).toEqual(rows);
			}),
		);
	});

	it("numbers records by the line they begin on, with either line end", async () => {
		expect(await read('a,b\r\n1,"two\r\nlines"\r\n\r\n3,4\r\n')).toEqual([
			{ line: 1, fields: ["a", "b"] },
			{ line: 2, fields: ["1", "two\nlines"] },
			{ line: 5, fields: ["3", "4"] },
		]);
	});

	it("reports a line with too few or too many columns, and goes on", async () => {
		expect(await read("a,b\n1\n1,2,3\n4,5")).toEqual([
			{ line: 1, fields: ["a", "b"] },
			{ line: 2, reason: "has 1 columns where the header has 2" },
			{ line: 3, reason: "has 3 columns where the header has 2" },
			{ line: 4, fields: ["4", "5"] },
		]);
	});

	it("loses only the line whose quote is never closed", async () => {
		const rows = Array.from({ length: 1_200 }, (_, index) => `${index},x`);
		const items = await read(["a,b", '1,"never closed', ...rows].join("\n"));
		expect(items.filter((item) => "reason" in item)).toEqual([
			{ line: 2, reason: expect.stringContaining("quote") },
		]);
		expect(items).toHaveLength(1_202);
		expect(items.at(-1)).toEqual({ line: 1_202, fields: ["1199", "x"] });
	});

	it("loses only the two lines with a stray quote each, not what lies between them", async () => {
		const items = await read('a,b\n1,5" screen\n2,x\n3,7" screen\n4,x');
		expect(items.map((item) => ("fields" in item ? item.fields[0] : item.line))).toEqual([
			"a",
			2,
			"2",
			4,
			"4",
		]);
	});

	it("refuses what has no lines at all", async () => {
		await expect(read("a,b\n", "x".repeat(2_000_000))).rejects.toThrow(CsvUnreadableError);
	});
});
