import { z } from "zod";
import type { ChangeTemplate } from "../../shared/change/templates.ts";
import { patchOfTemplate } from "../../shared/change/templates.ts";
import { CHANGE_TYPE } from "../../shared/ticket/lifecycles/change.ts";
import type { TicketPatch } from "../../shared/ticket/ticket.ts";

const idSchema = z.string().nullable();
const momentSchema = z.number().nullable();

/** What the form holds; kept as a draft until it is sent. */
export const newChangeValuesSchema = z.strictObject({
	type: z.enum(CHANGE_TYPE),
	templateId: idSchema,
	isAfterTheFact: z.boolean(),
	shortDescription: z.string(),
	description: z.string(),
	teamId: idSchema,
	assigneeId: idSchema,
	ciId: idSchema,
	serviceId: idSchema,
	startAt: momentSchema,
	endAt: momentSchema,
	risk: z.number().nullable(),
	justification: z.string(),
	plan: z.string(),
	backOutPlan: z.string(),
	testPlan: z.string(),
});
export type NewChangeValues = Readonly<z.infer<typeof newChangeValuesSchema>>;

export const EMPTY_CHANGE: NewChangeValues = {
	type: CHANGE_TYPE.normal,
	templateId: null,
	isAfterTheFact: false,
	shortDescription: "",
	description: "",
	teamId: null,
	assigneeId: null,
	ciId: null,
	serviceId: null,
	startAt: null,
	endAt: null,
	risk: null,
	justification: "",
	plan: "",
	backOutPlan: "",
	testPlan: "",
};

/** The form after a template was chosen: what it says is shown, and may be left open only where it does. */
export function withTemplate(values: NewChangeValues, template: ChangeTemplate): NewChangeValues {
	return {
		...values,
		templateId: template.id,
		shortDescription: template.shortDescription,
		teamId: template.teamId ?? values.teamId,
		ciId: template.ciId ?? values.ciId,
	};
}

/** The fields that a new change sets: what was left empty is not set at all. */
export function patchOfValues(values: NewChangeValues, template: ChangeTemplate | null): TicketPatch {
	const filled: TicketPatch = {
		shortDescription: values.shortDescription.trim(),
		$type: values.type,
		...optional("description", values.description),
		...optional("teamId", values.teamId),
		...optional("assigneeId", values.assigneeId),
		...optional("ciId", values.ciId),
		...optional("serviceId", values.serviceId),
		...optional("$plannedStartAt", values.startAt),
		...optional("$plannedEndAt", values.endAt),
		...optional("$justification", values.justification),
	};
	if (values.type === CHANGE_TYPE.standard)
		return template ? { ...patchOfTemplate(template), ...filled } : filled;
	return {
		...filled,
		...optional("$risk", values.risk),
		...optional("$plan", values.plan),
		...optional("$backOutPlan", values.backOutPlan),
		...optional("$testPlan", values.testPlan),
		...(values.type === CHANGE_TYPE.emergency && values.isAfterTheFact ? { $isAfterTheFact: 1 } : {}),
	};
}

function optional(field: keyof TicketPatch, value: string | number | null): TicketPatch {
	const isEmpty = value === null || (typeof value === "string" && value.trim() === "");
	return isEmpty ? {} : { [field]: value };
}
