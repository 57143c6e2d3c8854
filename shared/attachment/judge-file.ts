import { ok, type Result, refuse } from "../result.ts";
import { cleanFileName, fileEnding } from "./file-name.ts";
import { mediaTypeOf } from "./media-types.ts";

export interface ProposedFile {
	readonly name: string;
	readonly sizeBytes: number;
	/** Its first `HEAD_BYTES`. */
	readonly head: Uint8Array;
}

export interface JudgedFile {
	readonly name: string;
	readonly mediaType: string;
}

/**
 * Judges a file by its name, size and first bytes: the same in the page, before anything is kept, and on
 * the desk, once all of it has arrived.
 * Codes: `attachment_empty`, `attachment_too_large`, `attachment_type`, `attachment_mismatch`.
 */
export function judgeFile(file: ProposedFile, maxBytes: number): Result<JudgedFile> {
	const announced = judgeAnnounced(file, maxBytes);
	if (!announced.ok) return announced;
	const { name } = announced.value;
	if (mediaTypeOf(name)?.matches(file.head)) return announced;
	return refuse(
		"attachment_mismatch",
		`“${name}” is not what its name says: it does not begin as a .${fileEnding(name)} file does.`,
		"name",
	);
}

/** What can be said before any byte is there. */
export function judgeAnnounced(
	{ name: given, sizeBytes }: Pick<ProposedFile, "name" | "sizeBytes">,
	maxBytes: number,
): Result<JudgedFile> {
	const name = cleanFileName(given);
	const type = mediaTypeOf(name);
	if (!type) return refuse("attachment_type", describeUnknown(name), "name");
	if (sizeBytes === 0) return refuse("attachment_empty", `“${name}” is empty.`, "sizeBytes");
	if (sizeBytes > maxBytes) {
		const limit = Math.floor(maxBytes / 1_048_576);
		return refuse("attachment_too_large", `“${name}” is larger than ${limit} MB.`, "sizeBytes");
	}
	return ok({ name, mediaType: type.name });
}

function describeUnknown(name: string): string {
	const ending = fileEnding(name);
	const kind = ending === "" ? "A file without an ending" : `A .${ending} file`;
	return `${kind} can’t be attached (“${name}”). Images, PDF, text, office files and archives can.`;
}
