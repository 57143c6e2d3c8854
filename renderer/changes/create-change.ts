import { notifications } from "@mantine/notifications";
import type { Refusal } from "../../shared/result.ts";
import type { TicketPatch } from "../../shared/ticket/ticket.ts";
import { callWorker, readTopic } from "../data/index.ts";
import { changesText } from "../text/en/changes.ts";

/** Makes a change and goes to it; answers why not, where it is refused. */
export async function createChange(
	set: TicketPatch,
	navigate: (to: string) => void,
): Promise<Refusal | null> {
	const answer = await callWorker("create", { kind: "change", set });
	if (!answer.ok) return answer.error;
	const { ticketId } = answer.value;
	const view = await readTopic("ticket", { key: ticketId });
	notifications.show({ message: changesText.create.created(view?.ticket.number ?? "") });
	navigate(`~/tickets/${ticketId}`);
	return null;
}
