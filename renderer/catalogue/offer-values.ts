import { z } from "zod";
import { ASKED_TYPES } from "../../shared/request/answers.ts";
import type { Approver, Offer, OfferInput } from "../../shared/request/offer.ts";
import { APPROVAL_RULE } from "../../shared/ticket/lifecycles/approval.ts";

/** What the form of an offer holds: as it is typed. Rows have a key of their own, so that they may come and go. */
export const offerValuesSchema = z.strictObject({
	name: z.string(),
	description: z.string(),
	isActive: z.boolean(),
	fields: z.array(
		z.strictObject({
			key: z.string(),
			label: z.string(),
			type: z.enum(ASKED_TYPES),
			isRequired: z.boolean(),
			/** Separated by commas. */
			choices: z.string(),
		}),
	),
	stages: z.array(
		z.strictObject({
			key: z.string(),
			name: z.string(),
			rule: z.enum(APPROVAL_RULE),
			approvers: z.array(z.string()),
		}),
	),
	tasks: z.array(
		z.strictObject({ key: z.string(), shortDescription: z.string(), teamId: z.string().nullable() }),
	),
});
export type OfferValues = z.infer<typeof offerValuesSchema>;
export type FieldValues = OfferValues["fields"][number];
export type StageValues = OfferValues["stages"][number];
export type TaskValues = OfferValues["tasks"][number];

export const NEW_OFFER: OfferValues = {
	name: "",
	description: "",
	isActive: true,
	fields: [],
	stages: [],
	tasks: [],
};

export function offerValuesOf({ name, description, isActive, fields, stages, tasks }: Offer): OfferValues {
	return {
		name,
		description,
		isActive,
		fields: fields.map(({ choices, ...field }) => ({ ...field, choices: choices.join(", ") })),
		stages: stages.map(({ approvers, ...stage }, index) => ({
			...stage,
			key: `s${index}`,
			approvers: approvers.map(writeApprover),
		})),
		tasks: tasks.map((task, index) => ({ ...task, key: `t${index}` })),
	};
}

/** Whether it makes sense, the desk says. */
export function readOfferValues({ fields, stages, tasks, ...values }: OfferValues): OfferInput {
	return {
		...values,
		fields: fields.map(({ choices, ...field }) => ({ ...field, choices: readChoices(field.type, choices) })),
		stages: stages.map(({ name, rule, approvers }) => ({
			name,
			rule,
			approvers: approvers.map(readApprover),
		})),
		tasks: tasks.map(({ shortDescription, teamId }) => ({ shortDescription, teamId })),
	};
}

function readChoices(type: FieldValues["type"], text: string): string[] {
	if (type !== "choice") return [];
	const choices = text.split(",").map((choice) => choice.trim());
	return [...new Set(choices.filter((choice) => choice !== ""))];
}

/** An approver as one text, for lists: `person:p1`, `teamLeads:t2`, `callersLead`. */
export function writeApprover(approver: Approver): string {
	switch (approver.kind) {
		case "person":
			return `person:${approver.personId}`;
		case "teamLeads":
			return `teamLeads:${approver.teamId}`;
		case "callersLead":
			return "callersLead";
	}
}

function readApprover(text: string): Approver {
	const id = text.slice(text.indexOf(":") + 1);
	if (text.startsWith("person:")) return { kind: "person", personId: id };
	return text.startsWith("teamLeads:") ? { kind: "teamLeads", teamId: id } : { kind: "callersLead" };
}

/** A key that no row has yet: letters, then a number. */
export function freeKey(prefix: string, rows: readonly { readonly key: string }[]): string {
	for (let number = 1; ; number += 1) {
		const key = `${prefix}${number}`;
		if (!rows.some((row) => row.key === key)) return key;
	}
}
