import { Select, TextInput } from "@mantine/core";
import { useTopic } from "../data/index.ts";
import { catalogueText } from "../text/en/requests.ts";
import { freeKey, type TaskValues } from "./offer-values.ts";
import { RowList } from "./row-list.tsx";

const text = catalogueText.tasks;

interface Props {
	readonly rows: readonly TaskValues[];
	readonly onChange: (rows: readonly TaskValues[]) => void;
}

/** The work on an item, once it is approved. */
export function TaskRows({ rows, onChange }: Props) {
	const teams = useTopic("teams", null) ?? [];
	const choices = teams
		.filter(({ team }) => team.isActive)
		.map(({ team }) => ({ value: team.id, label: team.name }));
	return (
		<RowList
			title={text.title}
			addLabel={text.add}
			removeLabel={text.remove}
			rows={rows}
			onChange={onChange}
			makeRow={() => ({ key: freeKey("t", rows), shortDescription: "", teamId: null })}
		>
			{(row, index, change) => (
				<>
					<TextInput
						aria-label={text.shortDescription(index)}
						placeholder={text.shortDescription(index)}
						value={row.shortDescription}
						onChange={(event) => change({ shortDescription: event.currentTarget.value })}
					/>
					<Select
						aria-label={text.team(index)}
						placeholder={text.team(index)}
						data={choices}
						value={row.teamId}
						searchable
						clearable
						onChange={(teamId) => change({ teamId })}
					/>
				</>
			)}
		</RowList>
	);
}
