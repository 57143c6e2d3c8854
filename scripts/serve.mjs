// `npm run serve`: the background process on its own. Builds what is missing, then hands over.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildIfNeeded } from "./build.mjs";
import { findNode, root, stopWithParent } from "./programs.mjs";

const BACKGROUND = join(root, "out", "main", "background.js");

/** In this very process where its Node will do, so that signals and exit codes need no forwarding. */
export async function serve(options) {
	stopWithParent();
	buildIfNeeded();
	if (Number(process.versions.node.split(".")[0]) >= 24) {
		process.argv.splice(1, process.argv.length - 1, BACKGROUND, ...options);
		await import(pathToFileURL(BACKGROUND).href);
		return;
	}
	const child = spawn(findNode(), [BACKGROUND, ...options], { stdio: "inherit" });
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
	child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
	try {
		await serve(process.argv.slice(2));
	} catch (error) {
		console.error(`Deskwatch can’t be built: ${error.message}`);
		process.exit(1);
	}
}
