import type { QueueRow } from "../../worker/views/view-protocol.ts";
import type { OneEdit } from "./edit-many.ts";

/** What incidents are told: a work note each, then a comment where their callers are to read it too. */
export function communicationOf(
	incidents: readonly Pick<QueueRow, "id" | "callerId">[],
	{ text, isToCallers }: { readonly text: string; readonly isToCallers: boolean },
): readonly OneEdit[] {
	const note = (ticketId: string, kind: "workNote" | "comment"): OneEdit => ({
		ticketId,
		set: {},
		note: { kind, text: text.trim() },
	});
	return incidents.flatMap(({ id, callerId }) => [
		note(id, "workNote"),
		...(isToCallers && callerId !== null ? [note(id, "comment")] : []),
	]);
}
