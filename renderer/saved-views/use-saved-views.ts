import { useEffect } from "react";
import { useLocation } from "wouter";
import { useTopic } from "../data/index.ts";
import { useShortcuts } from "../keys/index.ts";
import { isViewId, readView, useQueueStore, type ViewKey } from "../queue-state/index.ts";
import { queueText } from "../text/en/queue.ts";
import type { ListedView } from "../worker/views/view-protocol.ts";

/** Those in one's list, in its order; `undefined` until they are known. */
export function useSavedViews(): readonly ListedView[] | undefined {
	return useTopic("savedViews", null);
}

/** What a view is called; empty where it is not known. */
export function useViewName(view: ViewKey): string {
	const saved = useSavedViews();
	if (isViewId(view)) return queueText.views[view];
	return saved?.find((listed) => listed.view.id === view)?.view.name ?? "";
}

/** Keeps what the queue knows of saved views as they are, and leads to each by key, on every page. */
export function useKeepViews(): void {
	const [, navigate] = useLocation();
	const views = useSavedViews();
	useEffect(() => {
		if (!views) return;
		const saved = Object.fromEntries(views.map(({ view }) => [view.id, readView(view)]));
		useQueueStore.getState().learn(saved);
	}, [views]);
	const goTo = (index: number) => () => {
		const id = views?.[index]?.view.id;
		if (id !== undefined) navigate(`/queues/${id}`);
	};
	useShortcuts({
		goView1: goTo(0),
		goView2: goTo(1),
		goView3: goTo(2),
		goView4: goTo(3),
		goView5: goTo(4),
		goView6: goTo(5),
		goView7: goTo(6),
		goView8: goTo(7),
		goView9: goTo(8),
	});
}
