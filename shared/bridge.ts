/**
 * What the desktop app adds to a page: `window.deskwatch`, absent in a browser and therefore optional
 * everywhere. Requests and answers are the same `/api` in both; only what a browser lacks is here.
 */
import type { Result } from "./result.ts";
import type { EpochMs } from "./ticket/ticket.ts";

/** Where the app's pages live. */
export const CONSOLE_ORIGIN = "app://console";

/** A display that the wall can fill. */
export interface DisplayChoice {
	readonly id: number;
	/** As a person would name it: `Display 2 · 3840 × 2160`. */
	readonly label: string;
	readonly isPrimary: boolean;
}

/** How the app's own background process is. */
export type BackgroundState =
	| { readonly state: "starting" }
	| { readonly state: "running" }
	/** It ended by itself and is started again; `reason` is its last word, where it had one. */
	| {
			readonly state: "restarting";
			readonly attempt: number;
			readonly retryAt: EpochMs;
			readonly reason: string | null;
	  }
	| { readonly state: "stopped" };

export interface DeskwatchBridge {
	/** `process.platform`: decides how keys are written. */
	readonly platform: string;
	readonly version: string;
	readonly listDisplays: () => Promise<readonly DisplayChoice[]>;
	/** Opens the wall on a display, or moves it there. */
	readonly openWall: (displayId: number) => Promise<Result<null>>;
	/** Tells the present state at once, then each change. Answers how to stop listening. */
	readonly onBackgroundState: (listener: (state: BackgroundState) => void) => () => void;
	/** A notification, a deep link or the menu asks for a page, such as `/tickets/INC0000042`. */
	readonly onNavigate: (listener: (path: string) => void) => () => void;
}

/** Names of the messages between a page and the shell. */
export const BRIDGE_CHANNELS = {
	listDisplays: "deskwatch:list-displays",
	openWall: "deskwatch:open-wall",
	askBackgroundState: "deskwatch:ask-background-state",
	backgroundState: "deskwatch:background-state",
	navigate: "deskwatch:navigate",
} as const;

/** Carries the app's version to the preload script, as `--deskwatch-version=1.2.3`. */
export const VERSION_ARGUMENT = "--deskwatch-version=";
