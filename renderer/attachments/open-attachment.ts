import { notifications } from "@mantine/notifications";
import type { Attachment } from "../../shared/api/attachments.ts";
import { callWorker, readTopic } from "../data/index.ts";
import { saveBlob } from "../files/index.ts";
import { attachmentsText } from "../text/en/attachments.ts";

/** Hands a file to the person as a download, from here or from the desk. */
export async function openAttachment(attachment: Attachment): Promise<void> {
	const blob = await callWorker("readFile", attachment);
	if (blob) return saveBlob(attachment.name, blob);
	const { state } = await readTopic("sync", null);
	const message =
		state === "offline"
			? attachmentsText.notHereHint(attachment.name)
			: attachmentsText.unavailable(attachment.name);
	notifications.show({ message, color: "red", autoClose: 8_000 });
}
