import { replySchema } from "../../shared/reply/reply.ts";
import { keptRequests } from "../kept/index.ts";
import { repliesText as text } from "../text/en/replies.ts";

export const { save: saveReply, remove: removeReply } = keptRequests({
	path: "/replies",
	key: "reply",
	answer: replySchema,
	inputOf: ({ name, audience, use, text: written }) => ({ name, audience, use, text: written }),
	text,
});
