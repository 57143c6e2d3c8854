import { Select, Textarea, TextInput } from "@mantine/core";
import { LIMITS } from "../../shared/api/common.ts";
import type { ChangeTemplate } from "../../shared/change/templates.ts";
import { ticketText } from "../text/en/ticket.ts";
import { useStaffChoices } from "../ticket/index.ts";
import classes from "./changes.module.css";
import type { FieldProps } from "./field-props.ts";

/** What is changed, and who does it. */
export function WhatFields({
	values,
	errors,
	change,
	template,
}: FieldProps & { readonly template: ChangeTemplate | null }) {
	const staff = useStaffChoices(values.teamId);
	const common = { searchable: true, clearable: true, limit: 60 } as const;
	return (
		<>
			<TextInput
				label={ticketText.fields.shortDescription}
				withAsterisk
				maxLength={LIMITS.shortDescription}
				autoComplete="off"
				value={values.shortDescription}
				error={errors.shortDescription}
				onChange={(event) => change({ shortDescription: event.currentTarget.value })}
			/>
			<Textarea
				label={ticketText.fields.description}
				autosize
				minRows={2}
				maxRows={10}
				maxLength={LIMITS.description}
				value={values.description}
				onChange={(event) => change({ description: event.currentTarget.value })}
			/>
			<div className={classes.pairs}>
				<Select
					{...common}
					label={ticketText.fields.teamId}
					data={staff.teams}
					value={values.teamId}
					onChange={(teamId) => change({ teamId })}
				/>
				<Select
					{...common}
					label={ticketText.fields.assigneeId}
					data={staff.assignees}
					value={values.assigneeId}
					onChange={(assigneeId) => change({ assigneeId })}
				/>
				<Select
					{...common}
					label={ticketText.fields.ciId}
					data={staff.cis}
					value={values.ciId}
					disabled={values.type === "standard" && template !== null && template.ciId !== null}
					onChange={(ciId) => change({ ciId })}
				/>
				<Select
					{...common}
					label={ticketText.fields.serviceId}
					data={staff.services}
					value={values.serviceId}
					onChange={(serviceId) => change({ serviceId })}
				/>
			</div>
		</>
	);
}
