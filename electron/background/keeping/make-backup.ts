import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import { copyDatabase, type DeskCopy, readCopy } from "./desk-copy.ts";
import {
	copyDurably,
	describeFile,
	exists,
	listFiles,
	OWNER_ONLY,
	renameDurably,
	sync,
	writeDurably,
} from "./disk.ts";
import {
	BACKUP_FORMAT,
	type BackupFile,
	DATABASE,
	MANIFEST,
	type Manifest,
	writeManifest,
} from "./manifest.ts";
import { readBackup } from "./read-backup.ts";

export interface BackupOptions {
	/** The desk's folder; a background may be working on it. */
	readonly dataDir: string;
	/** Where backups lie: each is a folder in it. */
	readonly to: string;
	readonly now: number;
	/** Of this program. */
	readonly version: string;
}

export interface MadeBackup {
	readonly folder: string;
	readonly manifest: Manifest;
}

/**
 * Backs up a desk while it runs: database, attached files, messages that are not placed yet. It is read
 * back and compared before it has its name, so that a folder without a manifest is never taken for one.
 */
export async function makeBackup(options: BackupOptions): Promise<Result<MadeBackup>> {
	const { dataDir, to, now } = options;
	if (!(await exists(join(dataDir, DATABASE))))
		return refuse("no_desk", `There is no desk in ${dataDir}: ${DATABASE} is not there.`);
	const folder = join(to, nameOf(now));
	if (await exists(folder)) return refuse("exists", `${folder} is there already. Nothing was written.`);
	const making = `${folder}.making`;
	// What an earlier run left behind when it was stopped.
	await rm(making, { recursive: true, force: true });
	await mkdir(making, { recursive: true, mode: OWNER_ONLY });
	await writeDurably(join(making, MANIFEST), writeManifest(await fill(making, options)));
	const read = await readBackup(making);
	if (!read.ok) return refuse(read.error.code, `The backup can’t be used: ${read.error.message}`);
	await sync(making);
	await renameDurably(making, folder);
	return ok({ folder, manifest: read.value });
}

async function fill(making: string, { dataDir, now, version }: BackupOptions): Promise<Manifest> {
	await copyDatabase(join(dataDir, DATABASE), join(making, DATABASE));
	await sync(join(making, DATABASE));
	const { epoch, seq, tickets, steps, fileHashes } = await readCopy(join(making, DATABASE));
	const attached = await copyAttached(making, dataDir, fileHashes);
	const files = [
		await describeFile(making, DATABASE),
		...attached.files,
		...(await copyMail(making, dataDir)),
	];
	const { missing } = attached;
	return {
		format: BACKUP_FORMAT,
		version,
		madeAt: now,
		epoch,
		seq,
		tickets,
		steps: [...steps],
		files,
		missing,
	};
}

/** A file that the desk itself has lost is no reason to have no backup; the manifest says which. */
async function copyAttached(making: string, dataDir: string, hashes: DeskCopy["fileHashes"]) {
	const files: BackupFile[] = [];
	const missing: string[] = [];
	for (const sha256 of hashes) {
		const path = `attachments/${sha256.slice(0, 2)}/${sha256}`;
		const file = await copyIfThere(dataDir, making, path);
		// Its name is its hash: a copy of another is as good as none.
		if (file?.sha256 === sha256) files.push(file);
		else missing.push(sha256);
		if (file && file.sha256 !== sha256) await rm(join(making, path));
	}
	return { files, missing };
}

/** A message that is placed meanwhile is on its ticket, or will be taken again from the mailbox. */
async function copyMail(making: string, dataDir: string): Promise<readonly BackupFile[]> {
	const files: BackupFile[] = [];
	for (const path of await listFiles(dataDir, "mail")) {
		const file = await copyIfThere(dataDir, making, path);
		if (file) files.push(file);
	}
	return files;
}

async function copyIfThere(dataDir: string, making: string, path: string): Promise<BackupFile | null> {
	try {
		return await copyDurably(join(dataDir, path), making, path);
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
		throw error;
	}
}

/** Sorts by time, and is a name on every file system. */
function nameOf(now: number): string {
	return `deskwatch-${new Date(now).toISOString().slice(0, 19).replaceAll(":", "-")}Z`;
}
