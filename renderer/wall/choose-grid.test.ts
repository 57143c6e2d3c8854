import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseGrid, chooseRows } from "./choose-grid.ts";

const space = { widthPx: 1_200, heightPx: 900, minTileWidthPx: 280, minTileHeightPx: 120, gapPx: 12 };

test("few services get big tiles, not small ones in a corner", () => {
	expect(chooseGrid(1, space)).toEqual({ columns: 1, rows: 1, shown: 1, hidden: 0 });
	expect(chooseGrid(4, space)).toMatchObject({ columns: 2, rows: 2 });
});

test("what does not fit is counted in the last cell", () => {
	const grid = chooseGrid(100, space);
	expect(grid).toEqual({ columns: 4, rows: 6, shown: 23, hidden: 77 });
});

test("a full grid hides nothing", () => {
	expect(chooseGrid(24, space)).toMatchObject({ shown: 24, hidden: 0 });
	expect(chooseGrid(25, space)).toMatchObject({ shown: 23, hidden: 2 });
});

test("every thing is shown or counted, in cells that exist and are big enough", () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 500 }),
			fc.integer({ min: 300, max: 4_000 }),
			fc.integer({ min: 200, max: 2_200 }),
			(count, widthPx, heightPx) => {
				const grid = chooseGrid(count, { ...space, widthPx, heightPx });
				expect(grid.shown + grid.hidden).toBe(count);
				expect(grid.columns * grid.rows).toBeGreaterThanOrEqual(grid.shown + (grid.hidden > 0 ? 1 : 0));
				const tileWidth = (widthPx - (grid.columns - 1) * space.gapPx) / grid.columns;
				const tileHeight = (heightPx - (grid.rows - 1) * space.gapPx) / grid.rows;
				if (widthPx >= space.minTileWidthPx) expect(tileWidth).toBeGreaterThanOrEqual(space.minTileWidthPx);
				if (heightPx >= space.minTileHeightPx)
					expect(tileHeight).toBeGreaterThanOrEqual(space.minTileHeightPx);
			},
		),
	);
});

test("a list that is too long gives its last row to the count of the rest", () => {
	expect(chooseRows(5, 250, 50)).toEqual({ shown: 5, hidden: 0 });
	expect(chooseRows(6, 250, 50)).toEqual({ shown: 4, hidden: 2 });
	expect(chooseRows(6, 10, 50)).toEqual({ shown: 0, hidden: 6 });
});
