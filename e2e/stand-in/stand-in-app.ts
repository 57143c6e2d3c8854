import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { ROOT } from "../fixture/desk-process.ts";
import type { FromMain, Question, ShellEvent, WindowFacts } from "./messages.ts";
import { DELIVER, INVOKE, preloadScript } from "./page-preload.ts";

const MAIN = join(ROOT, "out/main/index.js");
const NODE = join(ROOT, "node_modules/.bin/node");
const REGISTER = new URL("./register.ts", import.meta.url).href;
const ENDED_WITHIN_MS = 15_000;

type EventOf<Kind extends ShellEvent["kind"]> = Extract<ShellEvent, { readonly kind: Kind }>;

/** A window of the app: what it was made with, and its page. */
export interface AppWindow {
	readonly facts: WindowFacts;
	readonly page: Page;
}

/** The built app over the journey's Chromium. */
export class StandInApp {
	readonly events: ShellEvent[] = [];
	readonly windows = new Map<number, AppWindow>();
	readonly #context: BrowserContext;
	readonly #userData: string;
	readonly #child: ChildProcess;
	readonly #answers = new Map<number, (message: Extract<FromMain, { type: "answer" }>) => void>();
	#lastRequestId = 0;
	/** Messages are carried out one after the other, as they came. */
	#work: Promise<void> = Promise.resolve();
	#errors = "";

	private constructor(context: BrowserContext, userData: string) {
		this.#context = context;
		this.#userData = userData;
		this.#child = spawn(NODE, ["--import", REGISTER, MAIN], {
			env: { ...process.env, DESKWATCH_STAND_IN_USER_DATA: userData },
			stdio: ["ignore", "inherit", "pipe", "ipc"],
		});
		this.#child.stderr?.on("data", (chunk: Buffer) => {
			this.#errors += chunk.toString();
		});
		this.#child.on("message", (message: FromMain) => {
			this.#work = this.#work.then(() => this.#handle(message)).catch(() => undefined);
		});
	}

	static async start(context: BrowserContext): Promise<StandInApp> {
		if (!existsSync(MAIN)) throw new Error("out/main/index.js is missing: run “npm run build” first");
		return new StandInApp(context, await mkdtemp(join(tmpdir(), "deskwatch-app-")));
	}

	/** What main and background wrote to standard error. */
	get errors(): string {
		return this.#errors;
	}

	/** The window at this place in the order of opening, once it is there. */
	async window(index: number): Promise<AppWindow> {
		await expect
			.poll(() => this.windows.size, { message: `window ${index}: ${this.#errors}` })
			.toBeGreaterThan(index);
		const window = [...this.windows.values()][index];
		if (!window) throw new Error(`there is no window ${index}`);
		await window.page.waitForURL(`${window.facts.origin}/**`, { waitUntil: "domcontentloaded" });
		return window;
	}

	/** The events of one kind so far. */
	eventsOf<Kind extends ShellEvent["kind"]>(kind: Kind): readonly EventOf<Kind>[] {
		return this.events.filter((event): event is EventOf<Kind> => event.kind === kind);
	}

	/** Asks main; its error is thrown. */
	async ask<Answer>(question: Question): Promise<Answer> {
		const requestId = ++this.#lastRequestId;
		const answered = new Promise<Extract<FromMain, { type: "answer" }>>((resolve) => {
			this.#answers.set(requestId, resolve);
		});
		this.#child.send({ requestId, question });
		const { value, error } = await answered;
		if (error !== undefined) throw new Error(error);
		return value as Answer;
	}

	/** Quits as a person would; answers the exit code. */
	async quit(): Promise<number | null> {
		const ended = once(this.#child, "exit");
		// Answered by its end.
		this.ask({ type: "quit" }).catch(() => undefined);
		await ended;
		return this.#child.exitCode;
	}

	async dispose(): Promise<void> {
		const isRunning = this.#child.exitCode === null && this.#child.signalCode === null;
		if (isRunning) {
			const ended = once(this.#child, "exit", { signal: AbortSignal.timeout(ENDED_WITHIN_MS) });
			// The background follows: its line to the app breaks.
			this.#child.kill("SIGKILL");
			await ended;
		}
		await this.#waitForBackgrounds();
		await rm(this.#userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}

	async #waitForBackgrounds(): Promise<void> {
		const pids = this.eventsOf("fork").map(({ pid }) => pid);
		await expect
			.poll(() => pids.filter(isAlive), { message: "background processes left behind" })
			.toEqual([]);
	}

	async #handle(message: FromMain): Promise<void> {
		switch (message.type) {
			case "answer":
				this.#answers.get(message.requestId)?.(message);
				this.#answers.delete(message.requestId);
				return;
			case "event":
				this.events.push(message.event);
				return;
			case "window-open":
				return this.#open(message.window);
			case "window-load":
				return this.#load(message.windowId, message.url);
			case "window-close":
				await this.windows.get(message.windowId)?.page.close();
				this.windows.delete(message.windowId);
				return;
			case "send":
				return this.#deliver(message);
		}
	}

	async #open(facts: WindowFacts): Promise<void> {
		const page = await this.#context.newPage();
		await page.exposeBinding(
			INVOKE,
			({ frame }, { channel, payload }: { channel: string; payload: unknown }) =>
				this.ask({
					type: "invoke",
					windowId: facts.windowId,
					frameUrl: frame.url().replace(facts.origin, "app://console"),
					isTopFrame: frame.parentFrame() === null,
					channel,
					payload,
				}),
		);
		await page.addInitScript(preloadScript(readFileSync(facts.preload, "utf8"), facts.argv));
		this.windows.set(facts.windowId, { facts, page });
	}

	/** Not awaited by the line of messages: the page's own calls to main come through it. */
	#load(windowId: number, url: string): void {
		const page = this.windows.get(windowId)?.page;
		void page
			?.goto(url, { waitUntil: "domcontentloaded" })
			.then(() => this.ask({ type: "ready-to-show", windowId }))
			.catch((error: unknown) => {
				if (!page.isClosed()) this.#errors += `window ${windowId}: ${String(error)}\n`;
			});
	}

	async #deliver({ windowId, channel, payload }: Extract<FromMain, { type: "send" }>): Promise<void> {
		await this.windows
			.get(windowId)
			?.page.evaluate(
				([name, ...args]) =>
					(window as unknown as Record<string, (...args: unknown[]) => void>)[name]?.(...args),
				[DELIVER, channel, payload] as const,
			);
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		// No such process.
		return false;
	}
}
