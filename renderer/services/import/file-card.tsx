import { FileInput, SegmentedControl, Stack, Text, Textarea } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { CI_IMPORT_LIMITS, type CiPreviewInput } from "../../../shared/api/cis.ts";
import { GuardedButton, useAccess } from "../../access/index.ts";
import { Card } from "../../page/index.ts";
import { ciImportText as text } from "../../text/en/services.ts";

interface Props {
	readonly isBusy: boolean;
	/** What was shown is of another text by now. */
	readonly onChange: () => void;
	readonly onPreview: (input: CiPreviewInput) => void;
}

/** What is to be imported: a file, or its text. */
export function FileCard({ isBusy, onChange, onPreview }: Props) {
	const access = useAccess("ci.edit");
	const [form, setForm] = useState<CiPreviewInput["form"]>("cis");
	const [file, setFile] = useState<File | null>(null);
	const [pasted, setPasted] = useState("");
	const [problem, setProblem] = useState<string | null>(null);
	const isReady = file !== null || pasted.trim() !== "";

	async function handleSubmit(event: FormEvent): Promise<void> {
		event.preventDefault();
		if (!access.isAllowed || !isReady || isBusy) return;
		const sizeBytes = file?.size ?? pasted.length;
		if (sizeBytes > CI_IMPORT_LIMITS.bytes) return setProblem(text.tooLarge);
		onPreview({ form, text: file ? await file.text() : pasted, mapping: null });
	}

	return (
		<Card title={text.form}>
			<form onSubmit={(event) => void handleSubmit(event)} noValidate>
				<Stack gap="sm">
					<SegmentedControl
						aria-label={text.form}
						value={form}
						onChange={(value) => {
							setForm(value === "relations" ? "relations" : "cis");
							onChange();
						}}
						data={(["cis", "relations"] as const).map((value) => ({ value, label: text.forms[value] }))}
					/>
					<Text size="sm" c="var(--dw-text-dim)">
						{text.hint[form]}
					</Text>
					<FileInput
						label={text.file}
						placeholder={text.filePlaceholder}
						leftSection={<IconFileImport size={16} aria-hidden="true" />}
						accept=".csv,text/csv"
						value={file}
						error={problem}
						onChange={(chosen) => {
							setFile(chosen);
							setProblem(null);
							onChange();
						}}
						clearable
					/>
					<Textarea
						label={text.paste}
						value={pasted}
						disabled={file !== null}
						autosize
						minRows={3}
						maxRows={10}
						spellCheck={false}
						onChange={(event) => {
							setPasted(event.currentTarget.value);
							setProblem(null);
							onChange();
						}}
					/>
					<div>
						<GuardedButton access={access} type="submit" disabled={access.isAllowed && (!isReady || isBusy)}>
							{text.preview}
						</GuardedButton>
					</div>
				</Stack>
			</form>
		</Card>
	);
}
