import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Makes a folder and those above it, one by one: Node's own recursive way never comes back where a file
 * system answers ENOENT to making a folder inside one that is there, as /proc does.
 */
export function makeFolder(path: string): void {
	const folder = resolve(path);
	const above = dirname(folder);
	if (existsSync(folder)) return;
	if (above !== folder) makeFolder(above);
	mkdirSync(folder);
}
