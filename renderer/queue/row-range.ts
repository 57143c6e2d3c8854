import { ROW_HEIGHT } from "./grid-row.tsx";

export const HEAD_HEIGHT = 30;
/** Each row beyond the screen is drawn with every key. */
const OVERSCAN = 2;

/** What is seen of a list, px: how far it is scrolled, and how tall the box with its head is. */
export interface Place {
	readonly top: number;
	readonly height: number;
}

interface RowRange {
	readonly first: number;
	/** One more than the last. */
	readonly end: number;
	/** The most rows that a box of this height ever has drawn. */
	readonly elements: number;
	readonly pageRows: number;
}

/** The rows of a list that are to be drawn. A list that became shorter than it is scrolled shows its end. */
export function rowRange({ top, height }: Place, total: number): RowRange {
	const fitting = Math.ceil(height / ROW_HEIGHT);
	const lastTop = Math.max(0, total * ROW_HEIGHT + HEAD_HEIGHT - height);
	const atTop = Math.floor(Math.min(top, lastTop) / ROW_HEIGHT);
	return {
		first: Math.max(0, atTop - OVERSCAN),
		// One more is cut at its end where another is at its beginning.
		end: height === 0 ? Math.max(0, atTop - OVERSCAN) : Math.min(total, atTop + fitting + 1 + OVERSCAN),
		elements: fitting + 1 + 2 * OVERSCAN,
		pageRows: Math.max(1, Math.floor((height - HEAD_HEIGHT) / ROW_HEIGHT) - 1),
	};
}

/** How far a list is to be scrolled so that a row is seen whole, px; `null` where it is. */
export function scrolledTo(index: number, { top, height }: Place): number | null {
	const rowTop = index * ROW_HEIGHT;
	if (rowTop < top) return rowTop;
	const least = rowTop + ROW_HEIGHT + HEAD_HEIGHT - height;
	return least > top ? least : null;
}
