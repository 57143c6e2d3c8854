import type { ChosenFile } from "../storage/file-store.ts";

/** More would make a file that no text editor opens. */
const MAX_BYTES = 50 * 1_048_576;

interface ExportedFile extends Pick<ChosenFile, "id" | "name" | "mediaType" | "sizeBytes" | "draftKey"> {
	/** `null` where all of them together would be too much. */
	readonly base64: string | null;
	readonly note?: string;
}

/** Files that the desk may not have, with their bytes as far as they fit. */
export async function exportFiles(files: readonly ChosenFile[]): Promise<readonly ExportedFile[]> {
	let left = MAX_BYTES;
	const exported: ExportedFile[] = [];
	for (const { id, name, mediaType, sizeBytes, draftKey, blob } of files) {
		const about = { id, name, mediaType, sizeBytes, draftKey };
		if (sizeBytes > left) exported.push({ ...about, base64: null, note: TOO_MUCH });
		else exported.push({ ...about, base64: toBase64(new Uint8Array(await blob.arrayBuffer())) });
		left -= Math.min(left, sizeBytes);
	}
	return exported;
}

const TOO_MUCH =
	"Too large for this file: its bytes stay on this device, in the browser’s storage of the console.";

/** In pieces: a function takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
	const pieces: string[] = [];
	for (let from = 0; from < bytes.length; from += 32_768) {
		pieces.push(String.fromCharCode(...bytes.subarray(from, from + 32_768)));
	}
	return btoa(pieces.join(""));
}
