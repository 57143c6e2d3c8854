import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useMemo, useState } from "react";
import { bulkText } from "../../text/en/bulk.ts";
import { isBlankEdit } from "../../worker/bulk/bulk-protocol.ts";
import { BulkFields } from "./bulk-fields.tsx";
import { BulkPreviewList } from "./bulk-preview-list.tsx";
import { type BulkWork, useBulk } from "./bulk-store.ts";
import { BLANK_VALUES, toBulkEdit } from "./bulk-values.ts";
import { runBulk } from "./run-bulk.ts";
import { fieldsAskedBy } from "./state-choices.ts";
import { useBulkPreview } from "./use-bulk-preview.ts";

/** The dialog in which many tickets are changed, while one is open. */
export function BulkDialog({ onDone }: { readonly onDone: () => void }) {
	const work = useBulk((state) => state.work);
	const end = useBulk((state) => state.end);
	if (!work) return null;
	return (
		<Modal opened onClose={end} title={bulkText.title(work.ticketIds.length)} size={940} yOffset="4vh">
			<BulkForm
				work={work}
				onClose={end}
				onDone={() => {
					end();
					onDone();
				}}
			/>
		</Modal>
	);
}

interface Props {
	readonly work: BulkWork;
	readonly onClose: () => void;
	readonly onDone: () => void;
}

function BulkForm({ work, onClose, onDone }: Props) {
	const { ticketIds, focus } = work;
	const [values, setValues] = useState({ ...BLANK_VALUES, ...work.values });
	const [error, setError] = useState<string | null>(null);
	const [isSaving, setIsSaving] = useState(false);
	const asked = useMemo(() => fieldsAskedBy(values.state), [values.state]);
	const edit = useMemo(() => toBulkEdit(values, asked), [values, asked]);
	const { preview, isStale } = useBulkPreview(ticketIds, edit);
	const ready = preview?.lines.filter(({ outcome }) => outcome === "changes").length ?? 0;
	const isBlank = isBlankEdit(edit);

	async function save(): Promise<void> {
		// Only what was seen is done.
		if (isSaving || isStale || ready === 0) return;
		setIsSaving(true);
		const failure = await runBulk(ticketIds, edit);
		setIsSaving(false);
		setError(failure);
		if (failure === null) onDone();
	}
	function handleSubmit(event: FormEvent): void {
		event.preventDefault();
		void save();
	}
	function handleKeyDown(event: KeyboardEvent): void {
		if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
		event.preventDefault();
		void save();
	}

	return (
		<form onSubmit={handleSubmit} onKeyDown={handleKeyDown} noValidate>
			<Stack gap="sm">
				<BulkFields
					values={values}
					kinds={preview?.kinds ?? []}
					asked={asked}
					focus={focus}
					onChange={(change) => setValues({ ...values, ...change })}
				/>
				{isBlank || preview === null ? (
					<Text size="sm" c="var(--dw-text-dim)">
						{bulkText.nothingYet}
					</Text>
				) : (
					<BulkPreviewList preview={preview} isStale={isStale} />
				)}
				{error === null ? null : (
					<p role="alert">
						{bulkText.failed} {error}
					</p>
				)}
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose}>
						{bulkText.cancel}
					</Button>
					<Button type="submit" loading={isSaving} disabled={isBlank || ready === 0}>
						{bulkText.save(ready)}
					</Button>
				</Group>
			</Stack>
		</form>
	);
}
