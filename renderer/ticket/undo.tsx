import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { pickFields } from "../../shared/ticket/apply.ts";
import type { TicketFieldName, TicketPatch } from "../../shared/ticket/ticket.ts";
import { callWorker, readTopic } from "../data/index.ts";
import { latestOffer } from "../page/index.ts";
import { ticketText } from "../text/en/ticket.ts";

/** An edit that can be taken back by another edit. */
export interface Undoable {
	readonly ticketId: string;
	/** What was done, in words. */
	readonly label: string;
	/** What it set, and what was there before. */
	readonly set: TicketPatch;
	readonly before: TicketPatch;
}

const KEPT = 50;
/** With the message that offers it, so that it goes when it was taken back another way. */
const done: { readonly undoable: Undoable; readonly messageId: string; readonly at: number }[] = [];

/** Remembers an edit and offers to take it back. */
export function offerUndo(undoable: Undoable): void {
	const messageId = notifications.show({
		message: (
			<Group justify="space-between" wrap="nowrap">
				<Text size="sm">{undoable.label}</Text>
				<Button variant="subtle" size="compact-xs" onClick={() => void undo(undoable)}>
					{ticketText.actions.undo}
				</Button>
			</Group>
		),
	});
	done.push({ undoable, messageId, at: performance.now() });
	if (done.length > KEPT) done.shift();
}

/** Takes back what was done last in this window: an edit, or that something was thrown away. */
export async function undoLast(): Promise<void> {
	const last = done.at(-1);
	const offer = latestOffer();
	if (offer && offer.at > (last?.at ?? 0)) offer.accept();
	else if (last) await undo(last.undoable);
	else notifications.show({ message: ticketText.actions.nothingToUndo });
}

/** History is never taken back: a second edit sets the old values, unless somebody changed them since. */
async function undo(undoable: Undoable): Promise<void> {
	const index = done.findIndex((candidate) => candidate.undoable === undoable);
	const entry = done[index];
	if (!entry) return;
	done.splice(index, 1);
	notifications.hide(entry.messageId);
	const message = await compensate(undoable);
	notifications.show({ message });
}

async function compensate({ ticketId, label, set, before }: Undoable): Promise<string> {
	const view = await readTopic("ticket", { key: ticketId });
	const fields = Object.keys(set) as TicketFieldName[];
	if (!view || !fields.every((field) => view.ticket[field] === set[field]))
		return ticketText.actions.changedSince;
	const answer = await callWorker("edit", { ticketId, set: before });
	return answer.ok ? ticketText.actions.undone(label) : answer.error.message;
}

/** The values that an edit is about to replace. */
export function valuesBefore(ticket: Parameters<typeof pickFields>[0], set: TicketPatch): TicketPatch {
	return pickFields(ticket, Object.keys(set) as TicketFieldName[]);
}
