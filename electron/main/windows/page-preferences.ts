import { join } from "node:path";
import { app, type WebPreferences } from "electron";
import { VERSION_ARGUMENT } from "../../../shared/bridge.ts";

/** What every page of ours runs under. */
export function pagePreferences(): WebPreferences {
	return {
		preload: join(import.meta.dirname, "../preload/index.cjs"),
		contextIsolation: true,
		sandbox: true,
		nodeIntegration: false,
		webSecurity: true,
		// Chromium would fetch its dictionaries from the internet, which many desks must not reach.
		spellcheck: false,
		additionalArguments: [`${VERSION_ARGUMENT}${app.getVersion()}`],
	};
}
