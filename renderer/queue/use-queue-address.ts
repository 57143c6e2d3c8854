import { useEffect, useLayoutEffect, useRef } from "react";
import { useLocation, useSearch } from "wouter";
import { fromSearch, isViewId, toSearch, useQueueStore } from "../queue-state/index.ts";

/** The address follows when the typing rests. */
const REST_MS = 300;

/**
 * Keeps the address and the store saying the same: an address with filters is taken over when it is
 * opened; from then on the store is right and the address follows, so that a reload keeps it.
 */
export function useQueueAddress(viewOfPath: string | undefined): void {
	const [, navigate] = useLocation();
	const search = useSearch();
	const view = useQueueStore((state) => state.view);
	const { filters, order } = useQueueStore((state) => state.work[state.view]);
	const takenOver = useRef<string | null>(null);

	// Before the paint: the list of another view is never seen.
	useLayoutEffect(() => {
		const { replace, showView } = useQueueStore.getState();
		const target = isViewId(viewOfPath) ? viewOfPath : useQueueStore.getState().view;
		if (takenOver.current === target) return;
		takenOver.current = target;
		if (search === "") showView(target);
		else {
			const read = fromSearch(target, search);
			replace(target, read.filters, read.order);
		}
	}, [viewOfPath, search]);

	useEffect(() => {
		if (takenOver.current !== view) return;
		const address = `/queues/${view}${toSearch(view, filters, order)}`;
		if (`${window.location.pathname}${window.location.search}` === address) return;
		// Not with every key: the browser is slow at it and throttles it.
		const timer = setTimeout(() => {
			// Who has gone on to another page meanwhile is not brought back.
			if (window.location.pathname.startsWith("/queues")) navigate(address, { replace: true });
		}, REST_MS);
		return () => clearTimeout(timer);
	}, [view, filters, order, navigate]);
}
