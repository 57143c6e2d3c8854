import { BYTE_ORDER_MARK, csvMoment, csvRecord } from "../../../shared/csv.ts";
import { stateName } from "../../../shared/ticket/lifecycle.ts";
import { HOLD_REASON_NAMES } from "../../../shared/ticket/lifecycles/incident.ts";
import type { QueueRow } from "../protocol.ts";

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
	["Opened", (row) => csvMoment(row.openedAt)],
	["Updated", (row) => csvMoment(row.updatedAt)],
	["Due", (row) => (row.dueAt === null ? null : csvMoment(row.dueAt))],
	["Breached", (row) => (row.isBreached ? "yes" : "no")],
];

/** A list as CSV by RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. Times are UTC. */
export function toCsv(rows: Iterable<QueueRow>): string {
	const lines = [csvRecord(COLUMNS.map(([heading]) => heading))];
	for (const row of rows) lines.push(csvRecord(COLUMNS.map(([, cell]) => cell(row))));
	return `${BYTE_ORDER_MARK}${lines.join("\r\n")}\r\n`;
}
