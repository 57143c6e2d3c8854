import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import { MIGRATIONS } from "../store/migrations.ts";
import { findDamage } from "./desk-copy.ts";
import { describeFile } from "./disk.ts";
import { type BackupFile, DATABASE, MANIFEST, type Manifest, readManifest } from "./manifest.ts";

/** Reads a backup whole and compares it with what it says of itself. Codes: `no_backup`, `newer`, `damaged`. */
export async function readBackup(folder: string): Promise<Result<Manifest>> {
	const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => null);
	if (text === null) return refuse("no_backup", `${folder} is no backup: it has no ${MANIFEST}.`);
	const manifest = readManifest(text);
	if (manifest === "newer") return refuseNewer(folder, "it is of a newer format");
	if (!manifest) return refuseDamaged(folder, `${MANIFEST} is not as it was written`);
	const unknown = manifest.steps.find((name) => !(name in MIGRATIONS));
	if (unknown !== undefined) return refuseNewer(folder, `its database has step “${unknown}”`);
	if (!manifest.files.some(({ path }) => path === DATABASE))
		return refuseDamaged(folder, `it has no ${DATABASE}`);
	for (const file of manifest.files) {
		const damage = await whatIsWrong(folder, file);
		if (damage) return refuseDamaged(folder, `${file.path} ${damage}`);
	}
	const damage = await findDamage(join(folder, DATABASE));
	return damage ? refuseDamaged(folder, `${DATABASE}: ${damage}`) : ok(manifest);
}

async function whatIsWrong(folder: string, expected: BackupFile): Promise<string | null> {
	const found = await describeFile(folder, expected.path).catch(() => null);
	if (!found) return "is not there or can’t be read";
	if (found.bytes !== expected.bytes) return `has ${found.bytes} bytes instead of ${expected.bytes}`;
	return found.sha256 === expected.sha256 ? null : "is not as it was written";
}

function refuseNewer(folder: string, why: string) {
	return refuse(
		"newer",
		`${folder} was made by a newer Deskwatch (${why}). Update Deskwatch first. Nothing was changed.`,
	);
}

function refuseDamaged(folder: string, why: string) {
	return refuse("damaged", `${folder} is damaged: ${why}. Nothing was changed; use another backup.`);
}
