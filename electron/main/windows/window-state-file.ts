import { readFileSync, writeFileSync } from "node:fs";
import { type WindowState, windowStateSchema } from "./window-state.ts";

/** How the window was left; `null` where nothing readable says so. */
export function readWindowState(path: string): WindowState | null {
	try {
		return windowStateSchema.parse(JSON.parse(readFileSync(path, "utf8")));
	} catch {
		// The first start, or a file cut short by a power cut: it opens in its usual place.
		return null;
	}
}

/** Written while the window closes, so it must be done before this returns. */
export function writeWindowState(path: string, state: WindowState): void {
	try {
		writeFileSync(path, JSON.stringify(state));
	} catch (error) {
		console.error(`the window's place could not be kept: ${String(error)}`);
	}
}
