/** How many tiles of which size fit. */
export interface Grid {
	readonly columns: number;
	readonly rows: number;
	/** Tiles that show a thing of their own. */
	readonly shown: number;
	/** Things behind "+n more"; that cell takes a tile's place. */
	readonly hidden: number;
}

export interface GridSpace {
	readonly widthPx: number;
	readonly heightPx: number;
	/** Below this a tile can't be read from across the room. */
	readonly minTileWidthPx: number;
	readonly minTileHeightPx: number;
	readonly gapPx: number;
}

/** Width to height that a tile should come near to: a name above a word. */
const WANTED_RATIO = 2.4;

/** Chooses the grid with the biggest readable tiles; what does not fit is counted, never squeezed in. */
export function chooseGrid(count: number, space: GridSpace): Grid {
	const maxColumns = fitting(space.widthPx, space.minTileWidthPx, space.gapPx);
	const maxRows = fitting(space.heightPx, space.minTileHeightPx, space.gapPx);
	const capacity = maxColumns * maxRows;
	if (count > capacity)
		return { columns: maxColumns, rows: maxRows, shown: capacity - 1, hidden: count - capacity + 1 };
	const columns = bestColumns(Math.max(1, count), { maxColumns, maxRows, space });
	return { columns, rows: Math.max(1, Math.ceil(count / columns)), shown: count, hidden: 0 };
}

/** How many list rows fit into a height; at least one, which may then be the count of the others. */
export function chooseRows(
	count: number,
	heightPx: number,
	rowPx: number,
): { shown: number; hidden: number } {
	const capacity = Math.max(1, Math.floor(heightPx / rowPx));
	return count <= capacity
		? { shown: count, hidden: 0 }
		: { shown: capacity - 1, hidden: count - capacity + 1 };
}

function fitting(lengthPx: number, minPx: number, gapPx: number): number {
	return Math.max(1, Math.floor((lengthPx + gapPx) / (minPx + gapPx)));
}

function bestColumns(
	count: number,
	limits: { readonly maxColumns: number; readonly maxRows: number; readonly space: GridSpace },
): number {
	const { maxColumns, maxRows, space } = limits;
	let best = maxColumns;
	let bestCost = Number.POSITIVE_INFINITY;
	for (let columns = 1; columns <= Math.min(maxColumns, count); columns += 1) {
		const rows = Math.ceil(count / columns);
		if (rows > maxRows) continue;
		const ratio = space.widthPx / columns / (space.heightPx / rows);
		// Empty cells cost as well: a full grid reads as one thing.
		const cost = Math.abs(Math.log(ratio / WANTED_RATIO)) + (columns * rows - count) / count;
		if (cost < bestCost) [best, bestCost] = [columns, cost];
	}
	return best;
}
