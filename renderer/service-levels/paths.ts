/** All policies and calendars, among the settings. */
export const SERVICE_LEVELS = "/service-levels" as const;
export const RECALCULATE = `${SERVICE_LEVELS}/recalculate` as const;

export function policyPath(id: string): string {
	return `${SERVICE_LEVELS}/policies/${id}`;
}

export function calendarPath(id: string): string {
	return `${SERVICE_LEVELS}/calendars/${id}`;
}
