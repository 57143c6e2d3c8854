import type { SavedView } from "../../../shared/view/saved-view.ts";
import type { Model } from "../engine/model.ts";
import { compareTexts } from "../views/slot-order.ts";
import type { ListedView } from "../views/view-protocol.ts";
import { listKept } from "./list-kept.ts";

const PLACE = { own: 0, team: 1, everybody: 2 } as const;

/** The saved views in somebody's list: their own, their teams', everybody's, each in its order. */
export function savedViewsPayload(model: Model): readonly ListedView[] | undefined {
	const savedViews = model.generation?.cache.things.savedViews;
	return (
		savedViews &&
		listKept(model, savedViews.values())
			.map(({ thing: view, ...about }) => ({ view, ...about }))
			.sort(compareListed)
	);
}

function compareListed(one: ListedView, other: ListedView): number {
	return (
		PLACE[one.view.audience.kind] - PLACE[other.view.audience.kind] ||
		compareTexts(one.teamName ?? "", other.teamName ?? "") ||
		one.view.position - other.view.position ||
		compareNames(one.view, other.view)
	);
}

function compareNames(one: SavedView, other: SavedView): number {
	return compareTexts(one.name.toLowerCase(), other.name.toLowerCase()) || compareTexts(one.id, other.id);
}
