import {
	elementScroll,
	observeElementOffset,
	useVirtualizer,
	type Virtualizer,
} from "@tanstack/react-virtual";
import { type RefObject, useCallback, useRef } from "react";
import { ROW_HEIGHT } from "./grid-row.tsx";
import { MAX_SCROLL_HEIGHT, scrollScale } from "./scaled-scroll.ts";

type RowVirtualizer = Virtualizer<HTMLDivElement, Element>;

export const HEAD_HEIGHT = 30;
/** Each row beyond the screen is drawn with every key. */
const OVERSCAN = 2;

interface VirtualRows {
	readonly virtualizer: RowVirtualizer;
	/** Height of the scrolled content. */
	readonly height: number;
	/** What to take off a row's place in the whole list to get its place in the scrolled content. */
	readonly shift: number;
	/** Brings a row on screen; one that is there moves nothing. */
	readonly reveal: (index: number) => void;
}

/** Rows of one height over any number of tickets: beyond what a browser can scroll, in proportion. */
export function useRowVirtualizer(scroller: RefObject<HTMLDivElement | null>, total: number): VirtualRows {
	const scale = useRef(1);
	const virtualizer: RowVirtualizer = useVirtualizer<HTMLDivElement, Element>({
		count: total,
		getScrollElement: () => scroller.current,
		estimateSize: () => ROW_HEIGHT,
		overscan: OVERSCAN,
		scrollPaddingEnd: HEAD_HEIGHT,
		observeElementOffset: (instance, report) =>
			observeElementOffset(instance, (offset, isScrolling) => report(offset * scale.current, isScrolling)),
		scrollToFn: (offset, options, instance) => elementScroll(offset / scale.current, options, instance),
	});
	const listHeight = total * ROW_HEIGHT;
	scale.current = scrollScale(listHeight, virtualizer.scrollRect?.height ?? 0);
	const offset = virtualizer.scrollOffset ?? 0;
	const reveal = useCallback(
		(index: number) => {
			if (!isOnScreen(virtualizer, index)) virtualizer.scrollToIndex(index);
		},
		[virtualizer],
	);
	return {
		reveal,
		virtualizer,
		height: Math.min(listHeight, MAX_SCROLL_HEIGHT),
		shift: offset - offset / scale.current,
	};
}

/** From what is known without asking the page for its layout. */
function isOnScreen({ scrollOffset, scrollRect }: RowVirtualizer, index: number): boolean {
	if (scrollOffset === null || scrollRect === null) return false;
	const top = index * ROW_HEIGHT;
	return top >= scrollOffset && top + ROW_HEIGHT + HEAD_HEIGHT <= scrollOffset + scrollRect.height;
}
