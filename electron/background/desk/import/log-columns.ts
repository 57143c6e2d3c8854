import { ok, type Result, refuse } from "../../../../shared/result.ts";

/** What every ServiceNow-style incident event log must say. */
const REQUIRED_COLUMNS = [
	"number",
	"incident_state",
	"reopen_count",
	"caller_id",
	"opened_by",
	"opened_at",
	"sys_updated_by",
	"sys_updated_at",
	"contact_type",
	"category",
	"subcategory",
	"impact",
	"urgency",
	"priority",
	"assignment_group",
	"assigned_to",
	"closed_code",
	"resolved_by",
	"resolved_at",
	"closed_at",
] as const;

/** What it may say besides, and what we then keep. */
const OPTIONAL_COLUMNS = [
	"made_sla",
	"location",
	"u_symptom",
	"cmdb_ci",
	"knowledge",
	"u_priority_confirmation",
	"problem_id",
	"rfc",
	"vendor",
	"caused_by",
	"short_description",
	"description",
] as const;

/** Follow from the history itself, or say nothing about the incident. */
const DERIVED_COLUMNS = [
	"active",
	"reassignment_count",
	"sys_mod_count",
	"sys_created_by",
	"sys_created_at",
	"notify",
] as const;

type RequiredColumn = (typeof REQUIRED_COLUMNS)[number];
type OptionalColumn = (typeof OPTIONAL_COLUMNS)[number];
/** The columns that the import reads. */
export type LogColumn = RequiredColumn | OptionalColumn;

/** Where each column stands in this log, and what the log has that nobody reads. */
export interface LogHeader {
	readonly indexOf: ReadonlyMap<LogColumn, number>;
	readonly ignored: readonly string[];
}

/** Reads the first line of a log; one that lacks something is refused whole, as nothing below would be right. */
export function readHeader(fields: readonly string[]): Result<LogHeader> {
	const names = fields.map((name) => name.trim().toLowerCase());
	const missing = REQUIRED_COLUMNS.filter((column) => !names.includes(column));
	if (missing.length > 0) {
		return refuse(
			"wrong_header",
			`This is not an incident event log: its first line lacks ${list(missing)}. It must name the columns, separated by commas.`,
		);
	}
	const twice = names.filter((name, index) => names.indexOf(name) !== index);
	if (twice.length > 0)
		return refuse("wrong_header", `The log's first line names ${list(twice)} more than once.`);
	const known: readonly LogColumn[] = [...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS];
	const present = known.filter((column) => names.includes(column));
	const expected: readonly string[] = [...known, ...DERIVED_COLUMNS];
	return ok({
		indexOf: new Map(present.map((column) => [column, names.indexOf(column)])),
		ignored: names.filter((name) => !expected.includes(name)),
	});
}

function list(names: readonly string[]): string {
	return names.map((name) => `“${name}”`).join(", ");
}
