// `npm run bench` measures everything; `npm run bench -- console 100000` one thing, with its own options.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildIfNeeded } from "./build.mjs";
import { findNode, root } from "./programs.mjs";

const FOLDER = join(root, "bench");
/** What can be measured: each is a program that prints its figures. */
const PROGRAMS = [
	"import",
	"console",
	"history",
	"views",
	"sync",
	"sla",
	"recalculation",
	"bulk",
	"similar",
].filter((name) => existsSync(join(FOLDER, `${name}.ts`)));

const [wanted, ...options] = process.argv.slice(2);
if (wanted !== undefined && !PROGRAMS.includes(wanted)) {
	console.error(`There is no bench “${wanted}”. There are: ${PROGRAMS.join(", ")}.`);
	process.exit(2);
}
buildIfNeeded();
for (const name of wanted === undefined ? PROGRAMS : [wanted]) {
	const { status } = spawnSync(findNode(), [join(FOLDER, `${name}.ts`), ...options], {
		stdio: "inherit",
		cwd: root,
	});
	if (status !== 0) process.exit(status ?? 1);
}
