import { callWorker } from "../data/index.ts";
import { offerBack } from "../page/index.ts";
import { attentionText } from "../text/en/attention.ts";

/** Nothing is thrown away for good at once: the message offers it back. */
export async function discardIntent(intentId: string): Promise<void> {
	const intent = await callWorker("discardIntent", intentId);
	if (intent !== null) offerBack(attentionText.discarded, () => callWorker("restoreIntent", intent));
}
