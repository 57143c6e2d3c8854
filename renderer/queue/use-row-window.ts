import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { ROW_HEIGHT } from "./grid-row.tsx";
import { HEAD_HEIGHT, type Place, rowRange, scrolledTo } from "./row-range.ts";
import { MAX_SCROLL_HEIGHT, scrollScale } from "./scaled-scroll.ts";

interface RowWindow {
	/** The rows to draw, by their place in the whole list. */
	readonly indexes: readonly number[];
	/** Never fewer than are drawn at once: rows that take turns in so many elements never share one. */
	readonly elements: number;
	/** How many rows one page of the keyboard moves by. */
	readonly pageRows: number;
	/** Height of the scrolled content, px. */
	readonly height: number;
	/** Where a row is in it, px. */
	readonly topOf: (index: number) => number;
	/** Brings a row on screen; one that is there moves nothing. */
	readonly reveal: (index: number) => void;
}

/**
 * Rows of one height over any number of tickets: beyond what a browser can scroll, in proportion. As all are
 * of one height nothing is kept for each: a list of a million is not gone through because a key changed it.
 */
export function useRowWindow(scroller: RefObject<HTMLDivElement | null>, total: number): RowWindow {
	const [seen, setSeen] = useState<Place>({ top: 0, height: 0 });
	/** The same to the pixel: what is drawn changes row by row. */
	const exact = useRef(seen);
	const height = Math.min(total * ROW_HEIGHT, MAX_SCROLL_HEIGHT);
	const scale = scrollScale(total * ROW_HEIGHT, seen.height);
	const list = useRef({ scale, height });
	list.current = { scale, height };

	const show = useCallback((place: Place) => {
		exact.current = place;
		const top = list.current.scale === 1 ? place.top - (place.top % ROW_HEIGHT) : place.top;
		setSeen((before) => (before.top === top && before.height === place.height ? before : { ...place, top }));
	}, []);
	useLayoutEffect(() => {
		const element = scroller.current;
		if (!element) return undefined;
		const measure = () => show({ top: element.scrollTop, height: element.clientHeight });
		measure();
		const resized = new ResizeObserver(measure);
		resized.observe(element);
		// Drawn in the frame that scrolls: later there would be a gap at the end.
		const handleScroll = () => flushSync(() => show({ ...exact.current, top: element.scrollTop }));
		element.addEventListener("scroll", handleScroll, { passive: true });
		return () => {
			resized.disconnect();
			element.removeEventListener("scroll", handleScroll);
		};
	}, [scroller, show]);

	const reveal = useCallback(
		(index: number) => {
			const before = exact.current;
			const offset = scrolledTo(index, { ...before, top: before.top * list.current.scale });
			if (offset === null || !scroller.current) return;
			const lowest = Math.max(0, list.current.height + HEAD_HEIGHT - before.height);
			const top = Math.min(lowest, offset / list.current.scale);
			scroller.current.scrollTop = top;
			show({ ...before, top });
		},
		[scroller, show],
	);

	const offset = seen.top * scale;
	const { first, end, elements, pageRows } = rowRange({ top: offset, height: seen.height }, total);
	const indexes = useMemo(() => Array.from({ length: end - first }, (_, at) => first + at), [first, end]);
	const shift = offset - offset / scale;
	return { indexes, elements, pageRows, height, reveal, topOf: (index) => index * ROW_HEIGHT - shift };
}
