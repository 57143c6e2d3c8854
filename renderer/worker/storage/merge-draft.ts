import type { DraftRecord } from "./outbox-store.ts";

/** One window's saving of a text: what it is now, and what this window last knew to be kept. */
export interface DraftSave extends DraftRecord {
	readonly known: string | null;
}

/** What saving does to the records: kept and removed by key. */
export interface DraftMerge {
	readonly put: readonly DraftRecord[];
	readonly remove: readonly string[];
}

const OTHER_MARK = "#";

/** The key under which a text is kept that another window wrote into the same field. */
export function otherKey(key: string, windowId: string): string {
	return `${key}${OTHER_MARK}${windowId}`;
}

/** The field's own key. */
export function fieldKey(key: string): string {
	return key.split(OTHER_MARK)[0] ?? key;
}

/**
 * Two windows may write into one field. The one that saves last has the field; what it did not know of
 * is kept beside it, one text a window, until a person takes it over or throws it away.
 */
export function mergeDraft(current: DraftRecord | undefined, { known, ...draft }: DraftSave): DraftMerge {
	const isForeign = current !== undefined && current.text !== known && current.text !== draft.text;
	const own = [otherKey(draft.key, draft.windowId)];
	if (draft.text === "") return { put: [], remove: isForeign ? own : [draft.key, ...own] };
	if (!isForeign) return { put: [draft], remove: own };
	return {
		put: [draft, { ...current, key: otherKey(draft.key, current.windowId) }],
		remove: own,
	};
}
