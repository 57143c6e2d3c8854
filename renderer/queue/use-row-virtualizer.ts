import {
	elementScroll,
	observeElementOffset,
	useVirtualizer,
	type Virtualizer,
} from "@tanstack/react-virtual";
import { type RefObject, useRef } from "react";
import { ROW_HEIGHT } from "./grid-row.tsx";
import { MAX_SCROLL_HEIGHT, scrollScale } from "./scaled-scroll.ts";

type RowVirtualizer = Virtualizer<HTMLDivElement, Element>;

export const HEAD_HEIGHT = 30;
const OVERSCAN = 10;

interface VirtualRows {
	readonly virtualizer: RowVirtualizer;
	/** Height of the scrolled content. */
	readonly height: number;
	/** What to take off a row's place in the whole list to get its place in the scrolled content. */
	readonly shift: number;
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
	return {
		virtualizer,
		height: Math.min(listHeight, MAX_SCROLL_HEIGHT),
		shift: offset - offset / scale.current,
	};
}
