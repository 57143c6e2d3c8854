import { app, dialog } from "electron";
import { hasSqlite } from "./background/has-sqlite.ts";
import { DEEP_LINK_SCHEME, findDeepLink, parseDeepLink } from "./deep-link.ts";
import { registerConsoleScheme } from "./scheme/console-scheme.ts";
import { Shell } from "./shell.ts";
import { shellText } from "./text.ts";

const APP_ID = "io.deskwatch.console";

// Both only count before the app is ready.
registerConsoleScheme();
app.enableSandbox();
app.setAppUserModelId(APP_ID);
if (app.isPackaged) app.setAsDefaultProtocolClient(DEEP_LINK_SCHEME);

let shell: Shell | null = null;
let isDeskEnded = false;
/** A link that came before there was a window. */
let wantedPage = findDeepLink(process.argv);

if (app.requestSingleInstanceLock()) {
	app.on("second-instance", (_event, argv) => openOrShow(findDeepLink(argv)));
	app.on("open-url", (event, link) => {
		event.preventDefault();
		openOrShow(parseDeepLink(link));
	});
	app.on("activate", () => shell?.show());
	// The desk goes on in the tray; an app without this listener would quit.
	app.on("window-all-closed", () => undefined);
	app.on("before-quit", handleQuit);
	void app.whenReady().then(start);
} else {
	app.quit();
}

async function start(): Promise<void> {
	if (!(await hasSqlite())) {
		dialog.showErrorBox(shellText.sqliteMissing.title, shellText.sqliteMissing.message);
		app.exit(1);
		return;
	}
	shell = new Shell();
	shell.start();
	openOrShow(wantedPage);
}

function openOrShow(page: string | null): void {
	if (!shell) wantedPage = page ?? wantedPage;
	else if (page) shell.openPage(page);
	else shell.show();
}

/** Quitting waits for the desk to finish what it began, however often it is asked. */
function handleQuit(event: Electron.Event): void {
	if (!shell || isDeskEnded) return;
	event.preventDefault();
	void shell.stop().finally(() => {
		isDeskEnded = true;
		app.quit();
	});
}
