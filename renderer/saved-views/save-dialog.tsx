import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import type { Refusal } from "../../shared/result.ts";
import { type SavedView, type SavedViewInput, VIEW_NAME_LETTERS } from "../../shared/view/saved-view.ts";
import { GuardedButton, useOnline } from "../access/index.ts";
import { submitByKey } from "../keys/index.ts";
import { ProblemNote } from "../page/index.ts";
import { viewsText } from "../text/en/views.ts";
import { inputOf, saveView } from "./save-view.ts";
import classes from "./saved-views.module.css";
import { useAudiences } from "./use-audiences.ts";
import { useSavedViews } from "./use-saved-views.ts";
import { inSamePart, lastPosition, partOf } from "./view-positions.ts";

const text = viewsText.dialog;

interface Props {
	/** `null` makes a new one of these. */
	readonly view: SavedView | null;
	readonly shows: SavedViewInput["shows"];
	readonly name?: string | undefined;
	readonly onClose: () => void;
}

/** Asks for a view's name, and in whose list it is to be. */
export function SaveDialog({ view, shows, name: proposed, onClose }: Props) {
	const [, navigate] = useLocation();
	const online = useOnline();
	const views = useSavedViews() ?? [];
	const { choices, mayShare } = useAudiences();
	const [name, setName] = useState(view?.name ?? proposed ?? "");
	const [part, setPart] = useState(view ? partOf(view.audience) : "own");
	const [isUnnamed, setIsUnnamed] = useState(false);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [id] = useState(() => view?.id ?? crypto.randomUUID());

	async function save(event: FormEvent): Promise<void> {
		event.preventDefault();
		setIsUnnamed(name.trim() === "");
		if (name.trim() === "" || !online.isAllowed) return;
		const audience = choices.find(({ value }) => value === part)?.audience ?? { kind: "own" };
		const isMoved = !view || partOf(view.audience) !== part;
		const position = isMoved ? lastPosition(inSamePart(views, audience)) : view.position;
		const input = { ...(view ? inputOf(view) : { shows }), name: name.trim(), audience, position };
		const saved = await saveView({ id, version: view?.version ?? 0, input }, view);
		if (!saved.ok) setRefusal(saved.error);
		else if (!view) navigate(`/queues/${id}`);
	}
	return (
		<Modal opened onClose={onClose} title={view ? text.editTitle(view.name) : text.newTitle} size="md">
			<form onSubmit={(event) => void save(event)} onKeyDown={submitByKey} noValidate>
				<Stack gap="sm">
					<TextInput
						data-autofocus
						label={text.name}
						withAsterisk
						maxLength={VIEW_NAME_LETTERS}
						value={name}
						error={isUnnamed ? text.nameNeeded : null}
						onChange={(event) => setName(event.currentTarget.value)}
					/>
					<Select
						label={text.audience}
						data={choices.map(({ value, label }) => ({ value, label }))}
						value={part}
						allowDeselect={false}
						description={mayShare ? null : text.mayNotShare}
						onChange={(value) => setPart(value ?? "own")}
					/>
					<p className={classes.hint}>{text.hint}</p>
					{refusal ? <ProblemNote refusal={refusal} /> : null}
					<Group justify="flex-end">
						<Button variant="default" onClick={onClose}>
							{text.back}
						</Button>
						<GuardedButton access={online} type="submit">
							{text.save}
						</GuardedButton>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}
