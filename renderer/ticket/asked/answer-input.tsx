import { Checkbox, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import type { Answer } from "../../../shared/request/answers.ts";
import { useTopic } from "../../data/index.ts";
import { PersonSelect } from "../person-select.tsx";

interface Props {
	readonly answer: Answer;
	readonly error?: string | undefined;
	readonly onChange: (value: Answer["value"]) => void;
}

/** The input of one field of a requested item. */
export function AnswerInput({ answer, error, onChange }: Props) {
	const { label, type, isRequired, choices, value } = answer;
	const common = { label, error, withAsterisk: isRequired };
	const text = value === null ? "" : String(value);
	switch (type) {
		case "longText":
			return (
				<Textarea
					{...common}
					autosize
					minRows={3}
					value={text}
					onChange={(event) => onChange(event.currentTarget.value)}
				/>
			);
		case "number":
			return (
				<NumberInput
					{...common}
					value={typeof value === "number" ? value : ""}
					onChange={(number) => onChange(typeof number === "number" ? number : null)}
				/>
			);
		case "choice":
			return (
				<Select
					{...common}
					data={choices}
					value={value === null ? null : text}
					searchable
					clearable={!isRequired}
					onChange={onChange}
				/>
			);
		case "flag":
			return (
				<Checkbox
					label={label}
					error={error}
					checked={value === 1}
					onChange={(event) => onChange(event.currentTarget.checked ? 1 : 0)}
				/>
			);
		case "person":
			return <AnswerPerson answer={answer} error={error} onChange={onChange} />;
		case "date":
			return (
				<TextInput
					{...common}
					type="date"
					value={text}
					onChange={(event) => onChange(event.currentTarget.value || null)}
				/>
			);
		case "text":
			return <TextInput {...common} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
	}
}

function AnswerPerson({ answer, error, onChange }: Props) {
	const id = answer.value === null ? null : String(answer.value);
	const person = useTopic("person", { personId: id ?? "" });
	return (
		<PersonSelect
			label={answer.label}
			error={error}
			isRequired={answer.isRequired}
			isClearable
			value={id === null ? null : { id, name: person?.name ?? id }}
			onChange={(chosen) => onChange(chosen?.id ?? null)}
		/>
	);
}
