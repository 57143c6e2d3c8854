import { shell } from "electron";
import { isExternalLink } from "./is-external-link.ts";

/** Hands a link to the person's browser, or drops it. The only caller of `shell.openExternal`. */
export function openExternalLink(address: string): void {
	if (!isExternalLink(address)) return;
	shell.openExternal(address).catch((error: unknown) => {
		console.error(`the system could not open ${address}: ${String(error)}`);
	});
}
