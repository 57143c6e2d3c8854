import { bringUpToDate, isRecord, type RawRecord, type RecordFormat } from "../../../shared/format.ts";
import type { ChosenFile } from "./file-store.ts";

/** What was written before files named their format is of the first. */
export const FILE_FORMAT: RecordFormat = {
	version: 1,
	versionOf: ({ format = 1 }) => format,
	steps: {},
};

/** A stored file as this build writes it; `null` where it is damaged or a newer program wrote it: then it stays where it is. */
export function readChosenFile(stored: unknown): ChosenFile | null {
	const file = isRecord(stored) ? bringUpToDate(stored, FILE_FORMAT) : null;
	return file?.ok && isChosenFile(file.value) ? file.value : null;
}

function isChosenFile(value: RawRecord): value is RawRecord & ChosenFile {
	const { id, personId, draftKey, name, mediaType, sizeBytes, addedAt, blob } = value;
	const areTexts = [id, personId, name, mediaType].every((part) => typeof part === "string");
	const areNumbers = [sizeBytes, addedAt].every((part) => typeof part === "number");
	return (
		areTexts && areNumbers && (draftKey === null || typeof draftKey === "string") && blob instanceof Blob
	);
}
