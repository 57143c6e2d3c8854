import { useLocation } from "wouter";
import { useShortcuts } from "../keys/index.ts";
import { useQueueStore } from "../queue-state/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import { useTitle } from "../title/index.ts";
import classes from "./new-ticket.module.css";
import { NewTicketForm } from "./new-ticket-form.tsx";

/** A call comes in: one form takes it down, and resolves it where it is solved already. */
export function NewTicketPage() {
	const [, navigate] = useLocation();
	const view = useQueueStore((state) => state.view);
	useShortcuts({ backToQueue: () => navigate(`/queues/${view}`) });
	useTitle(ticketText.create.title);
	return (
		<div className={classes.page}>
			<h1 className={classes.title}>{ticketText.create.title}</h1>
			<NewTicketForm />
		</div>
	);
}
