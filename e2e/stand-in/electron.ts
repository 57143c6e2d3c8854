/**
 * Stands in for the `electron` module under the app's built main process, where there is no Electron
 * binary: the journey's Chromium draws the pages, and what the system would show (notifications, the
 * tray, the badge) is told to the journey. What it can't show is what only Electron does: its windows,
 * its sandbox, its fuses. Journeys on the real binary do that.
 */
import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import { answerJourney, tellEvent } from "./journey-link.ts";
import { clickMenu, Menu } from "./menus.ts";
import type { Question } from "./messages.ts";
import { openRequests } from "./open-requests.ts";
import { session } from "./sessions.ts";
import { utilityProcess } from "./utility-process.ts";
import { BrowserWindow, contentsCreated, windows } from "./windows.ts";

const USER_DATA = process.env.DESKWATCH_STAND_IN_USER_DATA ?? "";

class App extends EventEmitter {
	readonly isPackaged = false;

	getPath(): string {
		return USER_DATA;
	}

	getVersion(): string {
		const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
		return String((JSON.parse(manifest) as { readonly version: string }).version);
	}

	async whenReady(): Promise<void> {
		await new Promise((resolve) => setImmediate(resolve));
	}

	requestSingleInstanceLock(): boolean {
		return true;
	}

	setBadgeCount(count: number): boolean {
		tellEvent({ kind: "badge", count });
		return true;
	}

	enableSandbox(): void {
		// The journey's Chromium is what it is.
	}

	setAppUserModelId(): void {
		// Windows only.
	}

	quit(): void {
		let isPrevented = false;
		this.emit("before-quit", {
			preventDefault: () => {
				isPrevented = true;
			},
		});
		if (isPrevented) return;
		for (const window of windows.values()) window.close();
		this.exit(0);
	}

	exit(code: number): void {
		process.exit(code);
	}
}

export const app = new App();
contentsCreated.on("created", (contents) => app.emit("web-contents-created", {}, contents));

type InvokeHandler = (event: { readonly senderFrame: object }, payload: unknown) => unknown;
const invokeHandlers = new Map<string, InvokeHandler>();
export const ipcMain = {
	handle: (channel: string, handler: InvokeHandler): void => void invokeHandlers.set(channel, handler),
};

export const protocol = {
	registerSchemesAsPrivileged: (
		schemes: readonly { readonly scheme: string; readonly privileges: Readonly<Record<string, boolean>> }[],
	): void => {
		for (const { scheme, privileges } of schemes) tellEvent({ kind: "privileges", scheme, privileges });
	},
};

export const dialog = {
	showErrorBox: (title: string): void => tellEvent({ kind: "error-box", title }),
};

export const shell = {
	openExternal: async (url: string): Promise<void> => tellEvent({ kind: "open-external", url }),
};

/** A keychain without a system: it turns the bytes about, so that what is stored is not the secret itself. */
export const safeStorage = {
	isEncryptionAvailable: (): boolean => true,
	getSelectedStorageBackend: (): string => "gnome_libsecret",
	encryptString: (text: string): Buffer => Buffer.from(text).reverse(),
	decryptString: (sealed: Buffer): string => Buffer.from(sealed).reverse().toString(),
};

export const nativeImage = {
	createFromPath: (path: string): object => ({ size: readFileSync(path).length }),
};

export const powerSaveBlocker = {
	start: (): number => 1,
	stop: (): void => undefined,
};

export class Tray extends EventEmitter {
	setContextMenu(): void {
		// The application's menu has the same items.
	}

	setToolTip(text: string): void {
		tellEvent({ kind: "tooltip", text });
	}
}

const notifications = new Map<number, Notification>();
export class Notification extends EventEmitter {
	readonly #words: { readonly title: string; readonly body: string };

	static isSupported(): boolean {
		return true;
	}

	constructor(words: { readonly title: string; readonly body: string }) {
		super();
		this.#words = words;
	}

	show(): void {
		const id = notifications.size + 1;
		notifications.set(id, this);
		tellEvent({ kind: "notification", id, ...this.#words });
	}
}

class Screen extends EventEmitter {
	displays = [
		{ id: 11, label: "Desk", bounds: { x: 0, y: 0, width: 1_920, height: 1_080 } },
		{ id: 12, label: "Wall", bounds: { x: 1_920, y: 0, width: 3_840, height: 2_160 } },
	].map((display) => ({ ...display, workArea: display.bounds, size: display.bounds, scaleFactor: 1 }));

	getPrimaryDisplay() {
		const [first] = this.displays;
		if (!first) throw new Error("no display");
		return first;
	}

	getAllDisplays() {
		return this.displays;
	}

	remove(displayId: number): void {
		const gone = this.displays.find(({ id }) => id === displayId);
		this.displays = this.displays.filter((display) => display !== gone);
		this.emit("display-removed", {}, gone);
	}
}
export const screen = new Screen();

answerJourney(answer);

function answer(question: Question): unknown {
	switch (question.type) {
		case "invoke":
			return invoke(question);
		case "ready-to-show": {
			const window = windowOf(question.windowId);
			window.webContents.isLoading = false;
			return void window.emit("ready-to-show");
		}
		case "close-window":
			return windowOf(question.windowId).close();
		case "will-navigate":
			return windowOf(question.windowId).webContents.mayNavigate(question.url);
		case "window-open-request":
			return windowOf(question.windowId).webContents.openHandler({ url: question.url }).action;
		case "permission":
			return session.defaultSession.mayHave(question.permission, question.url);
		case "second-instance":
			return void app.emit("second-instance", {}, question.argv);
		case "click-notification":
			return void notifications.get(question.id)?.emit("click");
		case "click-menu":
			return clickMenu(question.labels);
		case "remove-display":
			return screen.remove(question.displayId);
		case "open-requests":
			return openRequests();
		case "quit":
			return app.quit();
	}
}

function invoke({ channel, frameUrl, isTopFrame, payload }: Extract<Question, { type: "invoke" }>): unknown {
	const handler = invokeHandlers.get(channel);
	if (!handler) throw new Error(`No handler registered for '${channel}'`);
	return handler({ senderFrame: { url: frameUrl, parent: isTopFrame ? null : {} } }, payload);
}

function windowOf(windowId: number): BrowserWindow {
	const window = windows.get(windowId);
	if (!window) throw new Error(`there is no window ${windowId}`);
	return window;
}

export { BrowserWindow, Menu, session, utilityProcess };
