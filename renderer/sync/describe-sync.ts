import { assertNever } from "../../shared/result.ts";
import { syncText } from "../text/en/sync.ts";
import { formatClock } from "../text/time.ts";
import type { SyncStatus } from "../worker/protocol.ts";

export type SyncTone = "calm" | "busy" | "warning" | "critical";

export interface DescribedSync {
	readonly tone: SyncTone;
	readonly text: string;
}

/** The one truth about the connection, in words: the state first, then what waits. */
export function describeSync(status: SyncStatus): DescribedSync {
	const { tone, text } = describeState(status);
	const parts = [text];
	if (status.needsYou > 0 && status.state !== "needs-you") parts.push(syncText.needsYou(status.needsYou));
	const waiting = status.pending - status.needsYou;
	if (waiting > 0) parts.push(syncText.waiting(waiting));
	return { tone, text: parts.join(", ") };
}

function describeState(status: SyncStatus): DescribedSync {
	switch (status.state) {
		case "starting":
			return { tone: "calm", text: syncText.starting };
		case "live":
			return { tone: "calm", text: syncText.live };
		case "catching-up":
			return { tone: "busy", text: describeCatchUp(status) };
		case "offline": {
			const since = status.offlineSince === null ? null : formatClock(status.offlineSince);
			return { tone: "warning", text: syncText.offline(since) };
		}
		case "needs-you":
			return { tone: "critical", text: syncText.needsYou(status.needsYou) };
		case "signed-out":
			return { tone: "warning", text: syncText.signedOut };
		case "no-access":
			return { tone: "warning", text: syncText.noAccess };
		default:
			return assertNever(status.state);
	}
}

function describeCatchUp({ firstSync, left }: SyncStatus): string {
	return firstSync === null ? syncText.catchingUp(left) : syncText.firstSync(Math.round(firstSync * 100));
}
