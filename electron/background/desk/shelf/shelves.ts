import { MOST_VIEWS } from "../../../../shared/view/saved-view.ts";
import { ARTICLE_SHELF } from "./articles.ts";
import type { Shelf } from "./shelf.ts";

export const VIEW_SHELF: Shelf = {
	table: "saved_view",
	kind: "view",
	sharing: "view.share",
	most: MOST_VIEWS,
};
export const REPLY_SHELF: Shelf = {
	table: "reply",
	kind: "reply",
	sharing: "view.share",
	most: { own: 200, shared: 500 },
};

export const SHELVES: readonly Shelf[] = [VIEW_SHELF, REPLY_SHELF, ARTICLE_SHELF];
