// Builds out/ when it is missing or older than what it is made of. `--if-needed` does nothing otherwise.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findNode, root } from "./programs.mjs";

const STAMP = join(root, "out", ".built");
const SOURCES = [
	"shared",
	"renderer",
	"electron",
	"resources",
	"electron.vite.config.ts",
	"package-lock.json",
];

function newestOf(path) {
	if (!existsSync(path)) return 0;
	const stat = statSync(path);
	if (!stat.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : stat.mtimeMs;
	return readdirSync(path).reduce((newest, name) => Math.max(newest, newestOf(join(path, name))), 0);
}

export function isBuildNeeded() {
	if (!existsSync(STAMP)) return true;
	const builtAt = statSync(STAMP).mtimeMs;
	return SOURCES.some((source) => newestOf(join(root, source)) > builtAt);
}

/** Everything the build says goes to standard error: standard output belongs to who asked for it. */
export function build() {
	rmSync(STAMP, { force: true });
	const startedAt = Date.now();
	const program = join(root, "node_modules", "electron-vite", "bin", "electron-vite.js");
	const { status } = spawnSync(findNode(), [program, "build", "--logLevel", "warn"], {
		cwd: root,
		stdio: ["ignore", 2, 2],
	});
	if (status !== 0) throw new Error("the build failed; its output is above");
	writeFileSync(STAMP, new Date(startedAt).toISOString());
}

export function buildIfNeeded() {
	if (!isBuildNeeded()) return;
	console.error("Building the console …");
	build();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
	if (process.argv.includes("--if-needed")) buildIfNeeded();
	else build();
}
