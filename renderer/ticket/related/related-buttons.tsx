import { Button } from "@mantine/core";
import { isOpenState } from "../../../shared/ticket/lifecycle.ts";
import { canMerge } from "../../../shared/ticket/merging.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { mergingText } from "../../text/en/merging.ts";
import { problemsText } from "../../text/en/problems.ts";
import { useMerging } from "../merging/merging-store.ts";
import { useTicketUi } from "../ticket-ui-store.ts";
import classes from "./related.module.css";
import { relatedActions } from "./related-actions.ts";

/** What can be done around a ticket, a button each. */
export function RelatedButtons({ ticket }: { readonly ticket: Ticket }) {
	const openDialog = useTicketUi((state) => state.openDialog);
	const actions = relatedActions(ticket);
	const mayMerge = canMerge(ticket) && isOpenState(ticket.kind, ticket.state);
	if (actions.length === 0 && !mayMerge) return null;
	return (
		<fieldset className={classes.actions}>
			<legend className="visually-hidden">{problemsText.actions}</legend>
			{actions.map((action) => (
				<Button
					key={action}
					variant="default"
					size="compact-sm"
					onClick={() => openDialog({ kind: "related", ticketId: ticket.id, action })}
				>
					{problemsText.dialogs[action]}
				</Button>
			))}
			{mayMerge ? (
				<Button variant="default" size="compact-sm" onClick={() => useMerging.getState().begin([ticket.id])}>
					{mergingText.action}
				</Button>
			) : null}
		</fieldset>
	);
}
