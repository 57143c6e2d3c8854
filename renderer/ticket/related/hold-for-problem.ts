import { isOpenState } from "../../../shared/ticket/lifecycle.ts";
import { HOLD_REASON, INCIDENT_STATE } from "../../../shared/ticket/lifecycles/incident.ts";
import type { EpochMs, TicketPatch } from "../../../shared/ticket/ticket.ts";
import type { QueueRow } from "../../worker/views/view-protocol.ts";

const DAY_MS = 86_400_000;
const HALF_HOUR_MS = 1_800_000;

/** The next day, at a full half hour. */
export function nextDay(now: EpochMs): EpochMs {
	return Math.ceil((now + DAY_MS) / HALF_HOUR_MS) * HALF_HOUR_MS;
}

/** Whether an incident can be put on hold for a problem: what is resolved is not brought back for it. */
export function canHold({ kind, state }: Pick<QueueRow, "kind" | "state">): boolean {
	return kind === "incident" && isOpenState(kind, state);
}

/** What makes an incident one of a problem's, and has it wait for that until somebody looks again. */
export function linkPatch(
	incident: Pick<QueueRow, "kind" | "state">,
	problemId: string,
	followUpAt: EpochMs | null,
): TicketPatch {
	if (followUpAt === null || !canHold(incident)) return { problemId };
	return { problemId, state: INCIDENT_STATE.onHold, holdReason: HOLD_REASON.awaitingProblem, followUpAt };
}
