/** So many digits stand side by side in the narrowest tile. */
const ROOM = 20;

/** How much smaller big numbers in a row are drawn, so that they never run into each other. */
export function figureScale(figures: readonly string[]): number {
	const digits = figures.reduce((sum, figure) => sum + figure.length, 0);
	return Math.min(1, ROOM / Math.max(1, digits));
}
