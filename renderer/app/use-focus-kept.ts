import { useEffect } from "react";

/** A dialog over a dialog, and the field before it, are known by then. */
const REMEMBERED = 6;
/** The frame around every page; a page may name a part of its own that takes the focus (`data-takes-focus`). */
const PAGE_ID = "page";
const FOCUSABLE = "[tabindex], a[href], button, input, textarea, select";

/** Where the focus was: the element, then what can have the focus around it, the nearest first. */
type Place = readonly HTMLElement[];

/**
 * The focus never falls to nothing. When what has it goes away (a dialog that is over, a button whose move was
 * made), it goes back to where it was before, or to the nearest thing around it that is still there: Tab goes on from
 * there, not from the top of the window. Who leaves a field on purpose stays out of it.
 */
export function useFocusKept(): void {
	useEffect(() => {
		const places: Place[] = [];
		const remember = ({ target }: FocusEvent): void => {
			if (!(target instanceof HTMLElement)) return;
			places.push(placeOf(target));
			if (places.length > REMEMBERED) places.shift();
		};
		const leave = ({ target, relatedTarget }: FocusEvent): void => {
			if (relatedTarget !== null) return;
			// What goes away is not left: that is known once it has gone.
			queueMicrotask(() => {
				const place = places.at(-1);
				if (place?.[0] !== target || !place[0]?.isConnected) return;
				if (document.activeElement === document.body) places.splice(-1, 1, place.slice(1));
			});
		};
		const observer = new MutationObserver(() => {
			if (document.activeElement !== document.body || places.at(-1)?.[0]?.isConnected !== false) return;
			findLeft(places)?.focus({ preventScroll: true });
		});
		document.addEventListener("focusin", remember);
		document.addEventListener("focusout", leave);
		observer.observe(document.body, { childList: true, subtree: true });
		return () => {
			observer.disconnect();
			document.removeEventListener("focusin", remember);
			document.removeEventListener("focusout", leave);
		};
	}, []);
}

function placeOf(element: HTMLElement): Place {
	const place = [element];
	for (let around = element.parentElement; around; around = around.parentElement)
		if (around.matches(FOCUSABLE)) place.push(around);
	return place;
}

/** What is still there of where the focus was last, else of where it was before that, else the page. */
function findLeft(places: readonly Place[]): HTMLElement | null {
	for (const place of places.toReversed()) {
		const left = place.find((element) => element.isConnected && element.id !== PAGE_ID);
		if (left) return left;
	}
	const page = document.getElementById(PAGE_ID);
	return page?.querySelector<HTMLElement>("[data-takes-focus]") ?? page;
}
