import { notifications } from "@mantine/notifications";
import { callWorker } from "../data/index.ts";
import { saveFile } from "../files/index.ts";
import { useQueueStore } from "../queue-state/index.ts";
import { queueText } from "../text/en/queue.ts";
import type { ViewQuery } from "../worker/protocol.ts";

/** Saves the whole view, in its order, as a file that spreadsheets open. */
export async function exportCsv(query: ViewQuery): Promise<void> {
	const text = await callWorker("csv", query);
	const { view } = useQueueStore.getState();
	const day = new Date().toISOString().slice(0, 10);
	saveFile(queueText.exportName(view, day), text, "text/csv;charset=utf-8");
	notifications.show({ message: queueText.exported(countRecords(text)) });
}

/** Records of RFC 4180 text without its head: line ends inside quotes belong to a field. */
function countRecords(text: string): number {
	let isQuoted = false;
	let count = 0;
	for (const letter of text) {
		if (letter === '"') isQuoted = !isQuoted;
		else if (letter === "\n" && !isQuoted) count += 1;
	}
	return Math.max(0, text.endsWith("\n") ? count - 1 : count);
}
