import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "./command.ts";
import { findParentPort } from "./parent-port.ts";

// Two folders up from here is the project, in the source tree as in out/.
const home = join(import.meta.dirname, "..", "..");
const built = join(import.meta.dirname, "..", "renderer");
const parent = findParentPort();

const stopping = new AbortController();
const stop = (): void => stopping.abort();

for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, stop);
parent?.onStop(stop);

const outcome = await runCommand({
	args: process.argv.slice(2),
	env: process.env,
	rendererDir: existsSync(join(built, "index.html")) ? built : join(home, "out", "renderer"),
	version: String(JSON.parse(readFileSync(join(home, "package.json"), "utf8")).version),
	say: (line) => process.stderr.write(`${line}\n`),
	stop: stopping.signal,
});

if (outcome.kind === "running") {
	process.stdout.write(`${JSON.stringify(outcome.ready)}\n`);
	parent?.post({ type: "ready", ...outcome.ready });
	if (!stopping.signal.aborted) await once(stopping.signal, "abort");
	await outcome.background.close();
}
if (outcome.kind === "done") process.stdout.write(`${JSON.stringify(outcome.answer)}\n`);
process.exit(outcome.kind === "ended" ? outcome.exitCode : 0);
