import { app, type WebContents } from "electron";
import { parseConsoleUrl } from "./console-url.ts";
import { openExternalLink } from "./external-links.ts";

/** Keeps every page on our own addresses, whoever made it; `openPage` gets the path of a window of ours. */
export function guardAllContents(openPage: (path: string) => void): void {
	app.on("web-contents-created", (_event, contents) => guardContents(contents, openPage));
}

function guardContents(contents: WebContents, openPage: (path: string) => void): void {
	// One listener for top and sub frames: no page of ours frames another's.
	contents.on("will-frame-navigate", (details) => {
		if (parseConsoleUrl(details.url)) return;
		details.preventDefault();
		if (details.isMainFrame) openExternalLink(details.url);
	});
	contents.on("will-redirect", (details) => {
		if (!parseConsoleUrl(details.url)) details.preventDefault();
	});
	contents.on("will-attach-webview", (event) => event.preventDefault());
	contents.setWindowOpenHandler(({ url }) => {
		const own = parseConsoleUrl(url);
		if (own) openPage(`${own.pathname}${own.search}${own.hash}`);
		else openExternalLink(url);
		return { action: "deny" };
	});
}
