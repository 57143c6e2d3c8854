import type { RegisterRoutes } from "../api.ts";
import { feedOwner } from "../auth/feed-owner.ts";

export const registerFeedRoutes: RegisterRoutes = (app, { feeds }) => {
	app.route({
		method: "GET",
		url: "/api/feed",
		config: { needs: "wall.read", summary: "An event stream that says when there is more to ask for." },
		handler: (request, reply) => {
			if (!request.identity) throw new Error("the feed's caller was not identified");
			const headers = reply.getHeaders() as Readonly<Record<string, string>>;
			reply.hijack();
			feeds.open(reply.raw, feedOwner(request.identity), headers);
		},
	});
};
