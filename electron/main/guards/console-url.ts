import { CONSOLE_ORIGIN } from "../../../shared/bridge.ts";

/** A frame as Electron names it in a message's event. */
export interface SenderFrame {
	readonly url: string;
	readonly parent: unknown;
}

/** The address of one of our own pages, parsed; `null` for any other. `URL.origin` says nothing of our scheme. */
export function parseConsoleUrl(address: string): URL | null {
	if (!URL.canParse(address)) return null;
	const url = new URL(address);
	const isOurs =
		`${url.protocol}//${url.host}` === CONSOLE_ORIGIN && url.username === "" && url.password === "";
	return isOurs ? url : null;
}

/** Whether a message comes from the top frame of one of our own pages; `null` is a frame that is gone. */
export function isTrustedFrame(frame: SenderFrame | null): boolean {
	return frame !== null && frame.parent === null && parseConsoleUrl(frame.url) !== null;
}
