import { exportFiles } from "../attachments/export-files.ts";
import type { Engine } from "../engine/engine.ts";
import type { OutboxEntry, OutboxPhase, OutboxStore } from "../storage/outbox-store.ts";
import { isOpen } from "../storage/restored-entries.ts";

const UNSENT: readonly OutboxPhase[] = ["pending", "needs-you"];

/**
 * Everything the desk does not have, as JSON text. It asks the outbox itself, so that it works without a
 * cache; and where the outbox fails too, it gives what this window still knows.
 */
export async function exportUnsent({ model, store }: Pick<Engine, "model" | "store">): Promise<string> {
	const personId = model.session?.person?.id ?? "";
	const known = (model.generation?.outbox.entries ?? []).filter(isOpen);
	const [unsent, drafts, unreadable] = await Promise.all([
		store.list(personId, UNSENT).then(
			(stored) => withKnown(stored, known),
			() => known,
		),
		store.listDrafts(personId).catch(() => []),
		store.listUnreadable(personId).catch(() => []),
	]);
	const files = await filesOf(store, personId, unsent).catch(() => []);
	const exportedAt = new Date(model.deskNow()).toISOString();
	return JSON.stringify({ exportedAt, personId, unsent, drafts, files, unreadable }, null, 2);
}

/** Those of unsent edits and of drafts; the others are on the desk. */
async function filesOf(store: OutboxStore, personId: string, unsent: readonly OutboxEntry[]) {
	const named = new Set(unsent.flatMap(({ intent }) => intent.attachmentIds ?? []));
	const chosen = await store.files.list(personId);
	return exportFiles(chosen.filter(({ id, draftKey }) => draftKey !== null || named.has(id)));
}

function withKnown(stored: readonly OutboxEntry[], known: readonly OutboxEntry[]): readonly OutboxEntry[] {
	const ids = new Set(stored.map(({ id }) => id));
	return [...stored, ...known.filter(({ id }) => !ids.has(id))];
}
