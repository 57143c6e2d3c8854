import { Checkbox, Radio, Select, Stack } from "@mantine/core";
import type { ChangeTemplate } from "../../shared/change/templates.ts";
import { CHANGE_TYPE } from "../../shared/ticket/lifecycles/change.ts";
import { changesText } from "../text/en/changes.ts";
import classes from "./changes.module.css";
import type { FieldProps } from "./field-props.ts";

const text = changesText.create;
const TYPES = [CHANGE_TYPE.normal, CHANGE_TYPE.standard, CHANGE_TYPE.emergency] as const;

/** Which way the change takes, and what that way asks for. */
export function TypeFields({
	values,
	errors,
	change,
	templates,
}: FieldProps & { readonly templates: readonly ChangeTemplate[] }) {
	return (
		<>
			<Radio.Group
				label={text.type}
				value={values.type}
				onChange={(chosen) => change({ type: TYPES.find((type) => type === chosen) ?? CHANGE_TYPE.normal })}
			>
				<Stack gap={4} mt={4}>
					{TYPES.map((type, index) => (
						<Radio
							key={type}
							value={type}
							autoFocus={index === 0}
							label={text.types[type]}
							description={text.hints[type]}
						/>
					))}
				</Stack>
			</Radio.Group>
			{values.type === CHANGE_TYPE.standard && templates.length === 0 ? (
				<p className={classes.hint}>{text.noTemplates}</p>
			) : null}
			{values.type === CHANGE_TYPE.standard ? (
				<Select
					label={text.template}
					withAsterisk
					searchable
					data={templates.map(({ id, name }) => ({ value: id, label: name }))}
					value={values.templateId}
					error={errors.$template}
					onChange={(templateId) => change({ templateId })}
				/>
			) : null}
			{values.type === CHANGE_TYPE.emergency ? (
				<Checkbox
					label={text.afterTheFact}
					checked={values.isAfterTheFact}
					onChange={(event) => change({ isAfterTheFact: event.currentTarget.checked })}
				/>
			) : null}
		</>
	);
}
