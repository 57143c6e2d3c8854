import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import { stateName } from "../../../shared/ticket/lifecycle.ts";
import { HOLD_REASON_NAMES } from "../../../shared/ticket/lifecycles/incident.ts";
import type { Priority } from "../../../shared/ticket/priority.ts";

const PRIORITY_NAMES = ["Critical", "High", "Moderate", "Low", "Planning"] as const;
const LEVEL_NAMES = ["High", "Medium", "Low"] as const;

export const ticketText = {
	priorityName: (priority: Priority) => PRIORITY_NAMES[priority - 1] ?? "",
	priority: (priority: Priority) => `P${priority} ${PRIORITY_NAMES[priority - 1] ?? ""}`,
	level: (level: number) => `${level} ${LEVEL_NAMES[level - 1] ?? ""}`,
	kind: {
		incident: "Incident",
		request: "Request",
		problem: "Problem",
		change: "Change",
		task: "Task",
	} satisfies Record<TicketKind, string>,
	/** The English names are the lifecycle's own. */
	state: (kind: TicketKind, state: number) => stateName(kind, state),
	holdReason: (reason: number) => HOLD_REASON_NAMES[reason] ?? `Reason ${reason}`,
	nobody: "Nobody",
	noTeam: "No team",
	none: "None",
	pendingMark: "Not on the desk yet",
	needsYouMark: "An edit of this ticket needs you",
	clockPaused: "Clock paused",
	noClock: "No clock",
} as const;
