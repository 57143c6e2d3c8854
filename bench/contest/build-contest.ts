import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

const BENCH = join(import.meta.dirname, "..");
const PEERS = join(BENCH, "peers");
export const CONTEST_DIR = join(BENCH, "../out/bench/contest");
/** Worker programs by name; `deskwatch` is ours, `floor` keeps nothing and answers at once. */
const PROGRAMS = {
	floor: join(BENCH, "contest/floor.ts"),
	deskwatch: join(BENCH, "contest/deskwatch.ts"),
	dexie: join(PEERS, "dexie.ts"),
	rxdb: join(PEERS, "rxdb.ts"),
	pouchdb: join(PEERS, "pouchdb.ts"),
} as const;

export type ContestantName = keyof typeof PROGRAMS;
export const CONTESTANTS = Object.keys(PROGRAMS) as readonly ContestantName[];

/** Builds the bare page and all contestants, as a product would be built. */
export async function buildContest(): Promise<void> {
	installPeers();
	await build({
		root: join(BENCH, "contest"),
		configFile: false,
		logLevel: "warn",
		build: {
			outDir: CONTEST_DIR,
			emptyOutDir: true,
			target: "chrome140",
			rollupOptions: {
				input: { index: join(BENCH, "contest/index.html"), ...PROGRAMS },
				output: { entryFileNames: "[name].js" },
			},
		},
	});
}

/** The peers are no part of the product: they are fetched when they are first measured. */
function installPeers(): void {
	const lock = join(PEERS, "package-lock.json");
	const installed = join(PEERS, "node_modules/.package-lock.json");
	if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
	console.error("Installing the peers …");
	const { status } = spawnSync("npm", ["ci", "--ignore-scripts"], {
		cwd: PEERS,
		stdio: ["ignore", 2, 2],
		shell: process.platform === "win32",
	});
	if (status !== 0) throw new Error("the peers could not be installed: see above");
}
