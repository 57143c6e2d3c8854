import { z } from "zod";
import { levelSchema } from "../../shared/api/common.ts";
import type { TicketKind } from "../../shared/ticket/kinds.ts";
import { judgeOpening } from "../../shared/ticket/open.ts";
import type { TicketPatch } from "../../shared/ticket/ticket.ts";

const choiceSchema = z.strictObject({ id: z.string(), name: z.string() }).nullable();

/** What the form holds; kept as a draft until it is sent, so an older form's draft may not fit and is let go. */
export const newTicketValuesSchema = z.strictObject({
	caller: choiceSchema,
	shortDescription: z.string(),
	description: z.string(),
	impact: levelSchema,
	urgency: levelSchema,
	teamId: z.string().nullable(),
	assigneeId: z.string().nullable(),
	serviceId: z.string().nullable(),
	ciId: z.string().nullable(),
	isResolved: z.boolean(),
	closeCode: z.string().nullable(),
	closeNotes: z.string(),
});
export type NewTicketValues = z.infer<typeof newTicketValuesSchema>;

export const EMPTY_VALUES: NewTicketValues = {
	caller: null,
	shortDescription: "",
	description: "",
	impact: 3,
	urgency: 3,
	teamId: null,
	assigneeId: null,
	serviceId: null,
	ciId: null,
	isResolved: false,
	closeCode: null,
	closeNotes: "",
};

const RESOLVED = 6;

/** The fields an intent sets: what was left empty is not set at all. */
export function toPatch(values: NewTicketValues): TicketPatch {
	return {
		shortDescription: values.shortDescription.trim(),
		impact: values.impact,
		urgency: values.urgency,
		...(values.description.trim() === "" ? {} : { description: values.description }),
		...(values.caller === null ? {} : { callerId: values.caller.id }),
		...(values.teamId === null ? {} : { teamId: values.teamId }),
		...(values.assigneeId === null ? {} : { assigneeId: values.assigneeId }),
		...(values.serviceId === null ? {} : { serviceId: values.serviceId }),
		...(values.ciId === null ? {} : { ciId: values.ciId }),
		...(values.isResolved
			? { state: RESOLVED, closeCode: values.closeCode, closeNotes: values.closeNotes.trim() }
			: {}),
	};
}

/** Every field that the rules would refuse, not only the first: asked again with each one filled. */
export function findErrors(
	values: NewTicketValues,
	kind: TicketKind = "incident",
): Readonly<Record<string, string>> {
	const errors: Record<string, string> = {};
	let set = toPatch(values);
	for (let round = 0; round < 8; round += 1) {
		const judged = judgeOpening({ ...PROBE, kind, set });
		if (judged.ok) break;
		const path = judged.error.path ?? "shortDescription";
		if (path in errors) break;
		errors[path] = judged.error.message;
		set = { ...set, [path]: FILLED[path] ?? "filled" };
	}
	return errors;
}

/** What the judge needs beside the fields; nothing of it is kept. */
const PROBE = {
	id: "00000000-0000-7000-8000-000000000000",
	number: "NEW",
	openedById: null,
	at: 0,
} as const;
const FILLED: Readonly<Record<string, string>> = { closeCode: "Solved (Permanently)" };
