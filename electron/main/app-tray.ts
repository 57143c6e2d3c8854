import { Menu, nativeImage, Tray } from "electron";
import type { BackgroundState, DisplayChoice } from "../../shared/bridge.ts";
import { type ShellActions, wallMenu } from "./app-menu.ts";
import { shellText } from "./text.ts";
import { resourcePath } from "./windows/resource-path.ts";

/** The app's place when no window is open: the way back in, the wall, and how the desk is. */
export class AppTray {
	readonly #tray: Tray;
	readonly #actions: ShellActions;

	constructor(actions: ShellActions) {
		this.#actions = actions;
		this.#tray = new Tray(trayImage());
		this.#tray.on("click", actions.show);
		this.sayBackground({ state: "starting" });
	}

	/** Linux takes a changed menu only when it is set anew. */
	setDisplays(displays: readonly DisplayChoice[]): void {
		this.#tray.setContextMenu(
			Menu.buildFromTemplate([
				{ label: shellText.menu.open, click: this.#actions.show },
				{ label: shellText.menu.newTicket, click: () => this.#actions.openPage("/new") },
				wallMenu({ actions: this.#actions, displays }),
				{ type: "separator" },
				{ label: shellText.menu.quit, click: this.#actions.quit },
			]),
		);
	}

	sayBackground({ state }: BackgroundState): void {
		this.#tray.setToolTip(shellText.background[state]);
	}
}

/** macOS draws a template in the menu bar's own colour. */
function trayImage(): Electron.NativeImage {
	const isMac = process.platform === "darwin";
	return nativeImage.createFromPath(resourcePath(isMac ? "tray-Template.png" : "tray.png"));
}
