import { Agent } from "node:http";
import { join } from "node:path";
import { app, session } from "electron";
import { type BackgroundState, BRIDGE_CHANNELS } from "../../shared/bridge.ts";
import { type ShellActions, setAppMenu } from "./app-menu.ts";
import { AppTray } from "./app-tray.ts";
import { BackgroundProcess } from "./background/background-process.ts";
import { forkBackground } from "./background/fork-background.ts";
import { guardAllContents } from "./guards/guard-contents.ts";
import { denyPermissions } from "./guards/permissions.ts";
import { handleBridge } from "./ipc/bridge-handlers.ts";
import { keychainKey } from "./keychain-key.ts";
import { makeLaunchToken } from "./launch-token.ts";
import { DeskWatch } from "./notices/desk-watch.ts";
import { showNotices } from "./notices/show-notices.ts";
import { serveConsole } from "./scheme/console-scheme.ts";
import { ConsoleWindows } from "./windows/console-windows.ts";
import { listDisplays, onDisplaysChange } from "./windows/displays.ts";
import { revivePages } from "./windows/revive-pages.ts";
import { WallWindow } from "./windows/wall-window.ts";

const WALL_PARTITION = "persist:wall";

/** The desktop app once Electron is ready: everything that lives as long as it runs, wired together. */
export class Shell {
	readonly #windows = new ConsoleWindows(join(app.getPath("userData"), "window.json"));
	readonly #wall = new WallWindow(session.fromPartition(WALL_PARTITION));
	readonly #actions: ShellActions = {
		show: () => this.#windows.show(),
		openWindow: () => this.#windows.open("/"),
		openPage: (path) => this.#windows.openPage(path),
		openWall: (displayId) => void this.#wall.open(displayId),
		closeWall: () => this.#wall.close(),
		quit: () => app.quit(),
	};
	readonly #tray = new AppTray(this.#actions);
	readonly #watch = new DeskWatch({
		onNotices: (notices) => showNotices(notices, this.#actions.openPage),
		onAttention: (count) => void app.setBadgeCount(count),
	});
	readonly #background = new BackgroundProcess({
		token: makeLaunchToken(),
		fork: (token) =>
			forkBackground({
				dataDir: join(app.getPath("userData"), "desk"),
				token,
				journalKey: keychainKey(join(app.getPath("userData"), "journal.key")),
			}),
		onState: (state) => this.#handleBackground(state),
	});

	start(): void {
		guardAllContents((path) => this.#windows.open(path));
		revivePages();
		this.#serve();
		handleBridge({
			listDisplays,
			openWall: (displayId) => this.#wall.open(displayId),
			backgroundState: () => this.#background.state,
		});
		this.#drawMenus();
		onDisplaysChange(() => this.#drawMenus());
		this.#background.start();
	}

	show(): void {
		this.#windows.show();
	}

	openPage(path: string): void {
		this.#windows.openPage(path);
	}

	/** Ends the background in good order; bounded in time. */
	async stop(): Promise<void> {
		this.#watch.stop();
		await this.#background.stop();
	}

	#serve(): void {
		const common = {
			rendererDir: join(import.meta.dirname, "../renderer"),
			door: () => this.#background.door(),
			agent: new Agent({ keepAlive: true }),
		};
		const places = [
			[session.defaultSession, true],
			[session.fromPartition(WALL_PARTITION), false],
		] as const;
		for (const [place, mayWrite] of places) {
			denyPermissions(place);
			serveConsole(place, { ...common, mayWrite });
		}
	}

	#handleBackground(state: BackgroundState): void {
		this.#tray.sayBackground(state);
		this.#windows.broadcast(BRIDGE_CHANNELS.backgroundState, state);
		if (state.state !== "running") this.#watch.stop();
		else void this.#background.door().then((door) => door && this.#watch.follow(door));
	}

	#drawMenus(): void {
		const displays = listDisplays();
		const { isPackaged } = app;
		setAppMenu({ actions: this.#actions, displays, version: app.getVersion(), isPackaged });
		this.#tray.setDisplays(displays);
	}
}
