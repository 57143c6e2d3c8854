import type { QueueRow, ViewRows, ViewWindow } from "../worker/views/view-protocol.ts";

/** The rows of one watch at least: a usual screen and some scrolling; each of them costs with every key. */
export const WINDOW_ROWS = 80;
/** Windows start on multiples of this, so that a small scroll asks for nothing new. */
const STEP = 20;

/**
 * The rows to watch while `first` to `last` are on screen: as many above as below, moved only when
 * the screen comes near its edge.
 */
export function chooseWindow(current: ViewWindow, first: number, last: number, total: number): ViewWindow {
	const isInside = first >= current.from && last < current.from + current.count;
	const hasMargin =
		(current.from === 0 || first - current.from >= STEP / 2) &&
		(current.from + current.count >= total || current.from + current.count - last >= STEP / 2);
	if (isInside && hasMargin) return current;
	const middle = Math.floor((first + last) / 2);
	const needed = Math.ceil((last - first + 1) / STEP + 2) * STEP;
	const count = Math.max(WINDOW_ROWS, needed);
	const from = Math.max(0, Math.floor((middle - count / 2) / STEP) * STEP);
	return { from, count };
}

/** One row of a payload by its place in the whole view. */
export function rowAt(rows: ViewRows, index: number): QueueRow | undefined {
	return rows.rows[index - rows.from];
}

/**
 * What to show while the person is acting: rows keep their places and take over what is new in
 * them; a row that left stays until they pause. `null`: nothing would jump, show what came.
 */
export function holdPlaces(shown: ViewRows, came: ViewRows): ViewRows | null {
	if (shown.from !== came.from) return null;
	const isSameOrder =
		shown.rows.length === came.rows.length &&
		shown.rows.every((row, index) => row.id === came.rows[index]?.id);
	if (isSameOrder) return null;
	const fresh = new Map(came.rows.map((row) => [row.id, row]));
	return { ...came, total: shown.total, rows: shown.rows.map((row) => fresh.get(row.id) ?? row) };
}
