import { syncText } from "../text/en/sync.ts";

/** Everything made here that the desk has not taken yet. */
export function SyncPage() {
	return <h1>{syncText.page.title}</h1>;
}
