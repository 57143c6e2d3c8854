import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { SavedView } from "../../shared/view/saved-view.ts";
import { GuardedButton, useOnline } from "../access/index.ts";
import { peekTopic } from "../data/index.ts";
import {
	changedShows,
	isChanged,
	shownWork,
	showsOf,
	useQueueStore,
	usualOf,
	type ViewKey,
} from "../queue-state/index.ts";
import { viewsText as text } from "../text/en/views.ts";
import type { ListedView } from "../worker/views/view-protocol.ts";
import { inputOf, saveView } from "./save-view.ts";
import classes from "./saved-views.module.css";
import { useSavedViews } from "./use-saved-views.ts";
import { useViewDialog } from "./view-dialog-store.ts";

/** What of the shown view is not as it says, and what can become of that. */
export function ViewChanges({ view }: { readonly view: ViewKey }) {
	const listed = useSavedViews()?.find((one) => one.view.id === view) ?? null;
	const hasChanges = useQueueStore(isChanged);
	const isPartial = useQueueStore((state) => usualOf(state, state.view).isPartial);
	const isOvertaken = useQueueStore(
		(state) => shownWork(state).basedOn !== usualOf(state, state.view).version,
	);
	if (!listed || !(hasChanges || isPartial)) return null;
	return (
		<div className={classes.changes}>
			<span role="status" className={classes.note}>
				{noteOf(listed, { isPartial, isOvertaken: hasChanges && isOvertaken })}
			</span>
			{hasChanges ? <Actions listed={listed} /> : null}
		</div>
	);
}

interface Standing {
	readonly isPartial: boolean;
	readonly isOvertaken: boolean;
}

function noteOf({ view, editedByName }: ListedView, { isPartial, isOvertaken }: Standing): string {
	const by = editedByName ?? text.conflict.somebody;
	if (isOvertaken) return text.changed.meanwhile(by, view.name);
	return isPartial ? text.changed.partial : "";
}

function Actions({ listed: { view, mayEdit } }: { readonly listed: ListedView }) {
	const online = useOnline();
	return (
		<>
			{mayEdit ? (
				<GuardedButton access={online} size="compact-sm" onClick={() => void saveChanges(view)}>
					{text.changed.save(view.name)}
				</GuardedButton>
			) : null}
			<Button variant="default" size="compact-sm" onClick={openSaveDialog}>
				{text.changed.saveAs}
			</Button>
			<Button
				variant="subtle"
				color="gray"
				size="compact-sm"
				onClick={() => useQueueStore.getState().reset(view.id)}
			>
				{text.changed.reset}
			</Button>
		</>
	);
}

/** What is shown becomes what the view says; whoever changed it since this work began is not overwritten. */
async function saveChanges(view: SavedView): Promise<void> {
	const work = shownWork(useQueueStore.getState());
	const input = { ...inputOf(view), shows: changedShows(view.shows, work) };
	const saved = await saveView({ id: view.id, version: work.basedOn, input }, view);
	// A conflict has a dialog of its own.
	if (!saved.ok && useViewDialog.getState().dialog === null)
		notifications.show({ message: saved.error.message });
}

/** Asks under which name what is shown is to be saved. */
export function openSaveDialog(): void {
	const state = useQueueStore.getState();
	const work = shownWork(state);
	const saved = peekTopic("savedViews", null)?.find(({ view }) => view.id === state.view);
	const shows = saved ? changedShows(saved.view.shows, work) : showsOf(usualOf(state, state.view).base, work);
	useViewDialog.getState().open({ kind: "new", shows });
}
