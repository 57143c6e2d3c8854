import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ROW_HEIGHT } from "./grid-row.tsx";
import { HEAD_HEIGHT, rowRange, scrolledTo } from "./row-range.ts";

const place = fc.record({
	top: fc.integer({ min: 0, max: 40_000_000 }),
	height: fc.integer({ min: HEAD_HEIGHT + ROW_HEIGHT, max: 4_000 }),
});
const total = fc.integer({ min: 1, max: 1_000_000 });

describe("the rows that are drawn", () => {
	it("cover what is seen, and never need more elements than are said", () => {
		fc.assert(
			fc.property(place, total, (seen, count) => {
				const { first, end, elements } = rowRange(seen, count);
				const top = Math.min(seen.top, Math.max(0, count * ROW_HEIGHT + HEAD_HEIGHT - seen.height));
				expect(first * ROW_HEIGHT).toBeLessThanOrEqual(top);
				expect(end === count || end * ROW_HEIGHT >= top + seen.height).toBe(true);
				expect(end).toBeGreaterThan(first);
				expect(end - first).toBeLessThanOrEqual(elements);
			}),
		);
	});

	it("are none before the box is known, and of an empty list", () => {
		expect(rowRange({ top: 0, height: 0 }, 100)).toMatchObject({ first: 0, end: 0 });
		expect(rowRange({ top: 0, height: 700 }, 0)).toMatchObject({ first: 0, end: 0 });
	});

	it("are the last ones where the list became shorter than it is scrolled", () => {
		expect(rowRange({ top: 340_000, height: 710 }, 3)).toMatchObject({ first: 0, end: 3 });
	});
});

describe("bringing a row on screen", () => {
	it("moves nothing where it is seen whole, and shows it whole where it is not", () => {
		fc.assert(
			fc.property(place, total, (seen, index) => {
				const to = scrolledTo(index, seen);
				const top = to ?? seen.top;
				expect(index * ROW_HEIGHT).toBeGreaterThanOrEqual(top);
				expect(index * ROW_HEIGHT + ROW_HEIGHT + HEAD_HEIGHT).toBeLessThanOrEqual(top + seen.height);
				expect(scrolledTo(index, { ...seen, top })).toBeNull();
			}),
		);
	});
});
