import { notifications } from "@mantine/notifications";
import { callWorker } from "../data/index.ts";
import { saveFile } from "../files/index.ts";
import { syncText } from "../text/en/sync.ts";

/** Saves everything the desk does not have, drafts included, as a file. */
export async function exportUnsent(): Promise<void> {
	const text = await callWorker("exportUnsent");
	const moment = new Date().toISOString().slice(0, 16).replaceAll(":", "-");
	saveFile(`deskwatch-unsent-${moment}.json`, text, "application/json");
	notifications.show({ message: syncText.page.exported });
}
