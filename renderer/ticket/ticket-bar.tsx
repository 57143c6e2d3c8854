import { ActionIcon } from "@mantine/core";
import { IconArrowLeft, IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { Link, useLocation } from "wouter";
import { useShortcuts } from "../keys/index.ts";
import { PeopleHere } from "../presence/index.ts";
import { useQueueStore } from "../queue-state/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import classes from "./ticket.module.css";
import { useNeighbours } from "./use-neighbours.ts";

/** Which ticket this is, where it stands in the queue it was opened from, and the ways on. */
export function TicketBar({ view }: { readonly view: TicketView }) {
	const { step, neighbours } = useNeighbours(view.ticket.id);
	const [, navigate] = useLocation();
	const backTo = useQueueStore((state) => `/queues/${state.view}`);
	useShortcuts({
		nextTicket: () => step(1),
		previousTicket: () => step(-1),
		down: () => step(1),
		up: () => step(-1),
		backToQueue: () => navigate(backTo),
	});
	return (
		<div className={classes.bar}>
			<ActionIcon
				component={Link}
				className={classes.back}
				href={backTo}
				aria-label={ticketText.page.back}
				data-hint={ticketText.page.back}
				data-hint-side="start"
			>
				<IconArrowLeft size={16} />
			</ActionIcon>
			<span className={classes.number} data-ticket-number={view.ticket.number}>
				{view.ticket.number}
			</span>
			<span className={classes.dim}>{ticketText.kindName(view.ticket.kind)}</span>
			{view.ticket.number.startsWith("NEW-") ? (
				<span className={classes.dim}>{ticketText.page.provisional}</span>
			) : null}
			<PeopleHere ticketId={view.ticket.id} />
			<div className={classes.steps}>
				{neighbours === null || neighbours.place === null ? null : (
					<span className={classes.place}>
						{ticketText.page.place(neighbours.place + 1, neighbours.total)}
					</span>
				)}
				<ActionIcon
					aria-label={ticketText.page.previous}
					data-hint={ticketText.page.previous}
					onClick={() => step(-1)}
				>
					<IconChevronUp size={16} />
				</ActionIcon>
				<ActionIcon
					aria-label={ticketText.page.next}
					data-hint={ticketText.page.next}
					onClick={() => step(1)}
				>
					<IconChevronDown size={16} />
				</ActionIcon>
			</div>
		</div>
	);
}
