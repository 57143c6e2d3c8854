import type { Model } from "../engine/model.ts";
import type { Topics } from "../protocol.ts";
import { compareTexts } from "../views/slot-order.ts";
import { listKept } from "./list-kept.ts";

/** The replies that somebody may use, by name. */
export function repliesPayload(model: Model): Topics["replies"]["payload"] | undefined {
	const replies = model.generation?.cache.things.replies;
	return (
		replies &&
		listKept(model, replies.values())
			.map(({ thing: reply, ...about }) => ({ reply, ...about }))
			.sort(({ reply: one }, { reply: other }) =>
				compareTexts(`${one.name.toLowerCase()} ${one.id}`, `${other.name.toLowerCase()} ${other.id}`),
			)
	);
}
