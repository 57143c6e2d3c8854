import { Select, Textarea, TextInput } from "@mantine/core";
import { CI_CLASSES, CI_STATUSES, CRITICALITIES } from "../../shared/ci/ci.ts";
import { useTopic } from "../data/index.ts";
import { servicesText as text } from "../text/en/services.ts";
import type { CiFormValues } from "./ci-form-values.ts";
import classes from "./services.module.css";

interface Props {
	readonly values: CiFormValues;
	/** Messages by field. */
	readonly errors: Readonly<Record<string, string>>;
	readonly onChange: (part: Partial<CiFormValues>) => void;
	readonly isReadOnly?: boolean;
	readonly isFocusedFirst?: boolean;
}

const CLASS_CHOICES = CI_CLASSES.map((value) => ({ value, label: text.class(value) }));
const STATUS_CHOICES = CI_STATUSES.map((value) => ({ value, label: text.status(value) }));
const CRITICALITY_CHOICES = CRITICALITIES.map((value) => ({
	value: String(value),
	label: text.criticality(value),
}));

/** What is known of a CI by itself. */
export function CiFields({ values, errors, onChange, isReadOnly = false, isFocusedFirst = false }: Props) {
	const teams = useTopic("teams", null) ?? [];
	const line = (field: "name" | "location" | "externalId") => ({
		label: text.field(field),
		value: values[field],
		error: errors[field],
		readOnly: isReadOnly,
		maxLength: 200,
		autoComplete: "off",
		onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
			onChange({ [field]: event.currentTarget.value }),
	});
	const choice = { readOnly: isReadOnly, allowDeselect: false } as const;
	return (
		<div className={classes.fields}>
			<TextInput {...line("name")} className={classes.wide} withAsterisk autoFocus={isFocusedFirst} />
			<Select
				{...choice}
				label={text.field("class")}
				data={CLASS_CHOICES}
				value={values.class}
				onChange={(value) => onChange({ class: CI_CLASSES.find((each) => each === value) ?? values.class })}
			/>
			<Select
				{...choice}
				label={text.field("criticality")}
				data={CRITICALITY_CHOICES}
				value={String(values.criticality)}
				onChange={(value) => onChange({ criticality: Number(value) })}
			/>
			<Select
				readOnly={isReadOnly}
				label={text.field("ownerTeamId")}
				data={teams.map(({ team }) => ({ value: team.id, label: team.name }))}
				value={values.ownerTeamId}
				error={errors.ownerTeamId}
				onChange={(ownerTeamId) => onChange({ ownerTeamId })}
				searchable
				clearable={!isReadOnly}
			/>
			<Select
				{...choice}
				label={text.field("status")}
				data={STATUS_CHOICES}
				value={values.status}
				onChange={(value) =>
					onChange({ status: CI_STATUSES.find((each) => each === value) ?? values.status })
				}
			/>
			<TextInput {...line("location")} />
			<TextInput
				{...line("externalId")}
				description={text.record.externalIdHint}
				inputWrapperOrder={["label", "input", "description", "error"]}
			/>
			<Textarea
				className={classes.wide}
				label={text.field("note")}
				value={values.note}
				error={errors.note}
				readOnly={isReadOnly}
				maxLength={4_000}
				autosize
				minRows={2}
				maxRows={10}
				onChange={(event) => onChange({ note: event.currentTarget.value })}
			/>
		</div>
	);
}
