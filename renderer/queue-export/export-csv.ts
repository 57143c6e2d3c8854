import { notifications } from "@mantine/notifications";
import { callWorker } from "../data/index.ts";
import { saveBlob } from "../files/index.ts";
import { columnsOf, isViewId, queryOf, shownWork, useQueueStore } from "../queue-state/index.ts";
import { queueText } from "../text/en/queue.ts";

/** Who waits longer is told how far it is. */
const TOLD_AFTER_MS = 1_000;
const MESSAGE = "csv";

/** Saves the whole view, in its order and with its columns, as a file that spreadsheets open. */
export async function exportCsv(): Promise<void> {
	const state = useQueueStore.getState();
	const name = queueText.exportName(fileNameOf(state.view), new Date().toISOString().slice(0, 10));
	const begun = await callWorker("beginCsv", {
		query: queryOf(state),
		columns: columnsOf(shownWork(state)),
	});
	const made = begun && (await collect(begun));
	notifications.hide(MESSAGE);
	if (!made) {
		notifications.show({ message: queueText.exportFailed });
		return;
	}
	saveBlob(name, new Blob(made.parts, { type: "text/csv;charset=utf-8" }));
	notifications.show({ message: queueText.exported(made.rows) });
}

interface Begun {
	readonly exportId: string;
	readonly total: number;
	readonly head: string;
}

interface Collected {
	readonly parts: string[];
	readonly rows: number;
}

/** All parts, one after the other; `null` where the worker lost it, as it was started anew. */
async function collect({ exportId, total, head }: Begun): Promise<Collected | null> {
	const parts = [head];
	const startedAt = performance.now();
	let rows = 0;
	let isTold = false;
	for (;;) {
		const part = await callWorker("nextCsv", exportId);
		if (!part) return null;
		parts.push(part.text);
		rows += part.rows;
		if (part.isLast) return { parts, rows };
		const message = queueText.exporting(Math.round((part.done / total) * 100));
		if (isTold) notifications.update({ id: MESSAGE, message, loading: true });
		else if (performance.now() - startedAt > TOLD_AFTER_MS) {
			notifications.show({ id: MESSAGE, message, loading: true, autoClose: false });
			isTold = true;
		}
	}
}

/** Of a ready-made view its name; saved ones may be called anything. */
function fileNameOf(view: string): string {
	return isViewId(view) ? view : "view";
}
