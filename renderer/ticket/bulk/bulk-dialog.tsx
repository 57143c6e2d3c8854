import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { type FormEvent, useEffect, useEffectEvent, useMemo, useState } from "react";
import { submitByKey } from "../../keys/index.ts";
import { bulkText } from "../../text/en/bulk.ts";
import { isBlankEdit } from "../../worker/bulk/bulk-protocol.ts";
import { BulkFields } from "./bulk-fields.tsx";
import { BulkPreviewList } from "./bulk-preview-list.tsx";
import { type BulkWork, useBulk } from "./bulk-store.ts";
import { BLANK_VALUES, type BulkValues, toBulkEdit } from "./bulk-values.ts";
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
	/** Told to save by somebody faster than the preview. */
	const [isWanted, setIsWanted] = useState(false);
	const asked = useMemo(() => fieldsAskedBy(values.state), [values.state]);
	const edit = useMemo(() => toBulkEdit(values, asked), [values, asked]);
	const { preview, isStale } = useBulkPreview(ticketIds, edit);
	const ready = preview?.lines.filter(({ outcome }) => outcome === "changes").length ?? 0;
	const isBlank = isBlankEdit(edit);

	// Only what was judged is done.
	async function save(): Promise<void> {
		if (isSaving) return;
		setIsWanted(isStale);
		if (isStale || ready === 0) return;
		setIsSaving(true);
		const failure = await runBulk(ticketIds, edit);
		setIsSaving(false);
		setError(failure);
		if (failure === null) onDone();
	}
	const saveWanted = useEffectEvent(() => {
		if (isWanted) void save();
	});
	useEffect(() => {
		if (!isStale) saveWanted();
	}, [isStale]);
	function handleSubmit(event: FormEvent): void {
		event.preventDefault();
		void save();
	}
	function change(changed: Partial<BulkValues>): void {
		setIsWanted(false);
		setValues({ ...values, ...changed });
	}

	return (
		<form onSubmit={handleSubmit} onKeyDown={submitByKey} noValidate>
			<Stack gap="sm">
				<BulkFields
					values={values}
					kinds={preview?.kinds ?? []}
					asked={asked}
					focus={focus}
					onChange={change}
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
					<Button
						type="submit"
						loading={isSaving || (isWanted && isStale)}
						disabled={isBlank || (ready === 0 && !isStale)}
					>
						{bulkText.save(ready)}
					</Button>
				</Group>
			</Stack>
		</form>
	);
}
