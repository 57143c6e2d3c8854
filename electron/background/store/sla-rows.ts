import type { CalendarRecord } from "../../../shared/sla/calendar.ts";
import type { PolicyRecord } from "../../../shared/sla/policy.ts";
import type { Recalculation } from "../../../shared/sla/recalculation.ts";
import { parseJson } from "./rows.ts";
import type { SlaCalendarTable, SlaPolicyTable } from "./tables.ts";

/** Between rows and definitions of clocks: versions were checked when they were saved, so they are trusted. */

export function fromCalendarRow({ id, versions }: SlaCalendarTable): CalendarRecord {
	return { id, versions: parseJson<CalendarRecord["versions"]>(versions) };
}

export function toCalendarRow({ id, versions }: CalendarRecord): SlaCalendarTable {
	return { id, versions: JSON.stringify(versions) };
}

export function fromPolicyRow({
	id,
	party,
	measure,
	versions,
	recalculations,
}: SlaPolicyTable): PolicyRecord {
	const record = { id, party, measure, versions: parseJson<PolicyRecord["versions"]>(versions) };
	const made = parseJson<readonly Recalculation[]>(recalculations);
	return made.length > 0 ? { ...record, recalculations: made } : record;
}

export function toPolicyRow({
	id,
	party,
	measure,
	versions,
	recalculations = [],
}: PolicyRecord): SlaPolicyTable {
	return {
		id,
		party,
		measure,
		versions: JSON.stringify(versions),
		recalculations: JSON.stringify(recalculations),
	};
}
