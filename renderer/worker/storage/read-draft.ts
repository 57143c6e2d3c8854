import { bringUpToDate, isRecord, type RawRecord, type RecordFormat } from "../../../shared/format.ts";
import type { DraftRecord } from "./outbox-store.ts";

/** Stands for whichever window wrote a draft of the first format. */
const SOME_WINDOW = "earlier";

/** Drafts of the first format do not say which window wrote them; those of the second say so, and no version. */
export const DRAFT_FORMAT: RecordFormat = {
	version: 2,
	versionOf: ({ format, windowId }) => format ?? (windowId === undefined ? 1 : 2),
	steps: { 1: (draft) => ({ ...draft, windowId: SOME_WINDOW }) },
};

/** A stored draft as this build writes it; `null` where it is damaged or a newer program wrote it. */
export function readDraft(stored: unknown): DraftRecord | null {
	const draft = isRecord(stored) ? bringUpToDate(stored, DRAFT_FORMAT) : null;
	return draft?.ok && isDraft(draft.value) ? draft.value : null;
}

function isDraft(value: RawRecord): value is RawRecord & DraftRecord {
	const { personId, key, text, savedAt, windowId } = value;
	const areTexts = [personId, key, text, windowId].every((part) => typeof part === "string");
	return areTexts && typeof savedAt === "number";
}
