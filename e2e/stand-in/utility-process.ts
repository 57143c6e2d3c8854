import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter } from "node:events";
import type { Readable } from "node:stream";
import { tellEvent } from "./journey-link.ts";

interface ForkOptions {
	readonly env: NodeJS.ProcessEnv;
	readonly stdio: readonly ("ignore" | "pipe" | "inherit")[];
}

const PARENT_PORT = new URL("./parent-port.ts", import.meta.url).href;

/** A program beside the app, with a line for messages. */
class UtilityProcess extends EventEmitter {
	readonly #child: ChildProcess;

	constructor(modulePath: string, args: readonly string[], { env, stdio }: ForkOptions) {
		super();
		const [, output = "inherit", errors = "inherit"] = stdio;
		this.#child = spawn(process.execPath, ["--import", PARENT_PORT, modulePath, ...args], {
			env,
			stdio: ["ignore", output, errors, "ipc"],
		});
		this.#child.on("message", (message) => this.emit("message", message));
		this.#child.once("exit", (code) => this.emit("exit", code ?? 1));
		tellEvent({ kind: "fork", pid: this.#child.pid ?? 0, token: env.DESKWATCH_TOKEN ?? "", args });
	}

	get stderr(): Readable | null {
		return this.#child.stderr;
	}

	postMessage(message: unknown): void {
		if (this.#child.connected) this.#child.send(message as object);
	}

	kill(): boolean {
		return this.#child.kill();
	}
}

export const utilityProcess = {
	fork: (modulePath: string, args: readonly string[], options: ForkOptions): UtilityProcess =>
		new UtilityProcess(modulePath, args, options),
};
