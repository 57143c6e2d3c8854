import { notifications } from "@mantine/notifications";
import { type Result, refuse } from "../../shared/result.ts";
import type { Note, TicketPatch } from "../../shared/ticket/ticket.ts";
import { callWorker } from "../data/index.ts";
import { changesText } from "../text/en/changes.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import { askBeforeVoiding } from "./change/void-question.ts";
import { offerUndo } from "./undo.tsx";

export interface EditOptions {
	readonly set: TicketPatch;
	readonly note?: Note;
	readonly attachmentIds?: readonly string[];
	/** What was done, in words; with it the edit can be taken back. */
	readonly undoLabel?: string;
}

/** Saves an edit of a ticket as it stands on screen. A refusal is answered, for the field it is about. */
export async function saveEdit(
	view: TicketView,
	options: EditOptions,
): Promise<Result<{ readonly intentId: string }>> {
	const { set, note, attachmentIds, undoLabel } = options;
	if (!(await askBeforeVoiding(view.ticket, set))) return refuse("not_wanted", changesText.voiding.kept);
	const ticketId = view.ticket.id;
	const answer = await callWorker("edit", {
		ticketId,
		set,
		...(note ? { note } : {}),
		...(attachmentIds ? { attachmentIds } : {}),
	});
	if (answer.ok && undoLabel !== undefined) offerUndo({ id: answer.value.intentId, label: undoLabel });
	return answer;
}

/** Saves an edit that has no field of its own on screen: a refusal becomes a message. */
export async function saveQuickEdit(view: TicketView, options: EditOptions): Promise<boolean> {
	const answer = await saveEdit(view, options);
	if (!answer.ok) tellRefusal(answer.error.message);
	return answer.ok;
}

/** Nothing was tried: only why not. */
export function tellWhyNot(message: string): void {
	notifications.show({ message, autoClose: 4_000 });
}

export function tellRefusal(message: string): void {
	notifications.show({ title: ticketText.actions.failed, message, color: "red", autoClose: 10_000 });
}
