import type { Engine } from "../engine/engine.ts";
import type { Model } from "../engine/model.ts";
import type { Calls, KeptDraft, OtherDraft } from "../protocol.ts";
import type { ChosenFile } from "../storage/file-store.ts";
import { fieldKey } from "../storage/merge-draft.ts";
import type { DraftRecord } from "../storage/outbox-store.ts";

type DraftCalls = Pick<Calls, "saveDraft" | "loadDraft" | "listDrafts" | "removeDraft" | "restoreDraft">;
type Answers = {
	readonly [Name in keyof DraftCalls]: (
		...args: Parameters<DraftCalls[Name]>
	) => Promise<ReturnType<DraftCalls[Name]>>;
};

/** Texts begun and not sent: each person's own, and of each field the newest. */
export function makeDraftCalls(engine: Pick<Engine, "model" | "store">): Answers {
	const { model } = engine;
	const windowId = model.makeId();
	/** A form that closes because its person signed out still saves what they typed last. */
	let ownerId = "";
	const readerId = (): string => {
		ownerId = model.session?.person?.id ?? ownerId;
		return model.session?.person?.id ?? "";
	};
	const save = (key: string, text: string, known: string | null): Promise<void> => {
		const savedAt = Math.round(model.deskNow());
		return engine.store.saveDraft({ personId: readerId() || ownerId, key, text, savedAt, windowId, known });
	};

	return {
		saveDraft: async ({ key, text, known }) => {
			await save(key, text, known);
			return findOther(await engine.store.listDrafts(readerId() || ownerId), key, windowId);
		},
		loadDraft: async (key) => {
			const drafts = await engine.store.listDrafts(readerId());
			return {
				text: drafts.find((draft) => draft.key === key)?.text ?? null,
				other: findOther(drafts, key, windowId),
			};
		},
		listDrafts: async () => {
			const personId = readerId();
			const [texts, files] = await Promise.all([
				engine.store.listDrafts(personId),
				engine.store.files.list(personId),
			]);
			return joinDrafts(texts, files, (field) => ticketNumberOf(model, field));
		},
		removeDraft: async (key) => {
			const personId = readerId();
			const { text = "" } = (await engine.store.loadDraft(personId, key)) ?? {};
			const fileIds = (await engine.store.files.ofDraft(personId, key)).map(({ id }) => id);
			await engine.store.files.move(fileIds, null);
			if (text !== "") await save(key, "", text);
			return { key, text, fileIds };
		},
		restoreDraft: async ({ key, text, fileIds }) => {
			await engine.store.files.move(fileIds, key);
			if (text !== "") await save(key, text, null);
			return null;
		},
	};
}

/** Files lie under their field's own key: with its text where there is one, else they are a draft by themselves. */
function joinDrafts(
	texts: readonly DraftRecord[],
	files: readonly ChosenFile[],
	numberOf: (field: string) => string | null,
): readonly KeptDraft[] {
	const byKey = new Map<string, Pick<KeptDraft, "text" | "savedAt" | "fileNames">>(
		texts.map(({ key, text, savedAt }) => [key, { text, savedAt, fileNames: [] }]),
	);
	for (const { draftKey, name, addedAt } of files) {
		if (draftKey === null) continue;
		const draft = byKey.get(draftKey) ?? { text: "", savedAt: 0, fileNames: [] };
		byKey.set(draftKey, {
			...draft,
			savedAt: Math.max(draft.savedAt, addedAt),
			fileNames: [...draft.fileNames, name],
		});
	}
	return Array.from(byKey, ([key, draft]) => {
		const field = fieldKey(key);
		return { key, field, ticketNumber: numberOf(field), ...draft };
	}).sort((one, other) => other.savedAt - one.savedAt);
}

/** What another window wrote into the same field and nobody has taken over yet. */
function findOther(drafts: readonly DraftRecord[], key: string, windowId: string): OtherDraft | null {
	const other = drafts.find(
		(draft) => draft.key !== key && fieldKey(draft.key) === key && draft.windowId !== windowId,
	);
	return other ? { key: other.key, text: other.text } : null;
}

/** Of `ticket:<id>:…`. */
function ticketNumberOf({ generation }: Model, field: string): string | null {
	const [kind, ticketId = ""] = field.split(":");
	const slot = kind === "ticket" ? generation?.cache.columns.slotOf(ticketId) : undefined;
	return slot === undefined ? null : (generation?.cache.columns.numberOf(slot) ?? null);
}
