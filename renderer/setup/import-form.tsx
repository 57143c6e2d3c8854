import { Button, FileInput, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { type DragEvent, type FormEvent, type ReactNode, useState } from "react";
import { LIMITS } from "../../shared/api/common.ts";
import type { ImportInput } from "../../shared/api/desk.ts";
import type { Refusal } from "../../shared/result.ts";
import { GuardedButton, useAccess } from "../access/index.ts";
import { ProblemNote } from "../page/index.ts";
import { importText, setupText } from "../text/en/setup.ts";
import { formatBytes } from "../text/units.ts";
import classes from "./setup.module.css";

interface Props {
	readonly refusal: Refusal | null;
	readonly onSubmit: (file: File, options: Pick<ImportInput, "asOf" | "zone">) => void;
	readonly onBack: (() => void) | undefined;
}

/** Which file, until when, in which zone. */
export function ImportForm({ refusal, onSubmit, onBack }: Props) {
	const access = useAccess("import.run");
	const [file, setFile] = useState<File | null>(null);
	const [asOf, setAsOf] = useState("");
	const [zone, setZone] = useState("UTC");
	const [problem, setProblem] = useState<string | null>(null);

	function choose(chosen: File | null): void {
		setFile(chosen);
		setProblem(chosen && judgeFile(chosen));
	}

	function handleSubmit(event: FormEvent): void {
		event.preventDefault();
		const found = file ? judgeFile(file) : importText.filePlaceholder;
		setProblem(found);
		if (file && found === null) onSubmit(file, { asOf: asOf === "" ? null : asOf, zone });
	}

	return (
		<form onSubmit={handleSubmit} noValidate>
			<Stack gap="md">
				<DropArea onDrop={choose}>
					<FileInput
						size="sm"
						label={importText.file}
						placeholder={importText.filePlaceholder}
						leftSection={<IconFileImport size={16} aria-hidden="true" />}
						accept=".csv,.gz,text/csv,application/gzip"
						value={file}
						onChange={choose}
						error={problem}
						clearable
					/>
					<Text c="dimmed" size="xs" mt={4}>
						{file ? formatBytes(file.size) : importText.drop}
					</Text>
				</DropArea>
				<TextInput
					size="sm"
					type="datetime-local"
					label={importText.asOf}
					description={importText.asOfHint}
					value={asOf}
					onChange={(event) => setAsOf(event.currentTarget.value.slice(0, 16))}
				/>
				<Select
					size="sm"
					label={importText.zone}
					data={ZONES}
					value={zone}
					onChange={(chosen) => setZone(chosen ?? "UTC")}
					searchable
					allowDeselect={false}
				/>
				{refusal && <ProblemNote refusal={refusal} />}
				<Group>
					<GuardedButton access={access} type="submit">
						{importText.start}
					</GuardedButton>
					{onBack && (
						<Button variant="subtle" color="gray" onClick={onBack}>
							{setupText.back}
						</Button>
					)}
				</Group>
			</Stack>
		</form>
	);
}

/** What is wrong with a file before it is sent; `null` where nothing is. */
function judgeFile(file: File): string | null {
	if (file.size === 0) return importText.empty;
	if (file.size > LIMITS.importBytes) return importText.tooBig(formatBytes(LIMITS.importBytes));
	return /\.(csv|csv\.gz|gz)$/i.test(file.name) ? null : importText.notCsv;
}

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const SUGGESTED = [...new Set(["UTC", HERE])];
const ZONES = [
	{ group: importText.zoneSuggested, items: SUGGESTED },
	{
		group: importText.zoneOther,
		items: Intl.supportedValuesOf("timeZone").filter((zone) => !SUGGESTED.includes(zone)),
	},
];

interface DropAreaProps {
	readonly onDrop: (file: File) => void;
	readonly children: ReactNode;
}

/** The same field for people who drag files. */
function DropArea({ onDrop, children }: DropAreaProps) {
	const [isOver, setIsOver] = useState(false);
	function handleDrop(event: DragEvent): void {
		event.preventDefault();
		setIsOver(false);
		const [file] = event.dataTransfer.files;
		if (file) onDrop(file);
	}
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: the field inside does the same by keyboard.
		<div
			className={classes.drop}
			data-over={isOver || undefined}
			onDragOver={(event) => {
				event.preventDefault();
				setIsOver(true);
			}}
			onDragLeave={() => setIsOver(false)}
			onDrop={handleDrop}
		>
			{children}
		</div>
	);
}
