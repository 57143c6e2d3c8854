import { BrowserWindow, powerSaveBlocker, type Session, screen } from "electron";
import { CONSOLE_ORIGIN } from "../../../shared/bridge.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import { shellText } from "../text.ts";
import { pagePreferences } from "./page-preferences.ts";
import { resourcePath } from "./resource-path.ts";

/**
 * The wall, filling one display. Its session is its own, and main lets nothing but reading through to
 * the desk from there. A display that goes takes the wall with it and brings it back.
 */
export class WallWindow {
	readonly #session: Session;
	#window: BrowserWindow | null = null;
	#displayId: number | null = null;

	constructor(session: Session) {
		this.#session = session;
		screen.on("display-removed", (_event, { id }) => {
			if (id === this.#displayId) this.#window?.destroy();
		});
		screen.on("display-added", (_event, { id }) => {
			if (id === this.#displayId) this.open(id);
		});
	}

	get isOpen(): boolean {
		return this.#window !== null;
	}

	open(displayId: number): Result<null> {
		const display = screen.getAllDisplays().find(({ id }) => id === displayId);
		if (!display) return refuse("not_found", shellText.noDisplay, "displayId");
		if (this.#window && this.#displayId === displayId) {
			this.#window.focus();
			return ok(null);
		}
		this.#window?.destroy();
		this.#displayId = displayId;
		this.#window = this.#create(display.bounds);
		return ok(null);
	}

	close(): void {
		this.#displayId = null;
		this.#window?.close();
	}

	#create(bounds: Electron.Rectangle): BrowserWindow {
		const window = new BrowserWindow({
			...bounds,
			fullscreen: true,
			autoHideMenuBar: true,
			show: false,
			backgroundColor: "#0b0e11",
			icon: resourcePath("icon.png"),
			// A covered wall goes on hearing: it must be right in the moment it is seen.
			webPreferences: { ...pagePreferences(), session: this.#session, backgroundThrottling: false },
		});
		const blockerId = powerSaveBlocker.start("prevent-display-sleep");
		window.once("ready-to-show", () => window.show());
		window.webContents.on("before-input-event", (_event, input) => {
			if (input.type === "keyDown" && input.key === "Escape") this.close();
		});
		window.once("closed", () => {
			powerSaveBlocker.stop(blockerId);
			if (this.#window === window) this.#window = null;
		});
		window.loadURL(`${CONSOLE_ORIGIN}/wall`).catch((error: unknown) => {
			console.error(`the wall could not load: ${String(error)}`);
		});
		return window;
	}
}
