import { awaitsCaller } from "../../../shared/ticket/incident-rules.ts";
import { INCIDENT_STATE } from "../../../shared/ticket/lifecycles/incident.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { incidentText } from "../../text/en/incident.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import { saveQuickEdit, tellWhyNot } from "../save-edit.ts";

/** Whether resolving in the caller's name is offered: two reminders went unanswered. */
export function isCallerSilent(ticket: Ticket): boolean {
	return awaitsCaller(ticket) && ticket.$callerSilent === 1;
}

/** Resolves in the caller's name what they did not answer. */
export async function closeByCaller(view: TicketView): Promise<void> {
	const { ticket } = view;
	const text = incidentText.silent;
	if (!isCallerSilent(ticket)) return tellWhyNot(text.notNow);
	const set = {
		state: INCIDENT_STATE.resolved,
		closeCode: "Closed/Resolved by Caller",
		closeNotes: text.notes,
	};
	if (await saveQuickEdit(view, { set })) tellWhyNot(text.done(ticket.number));
}
