/** What the stand-in for Electron (in the app's main process) and the journey (which has the browser) say to each other. */

/** The main process asks the journey's browser to do something, or tells what the app did. */
export type FromMain =
	| { readonly type: "window-open"; readonly window: WindowFacts }
	| { readonly type: "window-load"; readonly windowId: number; readonly url: string }
	| { readonly type: "window-close"; readonly windowId: number }
	| { readonly type: "send"; readonly windowId: number; readonly channel: string; readonly payload: unknown }
	| { readonly type: "answer"; readonly requestId: number; readonly value?: unknown; readonly error?: string }
	/** Something a person or the system would notice. */
	| { readonly type: "event"; readonly event: ShellEvent };

export interface WindowFacts {
	readonly windowId: number;
	/** Where this window's session is served on loopback, in place of `app://console`. */
	readonly origin: string;
	readonly preload: string;
	readonly argv: readonly string[];
	readonly bounds: {
		readonly x: number;
		readonly y: number;
		readonly width: number;
		readonly height: number;
	};
	readonly isFullScreen: boolean;
	/** As given, without paths and objects. */
	readonly preferences: Readonly<Record<string, unknown>>;
}

export type ShellEvent =
	| { readonly kind: "fork"; readonly pid: number; readonly token: string; readonly args: readonly string[] }
	| { readonly kind: "notification"; readonly id: number; readonly title: string; readonly body: string }
	| { readonly kind: "badge"; readonly count: number }
	| { readonly kind: "tooltip"; readonly text: string }
	| { readonly kind: "open-external"; readonly url: string }
	| { readonly kind: "error-box"; readonly title: string }
	| { readonly kind: "focus"; readonly windowId: number }
	| {
			readonly kind: "privileges";
			readonly scheme: string;
			readonly privileges: Readonly<Record<string, boolean>>;
	  };

/** The journey asks for something; every one is answered. */
export type Question =
	/** A page calls `ipcRenderer.invoke`. */
	| {
			readonly type: "invoke";
			readonly windowId: number;
			readonly frameUrl: string;
			readonly isTopFrame: boolean;
			readonly channel: string;
			readonly payload: unknown;
	  }
	/** The page is drawn for the first time. */
	| { readonly type: "ready-to-show"; readonly windowId: number }
	/** A person closes the window. */
	| { readonly type: "close-window"; readonly windowId: number }
	/** Answers whether the app let it pass. */
	| { readonly type: "will-navigate"; readonly windowId: number; readonly url: string }
	| { readonly type: "window-open-request"; readonly windowId: number; readonly url: string }
	| { readonly type: "permission"; readonly permission: string; readonly url: string }
	| { readonly type: "second-instance"; readonly argv: readonly string[] }
	| { readonly type: "click-notification"; readonly id: number }
	/** By the labels from the top, `["File", "New Ticket"]`, without the marks of accelerators. */
	| { readonly type: "click-menu"; readonly labels: readonly string[] }
	| { readonly type: "remove-display"; readonly displayId: number }
	/** Paths of the requests to the background that main has open. */
	| { readonly type: "open-requests" }
	| { readonly type: "quit" };

export interface ToMain {
	readonly requestId: number;
	readonly question: Question;
}
