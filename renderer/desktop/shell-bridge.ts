import type { DeskwatchBridge } from "../../shared/bridge.ts";

declare global {
	interface Window {
		/** Only in the desktop app. */
		readonly deskwatch?: DeskwatchBridge;
	}
}

/** What the desktop app adds to this page; `null` in a browser. */
export function shellBridge(): DeskwatchBridge | null {
	return window.deskwatch ?? null;
}
