import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { exists, OWNER_ONLY, sync, writeDurably } from "./disk.ts";
import { DATABASE, FOLDERS } from "./manifest.ts";

/** Where a backup is made ready, beside what it is to replace. */
export const STAGED = "restoring";
/** Names the folder that takes what was there. While it exists, a restore has been decided and is not done. */
const MARK = "restoring.json";

/** Of the database all that belongs to it goes, before it does: a log of another file must never be found beside one. */
const PARTS = [
	{ name: DATABASE, first: [`${DATABASE}-wal`, `${DATABASE}-shm`] },
	...FOLDERS.map((name) => ({ name, first: [] as readonly string[] })),
] as const;

/** From here on what was made ready takes the place of what is there, whatever ends in between. */
export async function decideRestore(dataDir: string, aside: string): Promise<void> {
	await writeDurably(join(dataDir, MARK), JSON.stringify({ aside }));
}

/**
 * Puts in place what a decided restore made ready, and what was there aside; nothing where none is under
 * way. May end anywhere and be begun again: the desk does that before it opens its database.
 */
export async function finishRestore(dataDir: string, move: typeof rename = rename): Promise<void> {
	const mark = await readFile(join(dataDir, MARK), "utf8").catch(() => null);
	if (mark === null) return;
	const aside = join(dataDir, asideOf(mark));
	const staged = join(dataDir, STAGED);
	for (const { name, first } of PARTS) {
		if (!(await exists(join(staged, name)))) continue;
		for (const old of [...first, name]) await moveIfThere(join(dataDir, old), join(aside, old), move);
		await move(join(staged, name), join(dataDir, name));
	}
	await sync(dataDir);
	await rm(join(dataDir, MARK));
	await rm(staged, { recursive: true, force: true });
	await sync(dataDir);
}

function asideOf(mark: string): string {
	const { aside } = JSON.parse(mark) as { readonly aside: unknown };
	if (typeof aside !== "string" || !/^before-restore-[\w-]+$/.test(aside))
		throw new Error(`${MARK} does not say where to put what was there: ${mark}`);
	return aside;
}

async function moveIfThere(from: string, to: string, move: typeof rename): Promise<void> {
	if (!(await exists(from))) return;
	await mkdir(dirname(to), { recursive: true, mode: OWNER_ONLY });
	await move(from, to);
	await sync(dirname(to));
}
