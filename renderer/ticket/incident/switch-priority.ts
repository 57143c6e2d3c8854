import { can } from "../../../shared/permission/permission.ts";
import { fieldValue } from "../../../shared/ticket/ticket.ts";
import { incidentText } from "../../text/en/incident.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import { saveQuickEdit, tellWhyNot } from "../save-edit.ts";
import { useTicketUi } from "../ticket-ui-store.ts";
import type { Myself } from "../use-myself.ts";

/** One key: a priority set by hand is taken back, else one is asked for. */
export async function switchPriority(view: TicketView, { roles }: Pick<Myself, "roles">): Promise<void> {
	const { ticket } = view;
	if (!can(roles, "priority.override")) return tellWhyNot(incidentText.priority.notAllowed);
	if (fieldValue(ticket, "$priorityOverride") === null)
		return useTicketUi.getState().openDialog({ kind: "priority", ticketId: ticket.id });
	const undoLabel = incidentText.priority.takenBack(ticket.number);
	await saveQuickEdit(view, { set: { $priorityOverride: null, $priorityReason: null }, undoLabel });
}
