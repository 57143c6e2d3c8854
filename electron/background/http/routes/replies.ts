import { type Reply, replyEditSchema, replyListSchema, replySchema } from "../../../../shared/reply/reply.ts";
import { REPLY_SHELF } from "../../desk/shelf/shelves.ts";
import type { RegisterRoutes } from "../api.ts";
import { registerShelf } from "./shelf-routes.ts";

export const registerReplyRoutes: RegisterRoutes = (app, context) =>
	registerShelf<Reply>(app, context, {
		shelf: REPLY_SHELF,
		url: "/api/replies",
		names: { all: "replies", one: "reply" },
		schemas: { all: replyListSchema, edit: replyEditSchema, one: replySchema },
		summaries: {
			list: "The replies that are shared, and one’s own.",
			save: "Saves a reply; one that is shared by the right to share.",
			remove: "Takes a reply away, and answers what it was.",
		},
	});
