import { CHANGE_STATE, CHANGE_TYPE, TEMPLATE_FIELDS } from "../ticket/lifecycles/change.ts";
import { fieldValue, type Ticket, type TicketPatch } from "../ticket/ticket.ts";
import type { Risk } from "./risk.ts";

/** A change that is allowed once and for all: what it does is the same every time. */
export interface ChangeTemplate {
	readonly id: string;
	readonly name: string;
	readonly shortDescription: string;
	readonly teamId: string | null;
	readonly ciId: string | null;
	readonly plan: string;
	readonly backOutPlan: string;
	readonly testPlan: string;
	readonly risk: Risk;
}

/** What a new change of a template says; its window is its own. */
export function patchOfTemplate(template: ChangeTemplate): TicketPatch {
	return {
		shortDescription: template.shortDescription,
		$type: CHANGE_TYPE.standard,
		$template: template.id,
		$plan: template.plan,
		$backOutPlan: template.backOutPlan,
		$risk: template.risk,
		...(template.testPlan === "" ? {} : { $testPlan: template.testPlan }),
		...(template.teamId === null ? {} : { teamId: template.teamId }),
		...(template.ciId === null ? {} : { ciId: template.ciId }),
	};
}

/** The fields in which a change says otherwise than its template; a CI that the template leaves open is free. */
export function differencesFromTemplate(
	template: ChangeTemplate,
	ticket: Ticket | TicketPatch,
): readonly (typeof TEMPLATE_FIELDS)[number][] {
	const wanted = patchOfTemplate(template);
	return TEMPLATE_FIELDS.filter((field) => {
		if (field === "ciId" && template.ciId === null) return false;
		return (fieldValue(ticket, field) ?? null) !== (fieldValue(wanted, field) ?? null);
	});
}

/** Whether a change may become one: it went through all of it, and well. */
export function canBecomeTemplate(ticket: Ticket): boolean {
	return (
		ticket.kind === "change" && ticket.state === CHANGE_STATE.closed && ticket.closeCode === "successful"
	);
}

/** A template of what was done; `id` is the template's own. */
export function templateOfChange(id: string, ticket: Ticket): ChangeTemplate {
	const text = (field: "$plan" | "$backOutPlan" | "$testPlan") => String(fieldValue(ticket, field) ?? "");
	const risk = ([1, 2, 3, 4] as const).find((value) => value === ticket.$risk) ?? 3;
	return {
		id,
		name: ticket.shortDescription,
		shortDescription: ticket.shortDescription,
		teamId: ticket.teamId,
		ciId: ticket.ciId,
		plan: text("$plan"),
		backOutPlan: text("$backOutPlan"),
		testPlan: text("$testPlan"),
		risk,
	};
}
