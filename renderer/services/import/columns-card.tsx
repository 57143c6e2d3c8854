import { Select } from "@mantine/core";
import {
	CI_COLUMNS,
	type CiPreview,
	type CiPreviewInput,
	RELATION_COLUMNS,
} from "../../../shared/api/cis.ts";
import { ciImportText, servicesText } from "../../text/en/services.ts";
import classes from "../services.module.css";

interface Props {
	readonly form: CiPreviewInput["form"];
	readonly preview: CiPreview;
	readonly onChange: (mapping: CiPreview["mapping"]) => void;
}

/** Which column of the file is which: as the header says, until a person says otherwise. */
export function ColumnsCard({ form, preview, onChange }: Props) {
	const { headers, mapping } = preview;
	const choices = headers.map((header, index) => ({
		value: String(index),
		label: header.trim() === "" ? `${ciImportText.column} ${index + 1}` : header,
	}));
	return (
		<div className={classes.mapping}>
			{(form === "cis" ? CI_COLUMNS : RELATION_COLUMNS).map((column) => {
				const index = mapping[column] ?? null;
				return (
					<Select
						key={column}
						label={servicesText.field(column)}
						placeholder={ciImportText.noColumn}
						data={choices}
						value={index === null ? null : String(index)}
						onChange={(value) => onChange({ ...mapping, [column]: value === null ? null : Number(value) })}
						clearable
					/>
				);
			})}
		</div>
	);
}
