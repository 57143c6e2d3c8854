import { Button, Group, Stack } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { submitByKey } from "../../keys/index.ts";
import { problemsText } from "../../text/en/problems.ts";

interface Props {
	readonly saveLabel: string;
	/** Answers whether the dialog is over. */
	readonly onSave: () => Promise<boolean>;
	readonly onClose: () => void;
	readonly children: ReactNode;
}

/** A form in a dialog, with its two buttons; Ctrl + Enter saves it from any of its fields. */
export function RelatedForm({ saveLabel, onSave, onClose, children }: Props) {
	const [isSaving, setIsSaving] = useState(false);
	async function save(): Promise<void> {
		if (isSaving) return;
		setIsSaving(true);
		const isOver = await onSave();
		setIsSaving(false);
		if (isOver) onClose();
	}
	function handleSubmit(event: FormEvent): void {
		event.preventDefault();
		void save();
	}
	return (
		<form onSubmit={handleSubmit} onKeyDown={submitByKey} noValidate>
			<Stack gap="sm">
				{children}
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose}>
						{problemsText.back}
					</Button>
					<Button type="submit" loading={isSaving}>
						{saveLabel}
					</Button>
				</Group>
			</Stack>
		</form>
	);
}
