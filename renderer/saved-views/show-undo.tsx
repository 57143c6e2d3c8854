import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { viewsText as text } from "../text/en/views.ts";

const UNDO_FOR_MS = 12_000;

/** Says what was done, with a button that takes it back. */
export function showUndo(message: string, onUndo: () => Promise<void>): void {
	const id = notifications.show({
		autoClose: UNDO_FOR_MS,
		message: (
			<Group justify="space-between" wrap="nowrap">
				<span>{message}</span>
				<Button
					variant="subtle"
					onClick={() => {
						notifications.hide(id);
						void onUndo();
					}}
				>
					{text.undo}
				</Button>
			</Group>
		),
	});
}
