import { notifications } from "@mantine/notifications";
import type { Attachment } from "../../shared/api/attachments.ts";
import { callWorker, readTopic } from "../data/index.ts";
import { saveBlob } from "../files/index.ts";
import { attachmentsText } from "../text/en/attachments.ts";

const SLOW_MS = 700;

/** Hands a file to the person as a download, from here or from the desk. */
export async function openAttachment(attachment: Attachment): Promise<void> {
	const stopTelling = tellWhenSlow(attachment.name);
	const blob = await callWorker("readFile", attachment).finally(stopTelling);
	if (blob) return saveBlob(attachment.name, blob);
	const { state } = await readTopic("sync", null);
	const message =
		state === "offline"
			? attachmentsText.notHereHint(attachment.name)
			: attachmentsText.unavailable(attachment.name);
	notifications.show({ message, color: "red", autoClose: 8_000 });
}

/** Over a slow line a file takes its time: after a moment the person hears that it is coming. */
function tellWhenSlow(name: string): () => void {
	let id: string | null = null;
	const timer = setTimeout(() => {
		id = notifications.show({ message: attachmentsText.fetching(name), loading: true, autoClose: false });
	}, SLOW_MS);
	return () => {
		clearTimeout(timer);
		if (id !== null) notifications.hide(id);
	};
}
