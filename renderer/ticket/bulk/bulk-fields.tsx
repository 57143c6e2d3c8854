import { SegmentedControl, Select, Textarea, TextInput } from "@mantine/core";
import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import { lifecycleOf } from "../../../shared/ticket/lifecycle.ts";
import type { Level } from "../../../shared/ticket/priority.ts";
import { bulkText } from "../../text/en/bulk.ts";
import { tagsText } from "../../text/en/tags.ts";
import { ticketText } from "../../text/en/ticket.ts";
import { fromLocalInput, toLocalInput } from "../../text/time.ts";
import { choicesOf } from "../declared/declared-input.tsx";
import { TicketSelect } from "../declared/ticket-select.tsx";
import { TagsField } from "../tags/tags-input.tsx";
import { useStaffChoices } from "../use-staff-choices.ts";
import classes from "./bulk.module.css";
import type { BulkWork } from "./bulk-store.ts";
import { type BulkValues, EMPTY, readStateKey } from "./bulk-values.ts";
import { MoreFields } from "./more-fields.tsx";
import { bulkStates } from "./state-choices.ts";

interface Props {
	readonly values: BulkValues;
	readonly kinds: readonly TicketKind[];
	/** What the state in the form asks for. */
	readonly asked: ReadonlySet<string>;
	readonly focus: BulkWork["focus"];
	readonly onChange: (change: Partial<BulkValues>) => void;
}

const LEVELS: readonly Level[] = [1, 2, 3];

/** All that can be set on many tickets at once; what is left empty stays as it is. */
export function BulkFields({ values, kinds, asked, focus, onChange }: Props) {
	const staff = useStaffChoices(values.teamId === EMPTY ? null : values.teamId);
	const focused = (field: BulkWork["focus"]) => focus === field || undefined;
	const common = {
		placeholder: bulkText.leave,
		clearable: true,
		searchable: true,
		limit: 60,
		nothingFoundMessage: ticketText.pick.nothingFound,
	};
	const level = (field: "impact" | "urgency") => (
		<Select
			{...common}
			label={ticketText.fields[field]}
			data={LEVELS.map((value) => ({ value: String(value), label: ticketText.level(value) }))}
			value={values[field] === null ? null : String(values[field])}
			onChange={(value) => onChange({ [field]: LEVELS.find((known) => String(known) === value) ?? null })}
		/>
	);
	return (
		<div className={classes.fields}>
			<Select
				{...common}
				data-autofocus={focused("assigneeId")}
				label={ticketText.fields.assigneeId}
				data={[{ value: EMPTY, label: bulkText.nobody }, ...staff.assignees]}
				value={values.assigneeId}
				onChange={(assigneeId) => onChange({ assigneeId })}
			/>
			<Select
				{...common}
				data-autofocus={focused("teamId")}
				label={ticketText.fields.teamId}
				data={[{ value: EMPTY, label: bulkText.noTeam }, ...staff.teams]}
				value={values.teamId}
				onChange={(teamId) => onChange({ teamId })}
			/>
			{level("impact")}
			{level("urgency")}
			<Select
				{...common}
				data-autofocus={focused("state")}
				label={ticketText.fields.state}
				data={bulkStates(kinds)}
				value={values.state}
				onChange={(state) => onChange({ state })}
			/>
			<StateFields values={values} asked={asked} onChange={onChange} />
			<Select
				{...common}
				label={ticketText.fields.ciId}
				data={[{ value: EMPTY, label: bulkText.none }, ...staff.cis]}
				value={values.ciId}
				onChange={(ciId) => onChange({ ciId })}
			/>
			<Select
				{...common}
				label={ticketText.fields.serviceId}
				data={[{ value: EMPTY, label: bulkText.none }, ...staff.services]}
				value={values.serviceId}
				onChange={(serviceId) => onChange({ serviceId })}
			/>
			<TicketSelect
				label={ticketText.fields.parentId}
				placeholder={bulkText.leave}
				value={values.parentId}
				onChange={(parentId) => onChange({ parentId })}
			/>
			<TagsField
				label={tagsText.bulkAdd}
				value={values.addTags}
				onChange={(addTags) => onChange({ addTags })}
			/>
			<TagsField
				label={tagsText.bulkRemove}
				value={values.removeTags}
				onChange={(removeTags) => onChange({ removeTags })}
			/>
			<MoreFields values={values} kinds={kinds} onChange={onChange} />
			<div className={classes.note}>
				<SegmentedControl
					size="xs"
					aria-label={bulkText.note}
					data={Object.entries(bulkText.noteKinds).map(([value, label]) => ({ value, label }))}
					value={values.noteKind}
					onChange={(value) => onChange({ noteKind: value === "comment" ? "comment" : "workNote" })}
				/>
				<Textarea
					data-autofocus={focused("note")}
					aria-label={bulkText.noteKinds[values.noteKind]}
					placeholder={bulkText.note}
					autosize
					minRows={1}
					maxRows={4}
					value={values.note}
					onChange={(event) => onChange({ note: event.currentTarget.value })}
				/>
			</div>
		</div>
	);
}

/** Why and how a state is entered, where it asks for that. */
function StateFields({ values, asked, onChange }: Pick<Props, "values" | "asked" | "onChange">) {
	if (values.state === null || asked.size === 0) return null;
	const { holdReasons, closeCodes } = lifecycleOf(readStateKey(values.state).kind);
	return (
		<>
			{asked.has("holdReason") ? (
				<Select
					label={ticketText.move.holdReason}
					withAsterisk
					data={choicesOf(holdReasons)}
					value={values.holdReason === null ? null : String(values.holdReason)}
					onChange={(value) => onChange({ holdReason: value === null ? null : Number(value) })}
				/>
			) : null}
			{asked.has("followUpAt") ? (
				<TextInput
					type="datetime-local"
					label={ticketText.move.followUpAt}
					withAsterisk
					value={values.followUpAt === null ? "" : toLocalInput(values.followUpAt)}
					onChange={(event) => onChange({ followUpAt: fromLocalInput(event.currentTarget.value) })}
				/>
			) : null}
			{asked.has("closeCode") ? (
				<Select
					label={ticketText.move.closeCode}
					withAsterisk
					searchable
					data={choicesOf(closeCodes)}
					value={values.closeCode}
					onChange={(closeCode) => onChange({ closeCode })}
				/>
			) : null}
			{asked.has("closeNotes") ? (
				<Textarea
					label={ticketText.move.closeNotes}
					withAsterisk
					autosize
					minRows={1}
					maxRows={4}
					value={values.closeNotes}
					onChange={(event) => onChange({ closeNotes: event.currentTarget.value })}
				/>
			) : null}
		</>
	);
}
