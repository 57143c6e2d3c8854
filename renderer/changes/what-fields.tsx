import { Textarea, TextInput } from "@mantine/core";
import { LIMITS } from "../../shared/api/common.ts";
import type { ChangeTemplate } from "../../shared/change/templates.ts";
import { ticketText } from "../text/en/ticket.ts";
import { RoutingFields } from "../ticket/index.ts";
import classes from "./changes.module.css";
import type { FieldProps } from "./field-props.ts";

/** What is changed, and who does it. */
export function WhatFields({
	values,
	errors,
	change,
	template,
}: FieldProps & { readonly template: ChangeTemplate | null }) {
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
				<RoutingFields
					values={values}
					errors={errors}
					change={change}
					isCiFixed={values.type === "standard" && template !== null && template.ciId !== null}
				/>
			</div>
		</>
	);
}
