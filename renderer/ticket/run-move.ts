import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import { saveQuickEdit } from "./save-edit.ts";
import { fieldsToAsk, type TicketMove } from "./ticket-moves.ts";
import { useTicketUi } from "./ticket-ui-store.ts";

/**
 * Makes a move at once where nothing is to be asked, else opens its dialog. Who starts work on a
 * ticket that nobody has, has it.
 */
export async function runMove(
	view: TicketView,
	move: TicketMove,
	me: { readonly id: string } | null,
): Promise<void> {
	const { ticket } = view;
	const isStart = move.meaning === "start" || move.meaning === "resume";
	const asked = fieldsToAsk(ticket, move.move, {});
	const takesIt = isStart && ticket.assigneeId === null && me !== null;
	const isAskedForOwner = asked.every((field) => field === "assigneeId" || field === "teamId");
	if (isStart && isAskedForOwner && (takesIt || asked.length === 0)) {
		const set = { state: move.to.value, ...(takesIt ? { assigneeId: me.id } : {}) };
		await saveQuickEdit(view, { set });
		return;
	}
	useTicketUi.getState().openDialog({ kind: "move", ticketId: ticket.id, moveId: move.id });
}
