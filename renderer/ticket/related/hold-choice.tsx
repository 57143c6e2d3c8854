import { Checkbox, TextInput } from "@mantine/core";
import type { EpochMs } from "../../../shared/ticket/ticket.ts";
import { problemsText } from "../../text/en/problems.ts";
import { fromLocalInput, toLocalInput } from "../../text/time.ts";

interface Props {
	/** How many incidents it is about. */
	readonly count: number;
	readonly isHold: boolean;
	readonly followUpAt: EpochMs | null;
	readonly error: string | undefined;
	readonly onChange: (change: { readonly isHold?: boolean; readonly followUpAt?: EpochMs | null }) => void;
}

/** Offers to let incidents wait for their problem, and asks when somebody looks at them again. */
export function HoldChoice({ count, isHold, followUpAt, error, onChange }: Props) {
	return (
		<>
			<Checkbox
				label={problemsText.hold.label(count)}
				description={problemsText.hold.hint}
				checked={isHold}
				onChange={(event) => onChange({ isHold: event.currentTarget.checked })}
			/>
			{isHold ? (
				<TextInput
					type="datetime-local"
					label={problemsText.hold.followUpAt}
					withAsterisk
					value={followUpAt === null ? "" : toLocalInput(followUpAt)}
					error={error}
					onChange={(event) => onChange({ followUpAt: fromLocalInput(event.currentTarget.value) })}
				/>
			) : null}
		</>
	);
}
