import { Checkbox, TextInput } from "@mantine/core";
import { peopleText } from "../text/en/people.ts";
import classes from "./people.module.css";
import type { PersonFormField, PersonFormValues } from "./person-form-values.ts";

const text = peopleText.facts;

/** A field's message, by its name. */
export type FieldErrors = Readonly<Record<string, string>>;

interface Props {
	readonly values: PersonFormValues;
	readonly errors: FieldErrors;
	readonly onChange: <Field extends PersonFormField>(field: Field, value: PersonFormValues[Field]) => void;
	/** Nobody can type here: only to read. */
	readonly isReadOnly?: boolean;
	readonly isFocusedFirst?: boolean;
}

const LINES = ["name", "email", "phone", "location", "department"] as const;

/** What is known of a person. */
export function PersonFields({ values, errors, onChange, isReadOnly = false, isFocusedFirst }: Props) {
	return (
		<div className={classes.fields}>
			{LINES.map((field) => (
				<TextInput
					key={field}
					className={field === "name" ? classes.wide : undefined}
					label={text[field]}
					type={field === "email" ? "email" : "text"}
					value={values[field]}
					error={errors[field]}
					readOnly={isReadOnly}
					withAsterisk={field === "name" && !isReadOnly}
					autoFocus={field === "name" && isFocusedFirst}
					autoComplete="off"
					maxLength={200}
					onChange={(event) => onChange(field, event.currentTarget.value)}
				/>
			))}
			<Checkbox
				className={classes.wide}
				label={text.isVip}
				description={text.isVipHint}
				checked={values.isVip}
				disabled={isReadOnly}
				onChange={(event) => onChange("isVip", event.currentTarget.checked)}
			/>
		</div>
	);
}
