// Where the project's own programs are. Runs under any Node from 20 on.
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** The Node 24 that the project pins; npm scripts find it first on PATH, other callers find it here. */
export function findNode() {
	const pinned = join(
		root,
		"node_modules",
		"node",
		"bin",
		process.platform === "win32" ? "node.exe" : "node",
	);
	if (existsSync(pinned)) return pinned;
	if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
	throw new Error("Node 24 is missing: run npm ci first.");
}

const LOOK_EVERY_MS = 200;

/**
 * npm passes a signal on to the shell it started us in, which dies of it without telling us: a parent
 * that is gone is the signal.
 */
export function stopWithParent() {
	if (!process.env.npm_lifecycle_event) return;
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		process.kill(process.pid, "SIGTERM");
	}, LOOK_EVERY_MS);
	watch.unref();
}
