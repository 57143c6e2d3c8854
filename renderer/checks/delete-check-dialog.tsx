import { Button, Group, Modal, Text } from "@mantine/core";
import { useState } from "react";
import type { Check } from "../../shared/api/checks.ts";
import { checksText } from "../text/en/checks.ts";
import { checkActions } from "./check-actions.ts";

interface Props {
	readonly check: Check;
	readonly isOpen: boolean;
	readonly onClose: () => void;
	readonly onDeleted?: () => void;
}

const text = checksText.removal;

/** Asks before a check and its results go. */
export function DeleteCheckDialog({ check, isOpen, onClose, onDeleted }: Props) {
	const [isBusy, setIsBusy] = useState(false);
	async function handleConfirm(): Promise<void> {
		setIsBusy(true);
		const isGone = await checkActions.remove(check);
		setIsBusy(false);
		onClose();
		if (isGone) onDeleted?.();
	}
	return (
		<Modal opened={isOpen} onClose={onClose} title={text.title(check.name)}>
			<Text mb="md">{text.hint}</Text>
			<Group justify="flex-end">
				<Button variant="default" onClick={onClose} data-autofocus>
					{text.cancel}
				</Button>
				<Button color="red" loading={isBusy} onClick={() => void handleConfirm()}>
					{text.confirm}
				</Button>
			</Group>
		</Modal>
	);
}
