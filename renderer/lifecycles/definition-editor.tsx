import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type ChangeEvent, useRef, useState } from "react";
import type { Refusal } from "../../shared/result.ts";
import type { Lifecycle } from "../../shared/ticket/lifecycle.ts";
import { GuardedButton, useAccess } from "../access/index.ts";
import { DraftNote, useDraft } from "../drafts/index.ts";
import { saveFile } from "../files/index.ts";
import { Card, ProblemNote } from "../page/index.ts";
import { draftsText } from "../text/en/drafts.ts";
import { lifecyclesText } from "../text/en/lifecycles.ts";
import { type Difference, findDifferences } from "./differences.ts";
import { saveLifecycle } from "./lifecycle-requests.ts";
import classes from "./lifecycles.module.css";
import { readDefinition } from "./read-definition.ts";

const text = lifecyclesText.edit;

interface Props {
	/** What holds now, or what a new kind begins from. */
	readonly definition: Lifecycle;
	/** `null` for a new kind. */
	readonly kind: string | null;
	/** 0 where nobody has edited it. */
	readonly version: number;
	readonly onApplied: (kind: string) => void;
}

interface Checked {
	readonly definition: Lifecycle;
	readonly differences: readonly Difference[];
}

/** A definition as JSON: out, in, checked, compared, and only then applied. */
export function DefinitionEditor({ definition, kind, version, onApplied }: Props) {
	const access = useAccess("lifecycle.edit");
	const draft = useDraft(`lifecycle:${kind ?? "new"}:form`, write(definition));
	const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
	const [checked, setChecked] = useState<Checked | null>(null);
	const [isBusy, setIsBusy] = useState(false);

	function type(next: string): void {
		draft.setText(next);
		setRefusals([]);
		setChecked(null);
	}
	function check(): void {
		const read = readDefinition(draft.text, kind);
		setRefusals(read.ok ? [] : read.refusals);
		const before = kind === null ? {} : definition;
		setChecked(
			read.ok ? { definition: read.definition, differences: findDifferences(before, read.definition) } : null,
		);
	}
	async function apply(next: Lifecycle): Promise<void> {
		setIsBusy(true);
		const saved = await saveLifecycle({ definition: next, baseVersion: version });
		setIsBusy(false);
		if (!saved.ok) return setRefusals([saved.error]);
		draft.clear();
		setChecked(null);
		notifications.show({ message: text.applied(next.label, saved.value.version) });
		onApplied(next.kind);
	}
	return (
		<Card title={kind === null ? text.newTitle : text.title}>
			<Stack gap="md" align="stretch">
				<Text c="dimmed">{kind === null ? text.newHint : text.hint}</Text>
				<DraftNote draft={draft} discardLabel={draftsText.startAfresh} />
				<Textarea
					size="sm"
					aria-label={text.label}
					classNames={{ input: classes.json }}
					autosize
					minRows={12}
					maxRows={28}
					spellCheck={false}
					value={draft.text}
					disabled={!access.isAllowed}
					onChange={(event) => type(event.currentTarget.value)}
				/>
				{access.reason !== null && <ProblemNote refusal={{ code: "blocked", message: access.reason }} />}
				<Problems refusals={refusals} />
				{checked && <Differences differences={checked.differences} isNew={kind === null} />}
				<Group>
					<GuardedButton access={access} variant={checked ? "default" : "filled"} onClick={check}>
						{text.check}
					</GuardedButton>
					{checked && (kind === null || checked.differences.length > 0) && (
						<GuardedButton access={access} loading={isBusy} onClick={() => void apply(checked.definition)}>
							{text.apply}
						</GuardedButton>
					)}
					<FileButton onText={type} isDisabled={!access.isAllowed} />
					<Button
						variant="default"
						onClick={() => saveFile(`${kind ?? "kind"}.lifecycle.json`, draft.text, "application/json")}
					>
						{text.export}
					</Button>
				</Group>
			</Stack>
		</Card>
	);
}

function Problems({ refusals }: { readonly refusals: readonly Refusal[] }) {
	if (refusals.length === 0) return null;
	return (
		<div role="alert" className={classes.problems}>
			<p className={classes.problemsHead}>{text.problems(refusals.length)}</p>
			<ul className={classes.lines}>
				{refusals.map(({ path, message }) => (
					<li key={`${path} ${message}`}>
						{path && <code>{path}</code>}{" "}
						{path && message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message}
					</li>
				))}
			</ul>
		</div>
	);
}

interface DifferencesProps {
	readonly differences: readonly Difference[];
	readonly isNew: boolean;
}

function Differences({ differences, isNew }: DifferencesProps) {
	if (differences.length === 0 && !isNew) return <p role="status">{text.noChange}</p>;
	return (
		<div role="status">
			<p className={classes.line}>{text.difference(differences.length)}</p>
			<ul className={classes.differences}>
				{differences.map(({ path, before, after }) => (
					<li key={path}>
						<span className={classes.path}>{path}</span>
						{before === null ? (
							<span className={classes.mark}>{text.added}</span>
						) : (
							<del className={classes.before}>{before}</del>
						)}
						{after === null ? (
							<span className={classes.mark}>{text.removed}</span>
						) : (
							<ins className={classes.after}>{after}</ins>
						)}
					</li>
				))}
			</ul>
		</div>
	);
}

interface FileButtonProps {
	readonly onText: (text: string) => void;
	readonly isDisabled: boolean;
}

function FileButton({ onText, isDisabled }: FileButtonProps) {
	const input = useRef<HTMLInputElement>(null);
	async function read(event: ChangeEvent<HTMLInputElement>): Promise<void> {
		const file = event.currentTarget.files?.[0];
		// The same file may be chosen again after it was edited.
		event.currentTarget.value = "";
		if (file) onText(await file.text());
	}
	return (
		<>
			<input
				ref={input}
				type="file"
				accept="application/json,.json"
				hidden
				onChange={(event) => void read(event)}
			/>
			<Button variant="default" disabled={isDisabled} onClick={() => input.current?.click()}>
				{text.import}
			</Button>
		</>
	);
}

function write(definition: Lifecycle): string {
	return JSON.stringify(definition, null, 2);
}
