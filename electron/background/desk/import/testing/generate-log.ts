/** Logs for tests where the real one is missing: the same columns, any number of incidents. */

const COLUMNS =
	"number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,opened_by,opened_at,sys_created_by,sys_created_at,sys_updated_by,sys_updated_at,contact_type,location,category,subcategory,u_symptom,cmdb_ci,impact,urgency,priority,assignment_group,assigned_to,knowledge,u_priority_confirmation,notify,problem_id,rfc,vendor,caused_by,closed_code,resolved_by,resolved_at,closed_at".split(
		",",
	);

/** One line of a log, by column; the rest is as in a common line. */
export type LogLine = Readonly<Record<string, string>>;

const COMMON: LogLine = {
	number: "INC0000045",
	incident_state: "New",
	active: "true",
	reassignment_count: "0",
	reopen_count: "0",
	sys_mod_count: "0",
	made_sla: "true",
	caller_id: "2403",
	opened_by: "8",
	opened_at: "29/2/2016 01:16",
	sys_updated_by: "21",
	sys_updated_at: "29/2/2016 01:23",
	contact_type: "Phone",
	location: "143",
	category: "55",
	subcategory: "170",
	u_symptom: "72",
	impact: "2",
	urgency: "2",
	priority: "3",
	assignment_group: "56",
	closed_code: "5",
	resolved_by: "149",
	resolved_at: "29/2/2016 11:29",
	closed_at: "5/3/2016 12:00",
};

export const HEADER = COLUMNS.join(",");

export function writeLine(line: LogLine): string {
	return COLUMNS.map((column) => line[column] ?? COMMON[column] ?? "?").join(",");
}

export function writeLog(lines: readonly LogLine[]): string {
	return [HEADER, ...lines.map(writeLine)].join("\n");
}

/** An incident from New to Closed in four lines on one day of March. */
export function wholeIncident(counter: number): readonly LogLine[] {
	const number = `INC${String(counter).padStart(7, "0")}`;
	const day = `${(counter % 28) + 1}/3/2016`;
	const end = { resolved_at: `${day} 11:29`, closed_at: `${day} 23:00`, opened_at: `${day} 08:00` };
	return [
		{ ...end, number, sys_updated_at: `${day} 08:05` },
		{ ...end, number, incident_state: "Active", assigned_to: "17", sys_updated_at: `${day} 09:00` },
		{ ...end, number, incident_state: "Resolved", assigned_to: "17", sys_updated_at: `${day} 11:29` },
		{ ...end, number, incident_state: "Closed", assigned_to: "17", sys_updated_at: `${day} 23:00` },
	];
}
