import { notifications } from "@mantine/notifications";
import type { Result } from "../../shared/result.ts";
import {
	type SavedView,
	type SavedViewInput,
	savedViewListSchema,
	savedViewSchema,
} from "../../shared/view/saved-view.ts";
import { askDesk } from "../http/index.ts";
import { keptRequests, type Saving } from "../kept/index.ts";
import { readView, useQueueStore } from "../queue-state/index.ts";
import { viewsText as text } from "../text/en/views.ts";
import { useViewDialog } from "./view-dialog-store.ts";

export function inputOf({ name, audience, position, shows }: SavedView): SavedViewInput {
	return { name, audience, position, shows };
}

const requests = keptRequests({
	path: "/views",
	key: "view",
	answer: savedViewSchema,
	inputOf,
	text,
	onSaved: (view) => useQueueStore.getState().noteSaved(view.id, readView(view)),
});

/**
 * Saves a view; `before` is what Undo gives back. Where somebody else was first, it asks what is to become of
 * both.
 */
export async function saveView(
	saving: Saving<SavedViewInput>,
	before: SavedView | null,
): Promise<Result<SavedView>> {
	const saved = await requests.save(saving, before);
	if (saved.ok) useViewDialog.getState().close();
	else if (saving.version > 0 && isOvertaken(saved.error.code)) await askAboutConflict(saving);
	return saved;
}

function isOvertaken(code: string): boolean {
	return code === "edited_meanwhile" || code === "not_found";
}

/** Theirs is asked for: the feed may be behind. */
async function askAboutConflict({ id, input }: Saving<SavedViewInput>): Promise<void> {
	const listed = await askDesk({ path: "/views", answer: savedViewListSchema });
	if (!listed.ok) return;
	const theirs = listed.value.views.find((view) => view.id === id) ?? null;
	useViewDialog.getState().open({ kind: "conflict", id, mine: input, theirs });
}

/** Takes a view away; answers whether it is gone. */
export async function removeView(view: SavedView): Promise<boolean> {
	const removed = await requests.remove(view);
	if (!removed.ok) notifications.show({ message: removed.error.message });
	return removed.ok;
}

/** Puts a view elsewhere in its list. */
export async function moveView(view: SavedView, position: number): Promise<void> {
	const moved = await requests.put({
		id: view.id,
		version: view.version,
		input: { ...inputOf(view), position },
	});
	if (!moved.ok) notifications.show({ message: moved.error.message });
}
