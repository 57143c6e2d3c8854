// `npm start`: the console in Electron where its binary can be had, else in the browser.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildIfNeeded } from "./build.mjs";
import { findNode, root, stopWithParent } from "./programs.mjs";
import { serve } from "./serve.mjs";

const ADDRESS = "http://127.0.0.1:4310/";
const PACKAGE = join(root, "node_modules", "electron");
/** About 110 MB on a slow line; a network that refuses says so at once. */
const FETCH_LIMIT_MS = 300_000;

const hasDisplay =
	process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

function electronBinary() {
	const pathFile = join(PACKAGE, "path.txt");
	if (!existsSync(pathFile)) return null;
	const binary = join(PACKAGE, "dist", readFileSync(pathFile, "utf8"));
	return existsSync(binary) ? binary : null;
}

/** Electron's own installer; answers why it failed, or null. */
function fetchElectron() {
	console.error("Fetching Electron (about 110 MB, once) …");
	const { status, stderr, error } = spawnSync(findNode(), [join(PACKAGE, "install.js")], {
		timeout: FETCH_LIMIT_MS,
		encoding: "utf8",
		stdio: ["ignore", "ignore", "pipe"],
	});
	if (status === 0) return null;
	if (error?.code === "ETIMEDOUT") return "its download took longer than five minutes";
	const reason = stderr.split("\n").find((line) => line.trim() !== "") ?? "unknown reason";
	return `its binary could not be fetched (${reason
		.trim()
		.replace(/^\w*Error: /, "")
		.slice(0, 160)})`;
}

/** Why the app can't open here, or null. */
function whyNotElectron() {
	if (!hasDisplay) return "there is no display";
	if (process.platform === "linux" && process.getuid?.() === 0) return "its sandbox does not run as root";
	if (electronBinary()) return null;
	return fetchElectron();
}

function openElectron() {
	stopWithParent();
	const { NODE_OPTIONS: _, ...env } = process.env;
	const child = spawn(electronBinary(), [root, ...process.argv.slice(2)], { stdio: "inherit", env });
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
	child.on("exit", (code) => process.exit(code ?? 1));
}

async function isOursThere() {
	try {
		const answer = await fetch(`${ADDRESS}api/health`, { signal: AbortSignal.timeout(2_000) });
		return answer.ok && typeof (await answer.json()).epoch === "string";
	} catch {
		return false; // Nobody there, or nobody we know: starting will say which.
	}
}

function openBrowser() {
	const openers = { darwin: ["open"], win32: ["cmd", "/c", "start", ""], linux: ["xdg-open"] };
	const [command, ...rest] = openers[process.platform] ?? openers.linux;
	if (!hasDisplay) return;
	const child = spawn(command, [...rest, ADDRESS], { stdio: "ignore", detached: true });
	child.on("error", () => console.error(`Open ${ADDRESS} in a browser.`));
	child.unref();
}

async function waitUntilThere() {
	for (let tries = 0; tries < 240; tries += 1) {
		if (await isOursThere()) return true;
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
	return false;
}

async function startInBrowser(reason) {
	console.error(
		`The Electron app can’t open here: ${reason}. Serving the same console at ${ADDRESS} instead.`,
	);
	if (await isOursThere()) {
		console.error(`Deskwatch is already running at ${ADDRESS}`);
		openBrowser();
		return;
	}
	await serve(["--port", "4310", "--no-auth", ...process.argv.slice(2)]);
	if (await waitUntilThere()) openBrowser();
}

try {
	buildIfNeeded();
	const reason = whyNotElectron();
	if (reason === null) openElectron();
	else await startInBrowser(reason);
} catch (error) {
	console.error(`Deskwatch can’t start: ${error.message}`);
	process.exit(1);
}
