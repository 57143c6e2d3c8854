import {
	type SavedView,
	savedViewEditSchema,
	savedViewListSchema,
	savedViewSchema,
} from "../../../../shared/view/saved-view.ts";
import { VIEW_SHELF } from "../../desk/shelf/shelves.ts";
import type { RegisterRoutes } from "../api.ts";
import { registerShelf } from "./shelf-routes.ts";

export const registerSavedViewRoutes: RegisterRoutes = (app, context) =>
	registerShelf<SavedView>(app, context, {
		shelf: VIEW_SHELF,
		url: "/api/views",
		names: { all: "views", one: "view" },
		schemas: { all: savedViewListSchema, edit: savedViewEditSchema, one: savedViewSchema },
		summaries: {
			list: "The saved views that are shared, and one’s own.",
			save: "Saves a view; one that is shared by the right to share.",
			remove: "Takes a saved view away, and answers what it was.",
		},
	});
