import { BrowserWindow, screen } from "electron";
import { BRIDGE_CHANNELS, CONSOLE_ORIGIN } from "../../../shared/bridge.ts";
import { pagePreferences } from "./page-preferences.ts";
import { resourcePath } from "./resource-path.ts";
import { placeWindow, SMALLEST } from "./window-state.ts";
import { readWindowState, writeWindowState } from "./window-state-file.ts";

/** The windows in which people work. Closing the last one leaves the app in the tray: the desk goes on. */
export class ConsoleWindows {
	/** The one used last is the last. */
	readonly #windows = new Set<BrowserWindow>();
	readonly #statePath: string;

	constructor(statePath: string) {
		this.#statePath = statePath;
	}

	/** Brings the window last used to the front, or opens one. */
	show(): void {
		const window = this.#latest();
		if (window) bringToFront(window);
		else this.open("/");
	}

	/** Shows a page in the window last used, keeping what is typed there; without one, in a new one. */
	openPage(path: string): void {
		const window = this.#latest();
		if (!window) {
			this.open(path);
			return;
		}
		bringToFront(window);
		// A page that still loads hears nothing yet.
		if (window.webContents.isLoadingMainFrame()) this.#load(window, path);
		else window.webContents.send(BRIDGE_CHANNELS.navigate, path);
	}

	open(path: string): void {
		const window = this.#create();
		this.#windows.add(window);
		window.on("focus", () => this.#noteUsed(window));
		window.once("ready-to-show", () => window.show());
		window.on("close", () => this.#keepPlace(window));
		window.once("closed", () => this.#windows.delete(window));
		this.#load(window, path);
	}

	/** Tells all windows, one that just opens included. */
	broadcast(channel: string, payload: unknown): void {
		for (const { webContents } of this.#windows) webContents.send(channel, payload);
	}

	#create(): BrowserWindow {
		const latest = this.#latest();
		const saved = latest ? null : readWindowState(this.#statePath);
		const { bounds, isMaximized } = placeWindow(saved, workAreas());
		const window = new BrowserWindow({
			...bounds,
			minWidth: SMALLEST.width,
			minHeight: SMALLEST.height,
			show: false,
			backgroundColor: "#101418",
			icon: resourcePath("icon.png"),
			webPreferences: pagePreferences(),
		});
		if (isMaximized) window.maximize();
		return window;
	}

	#load(window: BrowserWindow, path: string): void {
		window.loadURL(`${CONSOLE_ORIGIN}${path}`).catch((error: unknown) => {
			// A load that a newer one replaced is no failure.
			if (!String(error).includes("ERR_ABORTED")) console.error(`a window could not load: ${String(error)}`);
		});
	}

	#keepPlace(window: BrowserWindow): void {
		const state = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
		writeWindowState(this.#statePath, state);
	}

	#noteUsed(window: BrowserWindow): void {
		this.#windows.delete(window);
		this.#windows.add(window);
	}

	#latest(): BrowserWindow | null {
		return [...this.#windows].at(-1) ?? null;
	}
}

function bringToFront(window: BrowserWindow): void {
	if (window.isMinimized()) window.restore();
	window.show();
	window.focus();
}

/** The first display leads. */
function workAreas() {
	const primary = screen.getPrimaryDisplay();
	const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
	return [primary, ...others].map(({ workArea }) => workArea);
}
