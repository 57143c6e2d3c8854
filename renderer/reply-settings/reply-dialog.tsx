import { Button, Group, Modal, SegmentedControl, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { z } from "zod";
import { LIMITS } from "../../shared/api/common.ts";
import { REPLY_NAME_LETTERS, REPLY_USES, type Reply } from "../../shared/reply/reply.ts";
import { REPLY_FIELDS, unknownFields } from "../../shared/reply/reply-fields.ts";
import type { Refusal } from "../../shared/result.ts";
import { GuardedButton, useOnline } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { DraftNote, useFormDraft } from "../drafts/index.ts";
import { submitByKey } from "../keys/index.ts";
import { ProblemNote } from "../page/index.ts";
import { partOf, useAudiences } from "../saved-views/index.ts";
import { repliesText as text } from "../text/en/replies.ts";
import type { ListedReply } from "../worker/topics/kept-protocol.ts";
import { ReplyPreview } from "./reply-preview.tsx";
import { removeReply, saveReply } from "./reply-requests.ts";
import classes from "./reply-settings.module.css";

const draftSchema = z.strictObject({
	name: z.string(),
	audience: z.string(),
	use: z.enum(REPLY_USES),
	text: z.string(),
});
type Values = z.infer<typeof draftSchema>;

interface Props {
	/** `null` makes a new one. */
	readonly listed: ListedReply | null;
	readonly onClose: () => void;
}

/** Writes a reply, or shows one that only others may change. */
export function ReplyDialog({ listed, onClose }: Props) {
	const title = listed ? text.edit(listed.reply.name) : text.newTitle;
	return (
		<Modal opened onClose={onClose} title={title} size="lg">
			{listed && !listed.mayEdit ? (
				<Stack gap="sm">
					<p className={classes.text}>{listed.reply.text}</p>
					<p className={classes.hint}>{text.readOnly}</p>
				</Stack>
			) : (
				<ReplyForm reply={listed?.reply ?? null} onClose={onClose} />
			)}
		</Modal>
	);
}

function initialOf(reply: Reply | null): Values {
	if (!reply) return { name: "", audience: "own", use: "comment", text: "" };
	return { name: reply.name, audience: partOf(reply.audience), use: reply.use, text: reply.text };
}

function ReplyForm({ reply, onClose }: { readonly reply: Reply | null; readonly onClose: () => void }) {
	const online = useOnline();
	const { choices, mayShare } = useAudiences();
	const [id] = useState(() => reply?.id ?? crypto.randomUUID());
	const [initial] = useState(() => initialOf(reply));
	const draft = useFormDraft(`reply:${reply?.id ?? "new"}`, { initial, schema: draftSchema });
	const { values, setValues } = draft;
	const [isTried, setIsTried] = useState(false);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const newest = useTopic("replies", null)?.find((each) => each.reply.id === id)?.reply.version ?? 0;
	const unknown = unknownFields(values.text);
	const change = (part: Partial<Values>) => setValues({ ...values, ...part });

	async function save(version: number): Promise<void> {
		setIsTried(true);
		const isWhole = values.name.trim() !== "" && values.text.trim() !== "" && unknown.length === 0;
		if (!isWhole || !online.isAllowed) return;
		const audience = choices.find(({ value }) => value === values.audience)?.audience ?? { kind: "own" };
		const input = { name: values.name.trim(), audience, use: values.use, text: values.text };
		const saved = await saveReply({ id, version, input }, reply);
		if (!saved.ok) return setRefusal(saved.error);
		draft.clear();
		onClose();
	}
	async function remove(gone: Reply): Promise<void> {
		const removed = await removeReply(gone);
		if (!removed.ok) return setRefusal(removed.error);
		draft.clear();
		onClose();
	}
	function handleSubmit(event: FormEvent): void {
		event.preventDefault();
		void save(reply?.version ?? 0);
	}
	return (
		<form onSubmit={handleSubmit} onKeyDown={submitByKey} noValidate>
			<Stack gap="sm">
				<DraftNote draft={draft} />
				<TextInput
					data-autofocus
					label={text.name}
					withAsterisk
					maxLength={REPLY_NAME_LETTERS}
					value={values.name}
					error={isTried && values.name.trim() === "" ? text.nameNeeded : null}
					onChange={(event) => change({ name: event.currentTarget.value })}
				/>
				<TextField
					value={values.text}
					error={
						unknown.length > 0
							? text.unknown(unknown)
							: isTried && values.text.trim() === ""
								? text.textNeeded
								: null
					}
					onChange={(written) => change({ text: written })}
				/>
				<ReplyPreview written={values.text} />
				<SegmentedControl
					size="xs"
					aria-label={text.use}
					value={values.use}
					onChange={(value) => change({ use: REPLY_USES.find((use) => use === value) ?? "comment" })}
					data={REPLY_USES.map((value) => ({ value, label: text.uses[value] }))}
				/>
				<Select
					label={text.audience}
					data={choices.map(({ value, label }) => ({ value, label }))}
					value={values.audience}
					allowDeselect={false}
					description={mayShare ? null : text.mayNotShare}
					onChange={(value) => change({ audience: value ?? "own" })}
				/>
				{refusal ? (
					<ProblemNote
						refusal={refusal}
						action={
							refusal.code === "edited_meanwhile" ? (
								<Button size="compact-sm" variant="default" onClick={() => void save(newest)}>
									{text.saveOver}
								</Button>
							) : null
						}
					/>
				) : null}
				<Group justify="flex-end">
					{reply ? (
						<GuardedButton
							access={online}
							variant="subtle"
							color="red"
							mr="auto"
							aria-label={text.removeNamed(reply.name)}
							onClick={() => void remove(reply)}
						>
							{text.remove}
						</GuardedButton>
					) : null}
					<Button variant="default" onClick={onClose}>
						{text.back}
					</Button>
					<GuardedButton access={online} type="submit">
						{text.save}
					</GuardedButton>
				</Group>
			</Stack>
		</form>
	);
}

interface TextFieldProps {
	readonly value: string;
	readonly error: string | null;
	readonly onChange: (text: string) => void;
}

/** The text, with a button for each field that puts it where the caret is. */
function TextField({ value, error, onChange }: TextFieldProps) {
	const field = useRef<HTMLTextAreaElement>(null);
	function insert(name: string): void {
		const { selectionStart = value.length, selectionEnd = value.length } = field.current ?? {};
		const written = `{{${name}}}`;
		onChange(value.slice(0, selectionStart) + written + value.slice(selectionEnd));
		const caret = selectionStart + written.length;
		requestAnimationFrame(() => {
			field.current?.focus();
			field.current?.setSelectionRange(caret, caret);
		});
	}
	return (
		<>
			<Textarea
				ref={field}
				label={text.text}
				withAsterisk
				autosize
				minRows={4}
				maxRows={12}
				maxLength={LIMITS.note}
				value={value}
				error={error}
				onChange={(event) => onChange(event.currentTarget.value)}
			/>
			<fieldset className={classes.fields}>
				<legend className={classes.hint}>{text.fieldsHint}</legend>
				{REPLY_FIELDS.map((name) => (
					<Button key={name} variant="default" size="compact-xs" onClick={() => insert(name)}>
						{text.fields[name]}
					</Button>
				))}
			</fieldset>
		</>
	);
}
