import { notifications } from "@mantine/notifications";
import { type Reply, type ReplyInput, replySchema } from "../../shared/reply/reply.ts";
import type { Result } from "../../shared/result.ts";
import { askDesk } from "../http/index.ts";
import { offerBack } from "../page/index.ts";
import { repliesText as text } from "../text/en/replies.ts";

interface Saving {
	readonly id: string;
	/** The one that was edited; 0 makes a new one. */
	readonly version: number;
	readonly input: ReplyInput;
}

function putReply({ id, version, input }: Saving): Promise<Result<Reply>> {
	return askDesk({
		method: "PUT",
		path: `/replies/${id}`,
		body: { version, reply: input },
		answer: replySchema,
	});
}

function deleteReply({ id, version }: Reply): Promise<Result<Reply>> {
	return askDesk({ method: "DELETE", path: `/replies/${id}`, query: { version }, answer: replySchema });
}

export function inputOf({ name, audience, use, text: written }: Reply): ReplyInput {
	return { name, audience, use, text: written };
}

/** Saves a reply; `before` is what Undo gives back, `null` where it is new. */
export async function saveReply(saving: Saving, before: Reply | null): Promise<Result<Reply>> {
	const saved = await putReply(saving);
	if (!saved.ok) return saved;
	const { id, version, name } = saved.value;
	offerBack(text.saved(name), async () => {
		if (before) tell(await putReply({ id, version, input: inputOf(before) }), text.undone(before.name));
		else tell(await deleteReply(saved.value), text.removed(name));
	});
	return saved;
}

/** Takes a reply away, and offers it back. */
export async function removeReply(reply: Reply): Promise<Result<Reply>> {
	const removed = await deleteReply(reply);
	if (!removed.ok) return removed;
	offerBack(text.removed(reply.name), async () => {
		const saving = { id: reply.id, version: 0, input: inputOf(removed.value) };
		tell(await putReply(saving), text.undone(reply.name));
	});
	return removed;
}

function tell(result: Result<Reply>, message: string): void {
	notifications.show({ message: result.ok ? message : result.error.message });
}
