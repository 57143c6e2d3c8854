import { Select, TextInput } from "@mantine/core";
import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import { type FieldDefinition, findField, lifecycleOf } from "../../../shared/ticket/lifecycle.ts";
import { bulkText } from "../../text/en/bulk.ts";
import { ticketText } from "../../text/en/ticket.ts";
import { DeclaredInput } from "../declared/declared-input.tsx";
import type { BulkValues } from "./bulk-values.ts";

interface Props {
	readonly values: BulkValues;
	readonly kinds: readonly TicketKind[];
	readonly onChange: (change: Partial<BulkValues>) => void;
}

/** Has no input of its own anywhere else in the form, and every kind has it. */
const CATEGORY = "category";

/** Any other field: those that a kind declares are offered where all chosen tickets are of it. */
export function MoreFields({ values, kinds, onChange }: Props) {
	const { more } = values;
	const [kind] = kinds;
	const declared = kinds.length === 1 && kind !== undefined ? lifecycleOf(kind).fields.filter(isOffered) : [];
	const offered = [
		{ value: CATEGORY, label: ticketText.fields.category },
		...declared.map(({ name, label }) => ({ value: name, label })),
	].filter(({ value }) => !(value in more));
	const setMore = (name: string, value: string | number | null) =>
		onChange({ more: { ...more, [name]: value } });
	return (
		<>
			{Object.entries(more).map(([name, value]) => {
				const field = kind === undefined ? undefined : findField(kind, name);
				return field ? (
					<DeclaredInput
						key={name}
						field={field}
						isRequired={false}
						value={value}
						onChange={(next) => setMore(name, next)}
					/>
				) : (
					<TextInput
						key={name}
						label={ticketText.fields.category}
						value={value ?? ""}
						onChange={(event) => setMore(name, event.currentTarget.value)}
					/>
				);
			})}
			{offered.length > 0 ? (
				<Select
					label={bulkText.another}
					placeholder={bulkText.anotherHint}
					data={offered}
					value={null}
					searchable
					nothingFoundMessage={ticketText.pick.nothingFound}
					onChange={(name) => {
						if (name !== null) setMore(name, null);
					}}
				/>
			) : null}
		</>
	);
}

/** What only rules set, or a part of the page has a way of its own for, is not set on many. */
function isOffered({ type, isByRule = false, isShownApart = false, steps }: FieldDefinition): boolean {
	return !isByRule && !isShownApart && steps === undefined && type !== "answers" && type !== "offer";
}
