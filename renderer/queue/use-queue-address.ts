import { useEffect, useLayoutEffect, useRef } from "react";
import { useLocation, useSearch } from "wouter";
import {
	fromSearch,
	isSavedKey,
	isViewId,
	shownWork,
	toSearch,
	useQueueStore,
	usualOf,
} from "../queue-state/index.ts";

/** The address follows when the typing rests. */
const REST_MS = 300;

/**
 * Keeps the address and the store saying the same: an address with filters is taken over when it is
 * opened; from then on the store is right and the address follows, so that a reload keeps it. Answers
 * whether the view is known here.
 */
export function useQueueAddress(viewOfPath: string | undefined): boolean {
	const [, navigate] = useLocation();
	const search = useSearch();
	const view = useQueueStore((state) => state.view);
	const usual = useQueueStore((state) => usualOf(state, state.view));
	const { filters, order } = useQueueStore(shownWork);
	const isNamed = isViewId(viewOfPath ?? "") || isSavedKey(viewOfPath ?? "");
	const target = isNamed ? (viewOfPath ?? view) : view;
	const isKnown = useQueueStore((state) => isViewId(target) || target in state.saved);
	const takenOver = useRef<string | null>(null);

	// Before the paint: the list of another view is never seen.
	useLayoutEffect(() => {
		const state = useQueueStore.getState();
		if (takenOver.current === target) return;
		if (search === "" || !isKnown) state.showView(target);
		// What it says of filters is said of the view's own.
		if (!isKnown) return;
		takenOver.current = target;
		if (search === "") return;
		const read = fromSearch(usualOf(state, target), search);
		state.replace(target, read.filters, read.order);
	}, [target, search, isKnown]);

	useEffect(() => {
		if (takenOver.current !== view) return;
		const address = `/queues/${view}${toSearch(usual, filters, order)}`;
		if (`${window.location.pathname}${window.location.search}` === address) return;
		// Not with every key: the browser is slow at it and throttles it.
		const timer = setTimeout(() => {
			// Who has gone on to another page meanwhile is not brought back.
			if (window.location.pathname.startsWith("/queues")) navigate(address, { replace: true });
		}, REST_MS);
		return () => clearTimeout(timer);
	}, [view, usual, filters, order, navigate]);
	return isKnown;
}
