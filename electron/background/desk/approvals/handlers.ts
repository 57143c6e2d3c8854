import type { TicketKind } from "../../../../shared/ticket/kinds.ts";
import type { Ticket } from "../../../../shared/ticket/ticket.ts";
import { CHANGE_APPROVALS } from "../change/change-approvals.ts";
import type { ReactionDesk } from "../reactions/reaction.ts";
import { REQUEST_APPROVALS } from "../requests/request-approvals.ts";

/** What becomes of a ticket whose approvals have come to an end. */
export interface ApprovalHandler {
	/** Its last stage is approved. */
	readonly onApproved: (desk: ReactionDesk, parent: Ticket) => Promise<void>;
	/** A stage of it is rejected; `reason` is what the person said who decided it. */
	readonly onRejected: (desk: ReactionDesk, parent: Ticket, reason: string) => Promise<void>;
}

/** By the kind of what is approved. */
export const APPROVAL_HANDLERS: Readonly<Partial<Record<TicketKind, ApprovalHandler>>> = {
	change: CHANGE_APPROVALS,
	request: REQUEST_APPROVALS,
	item: REQUEST_APPROVALS,
};
