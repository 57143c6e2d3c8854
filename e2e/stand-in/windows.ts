import { EventEmitter } from "node:events";
import { tell, tellEvent } from "./journey-link.ts";
import { type StandInSession, session } from "./sessions.ts";

interface WindowOptions {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly fullscreen?: boolean;
	readonly webPreferences: {
		readonly preload: string;
		readonly additionalArguments: readonly string[];
		readonly session?: StandInSession;
		readonly [name: string]: unknown;
	};
}

type OpenHandler = (details: { readonly url: string }) => { readonly action: string };

const CONSOLE = "app://console";

/** `app.on("web-contents-created")` hears of each. */
export const contentsCreated = new EventEmitter();
export const windows = new Map<number, BrowserWindow>();

class WebContents extends EventEmitter {
	isLoading = false;
	openHandler: OpenHandler = () => ({ action: "allow" });
	readonly #windowId: number;

	constructor(windowId: number) {
		super();
		this.#windowId = windowId;
	}

	send(channel: string, payload: unknown): void {
		tell({ type: "send", windowId: this.#windowId, channel, payload });
	}

	setWindowOpenHandler(handler: OpenHandler): void {
		this.openHandler = handler;
	}

	isLoadingMainFrame(): boolean {
		return this.isLoading;
	}

	isDestroyed(): boolean {
		return !windows.has(this.#windowId);
	}

	/** Whether a navigation of the top frame to `url` would happen. */
	mayNavigate(url: string): boolean {
		let isPrevented = false;
		const details = {
			url,
			isMainFrame: true,
			preventDefault: (): void => {
				isPrevented = true;
			},
		};
		this.emit("will-frame-navigate", details);
		return !isPrevented;
	}
}

let lastId = 0;

/** A window as far as the shell uses one; its page is opened by the journey's browser. */
export class BrowserWindow extends EventEmitter {
	readonly id = ++lastId;
	readonly webContents = new WebContents(this.id);
	readonly #options: WindowOptions;
	#isMaximized = false;

	constructor(options: WindowOptions) {
		super();
		this.#options = options;
		windows.set(this.id, this);
		contentsCreated.emit("created", this.webContents);
	}

	async loadURL(url: string): Promise<void> {
		const { origin } = await this.#open();
		this.webContents.isLoading = true;
		tell({ type: "window-load", windowId: this.id, url: url.replace(CONSOLE, origin) });
	}

	show(): void {
		this.focus();
	}

	focus(): void {
		this.emit("focus");
		tellEvent({ kind: "focus", windowId: this.id });
	}

	close(): void {
		this.emit("close");
		this.destroy();
	}

	destroy(): void {
		if (!windows.delete(this.id)) return;
		tell({ type: "window-close", windowId: this.id });
		this.emit("closed");
	}

	isMinimized(): boolean {
		return false;
	}

	restore(): void {
		// Never minimised: there is no window manager.
	}

	maximize(): void {
		this.#isMaximized = true;
	}

	isMaximized(): boolean {
		return this.#isMaximized;
	}

	getNormalBounds(): Pick<WindowOptions, "x" | "y" | "width" | "height"> {
		const { x, y, width, height } = this.#options;
		return { x, y, width, height };
	}

	#opening: Promise<{ readonly origin: string }> | null = null;

	#open(): Promise<{ readonly origin: string }> {
		this.#opening ??= this.#tellOpen();
		return this.#opening;
	}

	async #tellOpen(): Promise<{ readonly origin: string }> {
		const { preload, additionalArguments, session: own, ...preferences } = this.#options.webPreferences;
		const origin = await (own ?? session.defaultSession).server.origin();
		tell({
			type: "window-open",
			window: {
				windowId: this.id,
				origin,
				preload,
				argv: additionalArguments,
				bounds: this.getNormalBounds(),
				isFullScreen: this.#options.fullscreen ?? false,
				preferences,
			},
		});
		return { origin };
	}
}
