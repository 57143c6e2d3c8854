import { constants, createReadStream } from "node:fs";
import { copyFile, mkdir, open, readdir, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hashBytes } from "../store/crypto.ts";
import type { BackupFile } from "./manifest.ts";

/** Readable by its owner only: a desk's file holds what everybody wrote. */
export const OWNER_ONLY = 0o700;

/** Copies a file so that it survives a power cut; answers what lies there now, as it is read back. */
export async function copyDurably(from: string, folder: string, path: string): Promise<BackupFile> {
	const to = join(folder, path);
	await mkdir(dirname(to), { recursive: true, mode: OWNER_ONLY });
	await copyFile(from, to, constants.COPYFILE_FICLONE);
	await sync(to);
	return describeFile(folder, path);
}

export async function describeFile(folder: string, path: string): Promise<BackupFile> {
	const whole = join(folder, path);
	const sha256 = await hashBytes(createReadStream(whole, { highWaterMark: 1_048_576 }));
	return { path, bytes: (await stat(whole)).size, sha256 };
}

export async function writeDurably(path: string, text: string): Promise<void> {
	await writeFile(path, text, { mode: 0o600 });
	await sync(path);
	await sync(dirname(path));
}

/** A new name that a power cut does not take back. */
export async function renameDurably(from: string, to: string): Promise<void> {
	await rename(from, to);
	await sync(dirname(to));
}

/** Paths of all files below a folder of `root`, with `/` between; none where it is not there. */
export async function listFiles(root: string, folder: string): Promise<readonly string[]> {
	const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
	const lists = entries.map((entry) => {
		const path = `${folder}/${entry.name}`;
		return entry.isDirectory() ? listFiles(root, path) : entry.isFile() ? [path] : [];
	});
	return (await Promise.all(lists)).flat().sort();
}

export async function exists(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		() => false,
	);
}

export async function sync(path: string): Promise<void> {
	// A folder is opened for reading only, and Windows syncs none: a rename is durable there by itself.
	const file = await open(path, "r+").catch(() => open(path, "r").catch(() => null));
	try {
		await file?.sync();
	} finally {
		await file?.close();
	}
}
