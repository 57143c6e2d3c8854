import { join } from "node:path";
import { createInterface } from "node:readline";
import { utilityProcess } from "electron";
import type { BackgroundChild } from "./background-process.ts";

/** Beside the main script, in the build as in the package. */
const PROGRAM = join(import.meta.dirname, "background.js");

/** What is said long before an end is not its reason. */
const LAST_WORDS_MS = 3_000;

export interface ForkOptions {
	readonly dataDir: string;
	/** The credential of this launch. */
	readonly token: string;
	/** Opens the journal of unsent edits; `null` where the system has no keychain. */
	readonly journalKey: string | null;
}

/** Starts the background as a utility process on a free port of loopback. */
export function forkBackground({ dataDir, token, journalKey }: ForkOptions): BackgroundChild {
	const child = utilityProcess.fork(PROGRAM, ["--port", "0", "--data", dataDir], {
		env: {
			...process.env,
			DESKWATCH_TOKEN: token,
			...(journalKey === null ? {} : { DESKWATCH_JOURNAL_KEY: journalKey }),
		},
		serviceName: "Deskwatch desk",
		stdio: ["ignore", "ignore", "pipe"],
	});
	let lastLine = { text: "", at: Number.NEGATIVE_INFINITY };
	if (child.stderr) {
		createInterface({ input: child.stderr }).on("line", (line) => {
			lastLine = { text: line, at: performance.now() };
			process.stderr.write(`${line}\n`);
		});
	}
	return {
		onMessage: (listener) => void child.on("message", listener),
		onExit: (listener) => void child.once("exit", (code) => listener(code, lastWordsOf(lastLine))),
		post: (message) => child.postMessage(message),
		kill: () => void child.kill(),
	};
}

function lastWordsOf({ text, at }: { readonly text: string; readonly at: number }): string | null {
	return performance.now() - at <= LAST_WORDS_MS ? text : null;
}
