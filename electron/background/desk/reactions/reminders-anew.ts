import { INCIDENT_STATE } from "../../../../shared/ticket/lifecycles/incident.ts";
import { fieldValue } from "../../../../shared/ticket/ticket.ts";
import type { Reaction } from "./reaction.ts";

/** Who gives a hold another follow-up time or reason begins its reminders anew. */
export const remindersAnew: Reaction = async ({ before, after }, desk) => {
	const { onHold } = INCIDENT_STATE;
	if (after.kind !== "incident" || before?.state !== onHold || after.state !== onHold) return;
	const isSame = before.followUpAt === after.followUpAt && before.holdReason === after.holdReason;
	if (isSame || fieldValue(after, "$remindersSent") === null) return;
	await desk.change("hold-reminders", after.id, {
		$remindersSent: null,
		$remindedAt: null,
		$callerSilent: null,
	});
};
