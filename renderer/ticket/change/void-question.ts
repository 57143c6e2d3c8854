import { create } from "zustand";
import { type Consequence, consequenceOf } from "../../../shared/change/consequence.ts";
import { APPROVAL_STATE } from "../../../shared/ticket/lifecycles/approval.ts";
import type { Ticket, TicketPatch } from "../../../shared/ticket/ticket.ts";
import { readTopic } from "../../data/index.ts";

/** What an edit is about to do to a change, until somebody answers. */
export interface VoidQuestion {
	readonly ticketId: string;
	readonly consequence: Consequence;
	/** Approvals that are asked for or given. */
	readonly approvals: number;
	readonly answer: (isWanted: boolean) => void;
}

export const useVoidQuestion = create<{ readonly question: VoidQuestion | null }>()(() => ({
	question: null,
}));

/** Asks before an edit that voids approvals or leaves a template; true where there is nothing to ask. */
export async function askBeforeVoiding(ticket: Ticket, set: TicketPatch): Promise<boolean> {
	if (ticket.kind !== "change") return true;
	const settings = await readTopic("changeSettings", null);
	const consequence = consequenceOf(ticket, { ...ticket, ...set }, settings?.templates ?? []);
	if (!consequence) return true;
	const { parts } = await readTopic("relatives", { ticketId: ticket.id });
	const approvals = parts.filter(
		({ kind, state }) =>
			kind === "approval" && (state === APPROVAL_STATE.requested || state === APPROVAL_STATE.approved),
	).length;
	return new Promise((resolve) => {
		const answer = (isWanted: boolean): void => {
			useVoidQuestion.setState({ question: null });
			resolve(isWanted);
		};
		useVoidQuestion.getState().question?.answer(false);
		useVoidQuestion.setState({ question: { ticketId: ticket.id, consequence, approvals, answer } });
	});
}
