import { ActionIcon, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDots } from "@tabler/icons-react";
import { useLocation } from "wouter";
import { useOnline } from "../access/index.ts";
import { viewsText as text } from "../text/en/views.ts";
import type { ListedView } from "../worker/views/view-protocol.ts";
import { moveView, removeView } from "./save-view.ts";
import classes from "./saved-views.module.css";
import { useViewDialog } from "./view-dialog-store.ts";
import { positionBeside } from "./view-positions.ts";

interface Props {
	readonly listed: ListedView;
	readonly part: readonly ListedView[];
	readonly isShown: boolean;
}

/** What can be done with one view; why not, where nothing can. */
export function ViewMenu({ listed: { view, mayEdit }, part, isShown }: Props) {
	const [, navigate] = useLocation();
	const online = useOnline();
	const open = useViewDialog((state) => state.open);
	const reason = mayEdit ? online.reason : text.readOnly;
	const isBlocked = reason !== null;
	const up = positionBeside(part, view.id, -1);
	const down = positionBeside(part, view.id, 1);

	async function remove(): Promise<void> {
		if ((await removeView(view)) && isShown) navigate("/queues/open");
	}
	return (
		<Menu position="bottom-start" shadow="md" withInitialFocusPlaceholder={false}>
			<Menu.Target>
				<ActionIcon size={22} className={classes.dots} aria-label={text.actions(view.name)}>
					<IconDots size={14} aria-hidden="true" />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item data-autofocus onClick={() => void copyAddress(view.id)}>
					{text.copyLink}
				</Menu.Item>
				<Menu.Item disabled={isBlocked} onClick={() => open({ kind: "edit", view })}>
					{text.edit}
				</Menu.Item>
				<Menu.Item
					disabled={isBlocked || up === null}
					onClick={() => void (up !== null && moveView(view, up))}
				>
					{text.moveUp}
				</Menu.Item>
				<Menu.Item
					disabled={isBlocked || down === null}
					onClick={() => void (down !== null && moveView(view, down))}
				>
					{text.moveDown}
				</Menu.Item>
				<Menu.Item disabled={isBlocked} onClick={() => void remove()}>
					{text.remove}
				</Menu.Item>
				{reason === null ? null : <Menu.Label>{reason}</Menu.Label>}
			</Menu.Dropdown>
		</Menu>
	);
}

async function copyAddress(id: string): Promise<void> {
	const address = `${window.location.origin}/queues/${id}`;
	// Refused where the page may not write to the clipboard: then it is said.
	const isCopied = await navigator.clipboard?.writeText(address).then(
		() => true,
		() => false,
	);
	notifications.show({ message: isCopied ? text.copied(address) : text.notCopied(address) });
}
