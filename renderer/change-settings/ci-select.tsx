import { MultiSelect } from "@mantine/core";
import { changesText } from "../text/en/changes.ts";
import { useStaffChoices } from "../ticket/index.ts";

interface Props {
	readonly value: readonly string[];
	readonly onChange: (ciIds: readonly string[]) => void;
	readonly placeholder?: string;
}

/** Several CIs, by typing a few letters of each. */
export function CiSelect({ value, onChange, placeholder }: Props) {
	const { cis } = useStaffChoices(null);
	return (
		<MultiSelect
			label={changesText.settings.cis}
			placeholder={value.length === 0 ? placeholder : undefined}
			data={cis}
			value={[...value]}
			onChange={onChange}
			searchable
			limit={60}
			hidePickedOptions
		/>
	);
}
