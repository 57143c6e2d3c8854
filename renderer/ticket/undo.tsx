import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { callWorker } from "../data/index.ts";
import { noteUndoable } from "../keys/index.ts";
import { latestOffer } from "../page/index.ts";
import { bulkText } from "../text/en/bulk.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { BatchUndone } from "../worker/bulk/bulk-protocol.ts";
import { useBulk } from "./bulk/bulk-store.ts";

/** An edit that can be taken back by another edit. */
export interface Undoable {
	/** Of its intent; or of the batch, where one act changed many tickets. */
	readonly id: string;
	/** What was done, in words. */
	readonly label: string;
	/** How many tickets it changed; absent for the edit of one. */
	readonly total?: number;
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
	noteUndoable();
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

/** History is never taken back: further edits set the old values, unless somebody changed them since. */
async function undo(undoable: Undoable): Promise<void> {
	const index = done.findIndex((candidate) => candidate.undoable === undoable);
	const entry = done[index];
	if (!entry) return;
	done.splice(index, 1);
	notifications.hide(entry.messageId);
	const answer = await callWorker("takeBack", undoable.id);
	const message = answer.ok ? describeUndone(undoable, answer.value) : answer.error.message;
	notifications.show({ message });
}

function describeUndone({ label, total }: Undoable, undone: BatchUndone): string {
	if (total === undefined) return describeOne(label, undone);
	const { batchId } = undone;
	const given = undone.undone + undone.partly;
	if (batchId !== null && given > 1) useBulk.getState().watch({ batchId, total: given });
	return [
		bulkText.undone(undone.undone),
		...(undone.partly > 0 ? [bulkText.partly(undone.partly)] : []),
		...(undone.left > 0 ? [bulkText.left(undone.left)] : []),
		...Object.entries(undone.refused).map(([reason, count]) => bulkText.refused(count, reason)),
	].join(" ");
}

function describeOne(label: string, { undone, left, refused }: BatchUndone): string {
	const [why] = Object.keys(refused);
	if (why !== undefined) return why;
	return undone === 0 && left > 0 ? ticketText.actions.changedSince : ticketText.actions.undone(label);
}
