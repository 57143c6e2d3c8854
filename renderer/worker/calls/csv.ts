import { BYTE_ORDER_MARK, csvMoment, csvRecord } from "../../../shared/csv.ts";
import { stateName } from "../../../shared/ticket/lifecycle.ts";
import { HOLD_REASON_NAMES } from "../../../shared/ticket/lifecycles/incident.ts";
import type { ColumnId } from "../../../shared/view/columns.ts";
import type { QueueRow } from "../views/view-protocol.ts";

type Cell = readonly [heading: string, cell: (row: QueueRow) => string | number | null];

/** What a column of the list becomes: what it draws as one is as many cells as it says things. */
const CELLS: Readonly<Record<ColumnId, readonly Cell[]>> = {
	number: [["Number", (row) => row.number]],
	kind: [["Kind", (row) => row.kind]],
	shortDescription: [["Short description", (row) => row.shortDescription]],
	state: [
		["State", (row) => stateName(row.kind, row.state)],
		["Hold reason", holdReasonOf],
	],
	priority: [["Priority", (row) => row.priority]],
	impact: [["Impact", (row) => row.impact]],
	urgency: [["Urgency", (row) => row.urgency]],
	caller: [["Caller", (row) => row.callerName]],
	team: [["Team", (row) => row.teamName]],
	assignee: [["Assignee", (row) => row.assigneeName]],
	service: [["Service", (row) => row.serviceName]],
	ci: [["CI", (row) => row.ciName]],
	due: [
		["Due", (row) => (row.dueAt === null ? null : csvMoment(row.dueAt))],
		["Breached", (row) => (row.isBreached ? "yes" : "no")],
	],
	opened: [["Opened", (row) => csvMoment(row.openedAt)]],
	updated: [["Updated", (row) => csvMoment(row.updatedAt)]],
	handovers: [["Handovers", (row) => row.handovers]],
};

/**
 * A list as CSV by RFC 4180, with these columns in this order, record by record. It begins with a byte order
 * mark so that spreadsheets read it as UTF-8. Times are UTC.
 */
export function makeCsv(columns: readonly ColumnId[]): {
	readonly head: string;
	readonly record: (row: QueueRow) => string;
} {
	const cells = columns.flatMap((id) => CELLS[id]);
	return {
		head: `${BYTE_ORDER_MARK}${csvRecord(cells.map(([heading]) => heading))}\r\n`,
		record: (row) => `${csvRecord(cells.map(([, cell]) => cell(row)))}\r\n`,
	};
}

function holdReasonOf({ holdReason }: QueueRow): string | number | null {
	return holdReason === null ? null : (HOLD_REASON_NAMES[holdReason] ?? holdReason);
}
