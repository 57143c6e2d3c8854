import { stateName } from "../../../shared/ticket/lifecycle.ts";
import { HOLD_REASON_NAMES } from "../../../shared/ticket/lifecycles/incident.ts";
import type { QueueRow } from "../protocol.ts";

const BYTE_ORDER_MARK = "\uFEFF";
/** A cell that starts so would run as a formula when a spreadsheet opens the file. */
const FORMULA_START = /^[=+\-@\t\r]/;

const COLUMNS: readonly (readonly [heading: string, cell: (row: QueueRow) => string | number | null])[] = [
	["Number", (row) => row.number],
	["Kind", (row) => row.kind],
	["Short description", (row) => row.shortDescription],
	["State", (row) => stateName(row.kind, row.state)],
	[
		"Hold reason",
		(row) => (row.holdReason === null ? null : (HOLD_REASON_NAMES[row.holdReason] ?? row.holdReason)),
	],
	["Priority", (row) => row.priority],
	["Impact", (row) => row.impact],
	["Urgency", (row) => row.urgency],
	["Team", (row) => row.teamName],
	["Assignee", (row) => row.assigneeName],
	["Caller", (row) => row.callerName],
	["Opened", (row) => moment(row.openedAt)],
	["Updated", (row) => moment(row.updatedAt)],
	["Due", (row) => (row.dueAt === null ? null : moment(row.dueAt))],
	["Breached", (row) => (row.isBreached ? "yes" : "no")],
];

/** A list as CSV by RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. Times are UTC. */
export function toCsv(rows: Iterable<QueueRow>): string {
	const lines = [COLUMNS.map(([heading]) => heading).join(",")];
	for (const row of rows) lines.push(COLUMNS.map(([, cell]) => quote(cell(row))).join(","));
	return `${BYTE_ORDER_MARK}${lines.join("\r\n")}\r\n`;
}

function quote(value: string | number | null): string {
	if (value === null) return "";
	if (typeof value === "number") return String(value);
	const safe = FORMULA_START.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function moment(at: number): string {
	return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")}Z`;
}
