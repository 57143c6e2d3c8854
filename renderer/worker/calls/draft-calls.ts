import type { Engine } from "../engine/engine.ts";
import type { Model } from "../engine/model.ts";
import type { Calls, OtherDraft } from "../protocol.ts";
import { fieldKey } from "../storage/merge-draft.ts";
import type { DraftRecord } from "../storage/outbox-store.ts";

type DraftCalls = Pick<Calls, "saveDraft" | "loadDraft" | "listDrafts">;
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

	return {
		saveDraft: async ({ key, text, known }) => {
			const personId = readerId() || ownerId;
			const savedAt = Math.round(model.deskNow());
			await engine.store.saveDraft({ personId, key, text, savedAt, windowId, known });
			return findOther(await engine.store.listDrafts(personId), key, windowId);
		},
		loadDraft: async (key) => {
			const drafts = await engine.store.listDrafts(readerId());
			return {
				text: drafts.find((draft) => draft.key === key)?.text ?? null,
				other: findOther(drafts, key, windowId),
			};
		},
		listDrafts: async () => {
			const drafts = await engine.store.listDrafts(readerId());
			return drafts
				.toSorted((one, other) => other.savedAt - one.savedAt)
				.map(({ key, text, savedAt }) => {
					const field = fieldKey(key);
					return { key, field, ticketNumber: ticketNumberOf(model, field), text, savedAt };
				});
		},
	};
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
