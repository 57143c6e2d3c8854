import { TextInput } from "@mantine/core";
import type { Answer } from "../../../shared/request/answers.ts";
import { DeclaredInput } from "../declared/declared-input.tsx";

interface Props {
	readonly answer: Answer;
	readonly error?: string | undefined;
	readonly onChange: (value: Answer["value"]) => void;
}

/** The input of one field of a requested item: as of a field that a kind declares, but for a day. */
export function AnswerInput({ answer, error, onChange }: Props) {
	const { key, label, type, isRequired, choices, value } = answer;
	if (type === "date") {
		return (
			<TextInput
				type="date"
				label={label}
				error={error}
				withAsterisk={isRequired}
				value={value === null ? "" : String(value)}
				onChange={(event) => onChange(event.currentTarget.value || null)}
			/>
		);
	}
	const field = {
		name: `$${key}`,
		label,
		type,
		choices: choices.map((choice) => ({ value: choice, label: choice })),
	} as const;
	return (
		<DeclaredInput field={field} value={value} error={error} isRequired={isRequired} onChange={onChange} />
	);
}
