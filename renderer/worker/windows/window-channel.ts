import type { CheckFigures } from "../../../shared/api/checks.ts";
import type { PresenceTelling } from "../../../shared/api/presence.ts";
import type { UploadProgress } from "../attachments/uploader.ts";
import type { ConnectionStatus } from "../sync/connection-host.ts";

/** What windows of one console tell each other: hints to read again, never data to trust. */
export type WindowMessage =
	/** The cache grew. */
	| { readonly type: "changes" }
	/** The outbox changed. */
	| { readonly type: "outbox" }
	/** Somebody signed in or out. */
	| { readonly type: "session" }
	/** How much is kept on this workstation changed. */
	| { readonly type: "limits" }
	/** How the writer stands. */
	| { readonly type: "status"; readonly status: WriterStatus }
	| { readonly type: "figures"; readonly figures: readonly CheckFigures[] }
	/** Who is at which ticket. */
	| { readonly type: "presence"; readonly telling: PresenceTelling }
	/** A new window asks the writer to say how it stands. */
	| { readonly type: "ask" }
	/** Somebody wants the desk tried now. */
	| { readonly type: "wake" };

export interface WriterStatus {
	readonly connection: ConnectionStatus;
	readonly sendingIds: readonly string[];
	/** The file on its way to the desk. */
	readonly upload: UploadProgress | null;
	/** Why sending failed last. */
	readonly trouble: { readonly code: string; readonly message: string } | null;
	readonly clockOffsetMs: number;
	readonly problem: string | null;
}

export interface WindowChannel {
	readonly post: (message: WindowMessage) => void;
	readonly listen: (onMessage: (message: WindowMessage) => void) => void;
	readonly close: () => void;
}

export function openWindowChannel(name = "deskwatch"): WindowChannel {
	const channel = new BroadcastChannel(name);
	return {
		post: (message) => channel.postMessage(message),
		listen: (onMessage) => {
			channel.onmessage = (event: MessageEvent<WindowMessage>) => onMessage(event.data);
		},
		close: () => channel.close(),
	};
}
