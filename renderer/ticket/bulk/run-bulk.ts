import { notifications } from "@mantine/notifications";
import { callWorker } from "../../data/index.ts";
import { bulkText } from "../../text/en/bulk.ts";
import type { BulkEdit } from "../../worker/bulk/bulk-protocol.ts";
import { offerUndo } from "../undo.tsx";
import { useBulk } from "./bulk-store.ts";

/** Makes one edit on many tickets as one act, which one key takes back; `null` where it is done, else why not. */
export async function runBulk(
	ticketIds: readonly string[],
	edit: BulkEdit,
	/** What was done, in words, where “changed” says too little. */
	labelOf: (count: number) => string = bulkText.done,
): Promise<string | null> {
	const answer = await callWorker("applyBulk", { ticketIds, edit });
	if (!answer.ok) return answer.error.message;
	const { batchId, changed, refused } = answer.value;
	if (changed === 0) {
		notifications.show({ message: bulkText.noneChanged });
		return null;
	}
	useBulk.getState().watch({ batchId, total: changed });
	const label = refused > 0 ? bulkText.doneBut(changed, refused) : labelOf(changed);
	offerUndo({ id: batchId, label, total: changed });
	return null;
}
