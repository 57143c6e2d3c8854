import { notifications } from "@mantine/notifications";
import { Link } from "wouter";
import { readTopic } from "../../data/index.ts";
import { problemsText } from "../../text/en/problems.ts";

/** Says under which number a ticket was made, with the way to it. */
export async function tellMade(ticketId: string, what: string): Promise<void> {
	const view = await readTopic("ticket", { key: ticketId });
	notifications.show({
		message: (
			<>
				{what}: {view?.ticket.number} <Link href={`/tickets/${ticketId}`}>{problemsText.tell.open}</Link>
			</>
		),
	});
}
