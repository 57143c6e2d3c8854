import { ActionIcon, Select } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import { CI_RELATIONS } from "../../shared/ci/ci.ts";
import { GuardedButton, useAccess, useMay } from "../access/index.ts";
import { type CiChoice, CiSelect } from "../ci-select/index.ts";
import { Card, EmptyState, offerBack } from "../page/index.ts";
import { servicesText } from "../text/en/services.ts";
import type { CiView, RelatedRow } from "../worker/topics/ci-protocol.ts";
import { changeRelation, type Relation } from "./change-relation.ts";
import { ciPath } from "./paths.ts";
import classes from "./services.module.css";
import { tellProblem } from "./tell-problem.ts";

const text = servicesText.relations;
const CHOICES = (["out", "in"] as const).flatMap((direction) =>
	CI_RELATIONS.map((kind) => ({ kind, direction, value: `${direction}:${kind}` })),
);
const KINDS = CHOICES.map(({ kind, direction, value }) => ({
	value,
	label: servicesText.relation(kind, direction),
}));

/** What a CI is related to, from either side: each can be added and removed here, and taken back. */
export function RelationsCard({ view }: { readonly view: CiView }) {
	const mayEdit = useMay("ci.edit").isAllowed;
	const { ci, relations } = view;

	async function change(
		row: Pick<RelatedRow, "kind" | "direction"> & { readonly other: CiChoice },
		isThere: boolean,
	) {
		const { kind, direction, other } = row;
		const relation: Relation =
			direction === "out" ? { fromId: ci.id, kind, toId: other.id } : { fromId: other.id, kind, toId: ci.id };
		const words = `${ci.name} ${servicesText.relation(kind, direction)} ${other.name}`;
		const answer = await changeRelation(relation, isThere);
		if (!tellProblem(answer)) return false;
		offerBack((isThere ? text.added : text.removed)(words), async () =>
			tellProblem(await changeRelation(relation, !isThere, answer.value)),
		);
		return true;
	}

	return (
		<Card title={text.title} isFlush>
			{relations.length === 0 && <EmptyState isCompact title={text.none} />}
			<ul className={classes.lines} aria-label={text.title}>
				{relations.map((row) => (
					<li key={`${row.direction}:${row.kind}:${row.other.id}`}>
						<span className={classes.relation}>{servicesText.relation(row.kind, row.direction)}</span>
						<Link href={ciPath(row.other.id)}>{row.other.name}</Link>
						{mayEdit && <RemoveButton row={row} onRemove={() => void change(row, false)} />}
					</li>
				))}
			</ul>
			{mayEdit && <AddForm known={relations} onAdd={(row) => change(row, true)} />}
		</Card>
	);
}

function RemoveButton({ row, onRemove }: { readonly row: RelatedRow; readonly onRemove: () => void }) {
	const { isAllowed } = useAccess("ci.edit");
	return (
		<ActionIcon
			variant="subtle"
			color="gray"
			size="sm"
			ml="auto"
			disabled={!isAllowed}
			aria-label={text.remove(`${servicesText.relation(row.kind, row.direction)} ${row.other.name}`)}
			onClick={onRemove}
		>
			<IconX size={14} aria-hidden="true" />
		</ActionIcon>
	);
}

interface AddProps {
	readonly known: readonly RelatedRow[];
	readonly onAdd: (
		row: Pick<RelatedRow, "kind" | "direction"> & { readonly other: CiChoice },
	) => Promise<boolean>;
}

function AddForm({ known, onAdd }: AddProps) {
	const access = useAccess("ci.edit");
	const [chosen, setChosen] = useState("out:depends_on");
	const [other, setOther] = useState<CiChoice | null>(null);
	const { kind, direction } = CHOICES.find(({ value }) => value === chosen) ?? CHOICES[0] ?? FIRST;
	const isKnown = known.some(
		(row) => row.kind === kind && row.direction === direction && row.other.id === other?.id,
	);
	async function handleSubmit(event: FormEvent): Promise<void> {
		event.preventDefault();
		if (!access.isAllowed || other === null || isKnown) return;
		if (await onAdd({ kind, direction, other })) setOther(null);
	}
	return (
		<form className={classes.addRelation} onSubmit={(event) => void handleSubmit(event)}>
			<Select
				label={text.kind}
				data={KINDS}
				value={chosen}
				onChange={(value) => setChosen(value ?? chosen)}
				allowDeselect={false}
				w={160}
			/>
			<CiSelect
				label={text.other}
				value={other}
				onChange={setOther}
				error={isKnown ? text.known : null}
				style={{ flex: 1 }}
			/>
			<GuardedButton
				access={access}
				type="submit"
				variant="default"
				disabled={access.isAllowed && other === null}
			>
				{text.add}
			</GuardedButton>
		</form>
	);
}

const FIRST = { kind: "depends_on", direction: "out" } as const;
