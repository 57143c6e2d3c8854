import { ipcMain } from "electron";
import { z } from "zod";
import { describeIssue } from "../../../shared/api/describe-issue.ts";
import { type BackgroundState, BRIDGE_CHANNELS, type DisplayChoice } from "../../../shared/bridge.ts";
import type { Result } from "../../../shared/result.ts";
import { isTrustedFrame } from "../guards/console-url.ts";

/** What pages may ask of the shell. */
export interface BridgeActions {
	readonly listDisplays: () => readonly DisplayChoice[];
	readonly openWall: (displayId: number) => Result<null>;
	readonly backgroundState: () => BackgroundState;
}

const nothing = z.undefined();
const wallChoice = z.strictObject({ displayId: z.int() });

/** Answers the bridge's messages: only from our own top frames, and only well-formed ones. */
export function handleBridge(actions: BridgeActions): void {
	answer(BRIDGE_CHANNELS.listDisplays, nothing, () => actions.listDisplays());
	answer(BRIDGE_CHANNELS.openWall, wallChoice, ({ displayId }) => actions.openWall(displayId));
	answer(BRIDGE_CHANNELS.askBackgroundState, nothing, () => actions.backgroundState());
}

function answer<Payload>(
	channel: string,
	schema: z.ZodType<Payload>,
	act: (payload: Payload) => unknown,
): void {
	ipcMain.handle(channel, (event, payload: unknown) => {
		if (!isTrustedFrame(event.senderFrame)) throw new Error(`${channel}: not asked by a page of the console`);
		const parsed = schema.safeParse(payload);
		if (parsed.success) return act(parsed.data);
		const issue = parsed.error.issues[0];
		return { ok: false, error: issue ? describeIssue(issue) : { code: "invalid_request", message: channel } };
	});
}
