/** Chromium scrolls to about 33.5 million pixels; beyond this height the list is scrolled in proportion. */
export const MAX_SCROLL_HEIGHT = 16_000_000;

/** How far the list moves for one pixel of the scroll bar: 1 until the list is too tall for it. */
export function scrollScale(listHeight: number, viewportHeight: number): number {
	if (listHeight <= MAX_SCROLL_HEIGHT) return 1;
	return (listHeight - viewportHeight) / (MAX_SCROLL_HEIGHT - viewportHeight);
}
