import { Button, Group, Modal, Stack, Table } from "@mantine/core";
import { useState } from "react";
import type { Refusal } from "../../shared/result.ts";
import type { SavedView, SavedViewInput } from "../../shared/view/saved-view.ts";
import { useTopic } from "../data/index.ts";
import { ProblemNote } from "../page/index.ts";
import { readView, useQueueStore } from "../queue-state/index.ts";
import { viewsText } from "../text/en/views.ts";
import { formatShort } from "../text/time.ts";
import { differingParts } from "./compare-views.ts";
import { saveView } from "./save-view.ts";
import { useDescribeView } from "./use-describe-view.ts";
import { useViewDialog } from "./view-dialog-store.ts";

const text = viewsText.conflict;

interface Props {
	readonly id: string;
	readonly mine: SavedViewInput;
	/** `null`: somebody deleted it. */
	readonly theirs: SavedView | null;
	readonly onClose: () => void;
}

/** Somebody was first: what each says, and what is to become of both. */
export function ConflictDialog({ id, mine, theirs, onClose }: Props) {
	const person = useTopic("person", { personId: theirs?.editedById ?? "" });
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const open = useViewDialog((state) => state.open);

	async function keepMine(): Promise<void> {
		const input = { ...mine, shows: { ...theirs?.shows, ...mine.shows } };
		const saved = await saveView({ id, version: theirs?.version ?? 0, input }, theirs);
		if (!saved.ok) setRefusal(saved.error);
	}
	function takeTheirs(): void {
		if (theirs) useQueueStore.getState().noteSaved(id, readView(theirs));
		onClose();
	}
	return (
		<Modal opened onClose={onClose} title={text.title(mine.name)} size="lg">
			<Stack gap="sm">
				<p>{theirs ? text.by(person?.name ?? text.somebody, formatShort(theirs.editedAt)) : text.gone}</p>
				{theirs ? <Differences mine={mine} theirs={theirs} /> : null}
				{refusal ? <ProblemNote refusal={refusal} /> : null}
				<Group justify="flex-end">
					{theirs ? (
						<Button variant="default" onClick={takeTheirs}>
							{text.takeTheirs}
						</Button>
					) : null}
					<Button variant="default" onClick={() => open({ kind: "new", shows: mine.shows, name: mine.name })}>
						{text.keepBoth}
					</Button>
					{theirs ? (
						<Button data-autofocus onClick={() => void keepMine()}>
							{text.keepMine}
						</Button>
					) : null}
				</Group>
			</Stack>
		</Modal>
	);
}

function Differences({ mine, theirs }: { readonly mine: SavedViewInput; readonly theirs: SavedView }) {
	const sayPart = useDescribeView();
	const parts = differingParts(mine, theirs);
	if (parts.length === 0) return <p>{text.same}</p>;
	return (
		<Table>
			<Table.Thead>
				<Table.Tr>
					<Table.Th>{text.what}</Table.Th>
					<Table.Th>{text.mine}</Table.Th>
					<Table.Th>{text.theirs}</Table.Th>
				</Table.Tr>
			</Table.Thead>
			<Table.Tbody>
				{parts.map((part) => (
					<Table.Tr key={part}>
						<Table.Th scope="row">{viewsText.fields[part]}</Table.Th>
						<Table.Td>{sayPart(mine, part)}</Table.Td>
						<Table.Td>{sayPart(theirs, part)}</Table.Td>
					</Table.Tr>
				))}
			</Table.Tbody>
		</Table>
	);
}
