import { Checkbox } from "@mantine/core";
import { incidentText } from "../../text/en/incident.ts";

interface Props {
	/** How many there are to resolve. */
	readonly count: number;
	readonly isChecked: boolean;
	readonly onChange: (isChecked: boolean) => void;
}

/** Offers to resolve the open children with their parent. */
export function ResolveChildren({ count, isChecked, onChange }: Props) {
	if (count === 0) return null;
	return (
		<Checkbox
			label={incidentText.children.resolveToo(count)}
			description={incidentText.children.resolveTooHint}
			checked={isChecked}
			onChange={(event) => onChange(event.currentTarget.checked)}
		/>
	);
}
