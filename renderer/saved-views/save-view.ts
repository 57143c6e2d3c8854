import { notifications } from "@mantine/notifications";
import type { Result } from "../../shared/result.ts";
import {
	type SavedView,
	type SavedViewInput,
	savedViewListSchema,
	savedViewSchema,
} from "../../shared/view/saved-view.ts";
import { askDesk } from "../http/index.ts";
import { offerBack } from "../page/index.ts";
import { readView, useQueueStore } from "../queue-state/index.ts";
import { viewsText as text } from "../text/en/views.ts";
import { useViewDialog } from "./view-dialog-store.ts";

interface Saving {
	readonly id: string;
	/** The one that was edited; 0 makes a new one. */
	readonly version: number;
	readonly input: SavedViewInput;
}

export function inputOf({ name, audience, position, shows }: SavedView): SavedViewInput {
	return { name, audience, position, shows };
}

function putView({ id, version, input }: Saving): Promise<Result<SavedView>> {
	return askDesk({
		method: "PUT",
		path: `/views/${id}`,
		body: { version, view: input },
		answer: savedViewSchema,
	});
}

/**
 * Saves a view; `before` is what Undo gives back. Where somebody else was first, it asks what is to become of
 * both.
 */
export async function saveView(saving: Saving, before: SavedView | null): Promise<Result<SavedView>> {
	const saved = await putView(saving);
	if (saved.ok) {
		useQueueStore.getState().noteSaved(saving.id, readView(saved.value));
		useViewDialog.getState().close();
		offerBack(text.saved(saved.value.name), () => undoSaving(saved.value, before));
	} else if (saving.version > 0 && isOvertaken(saved.error.code)) await askAboutConflict(saving);
	return saved;
}

function isOvertaken(code: string): boolean {
	return code === "edited_meanwhile" || code === "not_found";
}

/** Theirs is asked for: the feed may be behind. */
async function askAboutConflict({ id, input }: Saving): Promise<void> {
	const listed = await askDesk({ path: "/views", answer: savedViewListSchema });
	if (!listed.ok) return;
	const theirs = listed.value.views.find((view) => view.id === id) ?? null;
	useViewDialog.getState().open({ kind: "conflict", id, mine: input, theirs });
}

async function undoSaving(saved: SavedView, before: SavedView | null): Promise<void> {
	if (!before) return tell(await deleteView(saved), text.removed(saved.name));
	const input = inputOf(before);
	const undone = await putView({ id: saved.id, version: saved.version, input });
	if (undone.ok) useQueueStore.getState().noteSaved(saved.id, readView(undone.value));
	tell(undone, text.undone(before.name));
}

function deleteView({ id, version }: SavedView): Promise<Result<SavedView>> {
	return askDesk({ method: "DELETE", path: `/views/${id}`, query: { version }, answer: savedViewSchema });
}

/** Takes a view away; answers whether it is gone. */
export async function removeView(view: SavedView): Promise<boolean> {
	const removed = await deleteView(view);
	if (!removed.ok) {
		notifications.show({ message: removed.error.message });
		return false;
	}
	offerBack(text.removed(view.name), async () => {
		const input = inputOf(removed.value);
		tell(await putView({ id: view.id, version: 0, input }), text.undone(view.name));
	});
	return true;
}

/** Puts a view elsewhere in its list. */
export async function moveView(view: SavedView, position: number): Promise<void> {
	const moved = await putView({ id: view.id, version: view.version, input: { ...inputOf(view), position } });
	if (!moved.ok) notifications.show({ message: moved.error.message });
}

function tell(result: Result<SavedView>, message: string): void {
	notifications.show({ message: result.ok ? message : result.error.message });
}
