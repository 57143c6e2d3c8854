import type { BackgroundState } from "../../../shared/bridge.ts";
import type { DeskDoor } from "../scheme/pipe-request.ts";
import { nextAttempt, restartDelayMs } from "./back-off.ts";
import { readyPort } from "./ready-message.ts";

/** The background as a running program, whatever started it. */
export interface BackgroundChild {
	readonly onMessage: (listener: (message: unknown) => void) => void;
	/** The exit code, and the last line it wrote to standard error. */
	readonly onExit: (listener: (code: number, lastWords: string | null) => void) => void;
	readonly post: (message: unknown) => void;
	readonly kill: () => void;
}

export interface BackgroundOptions {
	readonly fork: (token: string) => BackgroundChild;
	/** The credential of this launch. */
	readonly token: string;
	readonly onState: (state: BackgroundState) => void;
}

/** How long the first start is waited for before a request is answered that there is no desk. */
const FIRST_START_MS = 10_000;
/** What the background gets to finish what it began, when the app quits. */
const STOP_WITHIN_MS = 8_000;

/** Keeps the background running: starts it again, later each time, and says so; ends it when the app quits. */
export class BackgroundProcess {
	readonly #options: BackgroundOptions;
	readonly #firstStart = Promise.withResolvers<void>();
	#child: BackgroundChild | null = null;
	#door: DeskDoor | null = null;
	#state: BackgroundState = { state: "starting" };
	#attempt = 0;
	#restartTimer: NodeJS.Timeout | null = null;
	#stopping: Promise<void> | null = null;

	constructor(options: BackgroundOptions) {
		this.#options = options;
	}

	get state(): BackgroundState {
		return this.#state;
	}

	start(): void {
		setTimeout(this.#firstStart.resolve, FIRST_START_MS).unref();
		this.#launch();
	}

	/** Where it listens; waits for the first start, so that a page that opens with the app finds its desk. */
	async door(): Promise<DeskDoor | null> {
		if (this.#state.state === "starting") await this.#firstStart.promise;
		return this.#door;
	}

	/** Lets it finish what it began, for a bounded time. Done once, however often it is asked. */
	stop(): Promise<void> {
		this.#stopping ??= this.#end();
		return this.#stopping;
	}

	#launch(): void {
		const startedAt = performance.now();
		const child = this.#options.fork(this.#options.token);
		this.#child = child;
		child.onMessage((message) => {
			const port = readyPort(message);
			if (port !== null) this.#open(port);
		});
		child.onExit((code, lastWords) => this.#handleExit(performance.now() - startedAt, code, lastWords));
	}

	#open(port: number): void {
		this.#door = { port, token: this.#options.token };
		this.#say({ state: "running" });
		this.#firstStart.resolve();
	}

	#handleExit(ranMs: number, code: number, lastWords: string | null): void {
		this.#child = null;
		this.#door = null;
		if (this.#stopping) return;
		this.#attempt = nextAttempt(this.#attempt, ranMs);
		const delayMs = restartDelayMs(this.#attempt);
		this.#say({
			state: "restarting",
			attempt: this.#attempt,
			retryAt: Date.now() + delayMs,
			reason: lastWords ?? `exit code ${code}`,
		});
		this.#firstStart.resolve();
		this.#restartTimer = setTimeout(() => this.#launch(), delayMs);
	}

	#end(): Promise<void> {
		if (this.#restartTimer) clearTimeout(this.#restartTimer);
		const child = this.#child;
		this.#say({ state: "stopped" });
		if (!child) return Promise.resolve();
		return new Promise((resolve) => {
			const timer = setTimeout(() => {
				child.kill();
				resolve();
			}, STOP_WITHIN_MS);
			child.onExit(() => {
				clearTimeout(timer);
				resolve();
			});
			child.post({ type: "stop" });
		});
	}

	#say(state: BackgroundState): void {
		this.#state = state;
		this.#options.onState(state);
	}
}
