import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import { recordAudit } from "../people/audit.ts";
import { makeRandomId } from "../store/crypto.ts";
import { makeFolder } from "../store/make-folder.ts";
import { lockDesk, openStore } from "../store/open-store.ts";
import { getSetting, putSetting, SETTING } from "../store/settings.ts";
import { copyDurably, exists, OWNER_ONLY, sync } from "./disk.ts";
import { decideRestore, finishRestore, STAGED } from "./finish-restore.ts";
import { DATABASE, FOLDERS, type Manifest } from "./manifest.ts";
import { readBackup } from "./read-backup.ts";
import { raiseCounters, readCounters } from "./ticket-counters.ts";

export interface RestoreOptions {
	/** A backup's folder. */
	readonly from: string;
	/** The desk's folder; nobody may be working on it. */
	readonly dataDir: string;
	readonly now: number;
	/** What the desk's past is called from now on; made up unless a test has its own. */
	readonly epoch?: string;
}

export interface RestoredDesk {
	readonly manifest: Manifest;
	readonly epoch: string;
	/** Where what was there lies now; `null` where there was no desk. */
	readonly aside: string | null;
}

/**
 * Puts a backup in the place of a desk. Its past gets a name of its own, by which running consoles know
 * that they must offer again what they have had answers for. Throws `StoreOpenError` where the desk runs.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Result<RestoredDesk>> {
	const { from, dataDir, now, epoch = makeRandomId() } = options;
	const read = await readBackup(from);
	if (!read.ok) return read;
	makeFolder(dataDir);
	const unlock = await lockDesk(dataDir);
	try {
		await finishRestore(dataDir);
		const staged = join(dataDir, STAGED);
		await rm(staged, { recursive: true, force: true });
		for (const name of FOLDERS) await mkdir(join(staged, name), { recursive: true, mode: OWNER_ONLY });
		for (const file of read.value.files) {
			const copy = await copyDurably(join(from, file.path), staged, file.path);
			if (copy.sha256 !== file.sha256)
				return refuse("damaged", `${file.path} changed while it was copied. Nothing was changed.`);
		}
		await beginPast(staged, { dataDir, now, epoch, manifest: read.value });
		const hadDesk = await exists(join(dataDir, DATABASE));
		const aside = await freeName(dataDir, `before-restore-${nameOf(now)}`);
		await decideRestore(dataDir, aside);
		await finishRestore(dataDir);
		return ok({ manifest: read.value, epoch, aside: hadDesk ? join(dataDir, aside) : null });
	} finally {
		unlock();
	}
}

interface NewPast {
	readonly dataDir: string;
	readonly now: number;
	readonly epoch: string;
	readonly manifest: Manifest;
}

/** Brings the copy up to date, where an older program made it, and gives it a past of its own. */
async function beginPast(staged: string, { dataDir, now, epoch, manifest }: NewPast): Promise<void> {
	const store = await openStore({ dataDir: staged });
	await store.write(async ({ tx }) => {
		// Browsers go on finding their cookies by the name that they have.
		const cookieName = (await getSetting<string>(tx, SETTING.cookieName)) ?? manifest.epoch;
		await putSetting(tx, SETTING.cookieName, cookieName);
		await putSetting(tx, SETTING.epoch, epoch);
		// Which sign-ins were ended since, the backup can't know.
		await tx.deleteFrom("session").where("person_id", "is not", null).execute();
		await raiseCounters(tx, await readCounters(join(dataDir, DATABASE)));
		const from = new Date(manifest.madeAt).toISOString();
		await recordAudit(tx, { actorId: null, now }, { action: "desk.restored", from });
	});
	await store.close();
	await rm(join(staged, `${DATABASE}-lock`), { force: true });
	await sync(join(staged, DATABASE));
	await sync(staged);
}

async function freeName(folder: string, name: string): Promise<string> {
	for (let count = 1; ; count += 1) {
		const free = count === 1 ? name : `${name}-${count}`;
		if (!(await exists(join(folder, free)))) return free;
	}
}

function nameOf(now: number): string {
	return new Date(now).toISOString().slice(0, 19).replaceAll(":", "-");
}
