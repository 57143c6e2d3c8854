import { Checkbox, Select, TextInput } from "@mantine/core";
import { ASKED_TYPES } from "../../shared/request/answers.ts";
import { catalogueText } from "../text/en/requests.ts";
import { type FieldValues, freeKey } from "./offer-values.ts";
import { RowList } from "./row-list.tsx";

const text = catalogueText.fields;
const TYPES = ASKED_TYPES.map((type) => ({ value: type, label: catalogueText.types[type] }));

interface Props {
	readonly rows: readonly FieldValues[];
	readonly onChange: (rows: readonly FieldValues[]) => void;
}

/** The fields that an offer asks for. */
export function FieldRows({ rows, onChange }: Props) {
	return (
		<RowList
			title={text.title}
			addLabel={text.add}
			removeLabel={text.remove}
			rows={rows}
			onChange={onChange}
			makeRow={(): FieldValues => ({
				key: freeKey("f", rows),
				label: "",
				type: "text",
				isRequired: false,
				choices: "",
			})}
		>
			{(row, index, change) => (
				<>
					<TextInput
						aria-label={text.label(index)}
						value={row.label}
						onChange={(event) => change({ label: event.currentTarget.value })}
					/>
					<Select
						aria-label={text.type(index)}
						data={TYPES}
						value={row.type}
						allowDeselect={false}
						onChange={(chosen) => change({ type: ASKED_TYPES.find((type) => type === chosen) ?? "text" })}
					/>
					{row.type === "choice" ? (
						<TextInput
							aria-label={text.choices(index)}
							placeholder={text.choices(index)}
							value={row.choices}
							onChange={(event) => change({ choices: event.currentTarget.value })}
						/>
					) : null}
					<Checkbox
						label={text.required(index)}
						checked={row.isRequired}
						onChange={(event) => change({ isRequired: event.currentTarget.checked })}
					/>
				</>
			)}
		</RowList>
	);
}
