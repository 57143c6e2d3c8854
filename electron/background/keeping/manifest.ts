import { z } from "zod";
import { epochMsSchema } from "../../../shared/api/common.ts";
import { hashTexts } from "../store/crypto.ts";

/** What a backup's folder is in, from version to version of this program. */
export const BACKUP_FORMAT = 1;
export const MANIFEST = "manifest.json";
export const DATABASE = "desk.sqlite";
/** Folders of the desk that go with its database. */
export const FOLDERS = ["attachments", "mail"] as const;

/** Below the backup's folder; no step leads out of it. */
const pathSchema = z
	.string()
	.max(300)
	.regex(/^(desk\.sqlite|(attachments|mail)(\/[\w-][\w.-]*){1,4})$/);

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** A file of a backup, with what it must be. */
const backupFileSchema = z.strictObject({ path: pathSchema, bytes: z.int().min(0), sha256: hashSchema });
export type BackupFile = z.infer<typeof backupFileSchema>;

/** What a backup says of itself. Written last: a folder without one is no backup. */
const manifestSchema = z.strictObject({
	format: z.literal(BACKUP_FORMAT),
	/** Of the program that made it. */
	version: z.string().max(100),
	madeAt: epochMsSchema,
	/** Which past of the desk it holds, and how far. */
	epoch: z.string().max(100),
	seq: z.int().min(0),
	tickets: z.int().min(0),
	/** Steps that its database's schema has taken. */
	steps: z.array(z.string().max(100)).max(10_000),
	files: z.array(backupFileSchema).max(10_000_000),
	/** Hashes of attached files that the desk itself no longer had. */
	missing: z.array(hashSchema).max(10_000_000),
});
export type Manifest = z.infer<typeof manifestSchema>;

const formatSchema = z.looseObject({ manifest: z.looseObject({ format: z.int() }) });
const sealedSchema = z.strictObject({ manifest: manifestSchema, sha256: hashSchema });

export function writeManifest(manifest: Manifest): string {
	return JSON.stringify({ manifest, sha256: hashOf(manifest) });
}

/** `newer`: another program's; `null`: damaged. */
export function readManifest(text: string): Manifest | "newer" | null {
	const value = parse(text);
	const format = formatSchema.safeParse(value);
	if (format.success && format.data.manifest.format > BACKUP_FORMAT) return "newer";
	const sealed = sealedSchema.safeParse(value);
	if (!sealed.success || hashOf(sealed.data.manifest) !== sealed.data.sha256) return null;
	return sealed.data.manifest;
}

function hashOf(manifest: Manifest): string {
	return hashTexts([JSON.stringify(manifest)]);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null; // cut short, or no JSON at all
	}
}
