import type { z } from "zod";
import {
	type CalendarEdit,
	calendarRecordSchema,
	type PolicyEdit,
	type PolicyInput,
	policyRecordSchema,
	type RecalculationInput,
	type RecalculationPreview,
	type RecalculationStep,
	recalculationAnswerSchema,
	recalculationPreviewSchema,
} from "../../shared/api/sla.ts";
import type { Result } from "../../shared/result.ts";
import type { Calendar, CalendarRecord } from "../../shared/sla/calendar.ts";
import type { PolicyRecord } from "../../shared/sla/policy.ts";
import { askDesk } from "../http/index.ts";

/** The desk looks at every ticket since then, some ten thousand a second. */
const MANY_CLOCKS_MS = 120_000;

export function addCalendar(calendar: Calendar): Promise<Result<CalendarRecord>> {
	return askDesk({
		method: "POST",
		path: "/sla/calendars",
		body: { calendar },
		answer: calendarRecordSchema,
	});
}

export function editCalendar(id: string, edit: CalendarEdit): Promise<Result<CalendarRecord>> {
	return askDesk({
		method: "POST",
		path: `/sla/calendars/${id}/versions`,
		body: edit,
		answer: calendarRecordSchema,
	});
}

export function addPolicy(input: PolicyInput): Promise<Result<PolicyRecord>> {
	return askDesk({ method: "POST", path: "/sla/policies", body: input, answer: policyRecordSchema });
}

export function editPolicy(id: string, edit: PolicyEdit): Promise<Result<PolicyRecord>> {
	return askDesk({
		method: "POST",
		path: `/sla/policies/${id}/versions`,
		body: edit,
		answer: policyRecordSchema,
	});
}

/** One step of it. */
export function previewRecalculation(step: RecalculationStep): Promise<Result<RecalculationPreview>> {
	return askDesk({
		method: "POST",
		path: "/sla/recalculations/preview",
		body: step,
		answer: recalculationPreviewSchema,
	});
}

export function recalculate(
	input: RecalculationInput,
): Promise<Result<z.infer<typeof recalculationAnswerSchema>>> {
	return askDesk({
		method: "POST",
		path: "/sla/recalculations",
		body: input,
		answer: recalculationAnswerSchema,
		timeoutMs: MANY_CLOCKS_MS,
	});
}
