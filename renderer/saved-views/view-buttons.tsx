import { ActionIcon } from "@mantine/core";
import {
	IconBookmarkPlus,
	IconColumns3,
	IconLayoutSidebarLeftCollapse,
	IconLayoutSidebarLeftExpand,
} from "@tabler/icons-react";
import { useShortcuts } from "../keys/index.ts";
import { useQueueStore } from "../queue-state/index.ts";
import { viewsText as text } from "../text/en/views.ts";
import classes from "./saved-views.module.css";
import { useSavedViews } from "./use-saved-views.ts";
import { openSaveDialog } from "./view-changes.tsx";
import { useViewDialog } from "./view-dialog-store.ts";

/** Saving what is shown, and choosing its columns; by key too. */
export function ViewButtons() {
	const chooseColumns = () => useViewDialog.getState().open({ kind: "columns" });
	useShortcuts({
		saveView: openSaveDialog,
		chooseColumns,
		foldViews: useQueueStore.getState().toggleList,
	});
	return (
		<>
			<ActionIcon aria-label={text.columns.button} data-hint={text.columns.button} onClick={chooseColumns}>
				<IconColumns3 size={16} stroke={1.6} />
			</ActionIcon>
			<ActionIcon aria-label={text.save} data-hint={text.save} onClick={openSaveDialog}>
				<IconBookmarkPlus size={16} stroke={1.6} />
			</ActionIcon>
		</>
	);
}

/** Shows and hides the list of saved views, where there are any. */
export function FoldButton() {
	const views = useSavedViews();
	const isOpen = useQueueStore((state) => state.isListOpen);
	const toggle = useQueueStore((state) => state.toggleList);
	if (!views || views.length === 0) return null;
	const label = isOpen ? text.hide : text.show;
	const Icon = isOpen ? IconLayoutSidebarLeftCollapse : IconLayoutSidebarLeftExpand;
	return (
		<ActionIcon
			className={classes.fold}
			aria-label={label}
			title={label}
			aria-pressed={isOpen}
			onClick={toggle}
		>
			<Icon size={16} stroke={1.6} aria-hidden="true" />
		</ActionIcon>
	);
}
