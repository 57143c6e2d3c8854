import type { PreferenceValue } from "../preferences/index.ts";
import type { KeptDraft } from "../worker/protocol.ts";

/** What to continue with first, and how much there is beside it. */
export interface Unfinished {
	readonly draft: KeptDraft;
	readonly others: number;
	/** Names it, for "not now": whose, and as of when. */
	readonly mark: string;
}

interface Asking {
	readonly personId: string;
	/** The mark of what the person said "not now" to last. */
	readonly dismissed: PreferenceValue;
}

/** `null` where nothing was begun, or nothing since the person said "not now". `drafts`: the newest first. */
export function draftToContinue(
	drafts: readonly KeptDraft[],
	{ personId, dismissed }: Asking,
): Unfinished | null {
	const [draft] = drafts;
	if (!draft) return null;
	const mark = `${personId} ${draft.savedAt}`;
	return mark === dismissed ? null : { draft, others: drafts.length - 1, mark };
}
