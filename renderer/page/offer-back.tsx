import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { syncText } from "../text/en/sync.ts";

/** Says what was thrown away, and for a while gives it back. */
export function offerBack(message: string, giveBack: () => Promise<unknown>): void {
	const id = notifications.show({
		autoClose: 15_000,
		message: (
			<Group justify="space-between" wrap="nowrap">
				{message}
				<Button
					size="compact-xs"
					variant="subtle"
					onClick={() => {
						notifications.hide(id);
						void giveBack();
					}}
				>
					{syncText.page.undo}
				</Button>
			</Group>
		),
	});
}
