import type { InferResult } from "kysely";
import { BYTE_ORDER_MARK, csvMoment, csvRecord } from "../../../../shared/csv.ts";
import type { TicketKind } from "../../../../shared/ticket/kinds.ts";
import { lifecycleOf, stateName } from "../../../../shared/ticket/lifecycle.ts";
import { parseJson } from "../../store/rows.ts";
import type { DeskDatabase } from "../../store/store.ts";
import { inPieces } from "./table-lines.ts";

type Row = InferResult<ReturnType<typeof selectTickets>>[number];
type Cell = string | number | null;
type Column = readonly [heading: string, cell: (row: Row) => Cell];

const COLUMNS: readonly Column[] = [
	["Number", (row) => row.number],
	["Short description", (row) => row.short_description],
	["Description", (row) => row.description],
	["State", (row) => stateName(row.kind, row.state)],
	["Hold reason", (row) => holdReason(row)],
	["Priority", (row) => row.priority],
	["Impact", (row) => row.impact],
	["Urgency", (row) => row.urgency],
	["Team", (row) => row.team_name],
	["Assignee", (row) => row.assignee_name],
	["Caller", (row) => row.caller_name],
	["Service", (row) => row.service_name],
	["Configuration item", (row) => row.ci_name],
	["Category", (row) => row.category],
	["Subcategory", (row) => row.subcategory],
	["Parent", (row) => row.parent_number],
	["Problem", (row) => row.problem_number],
	["Close code", (row) => row.close_code],
	["Close notes", (row) => row.close_notes],
	["Reopened", (row) => row.reopen_count],
	["Opened", (row) => csvMoment(row.opened_at)],
	["Updated", (row) => csvMoment(row.updated_at)],
	["Resolved", (row) => (row.resolved_at === null ? null : csvMoment(row.resolved_at))],
	["Closed", (row) => (row.closed_at === null ? null : csvMoment(row.closed_at))],
];

/** All tickets of a kind by RFC 4180, with names instead of ids and the fields that the kind declares. Times are UTC. */
export async function* ticketCsv(database: DeskDatabase, kind: TicketKind): AsyncIterable<string> {
	const columns = [...COLUMNS, ...declaredColumns(kind)];
	yield `${BYTE_ORDER_MARK}${csvRecord(columns.map(([heading]) => heading))}\r\n`;
	yield* inPieces(selectTickets(database, kind).stream(), (row) => {
		return `${csvRecord(columns.map(([, cell]) => cell(row)))}\r\n`;
	});
}

function declaredColumns(kind: TicketKind): readonly Column[] {
	return lifecycleOf(kind).fields.map(
		({ name, label, type }): Column => [
			label,
			({ declared }) => {
				const value = declared === null ? null : parseJson<Readonly<Record<string, Cell>>>(declared)[name];
				if (value === undefined || value === null) return null;
				return type === "moment" && typeof value === "number" ? csvMoment(value) : value;
			},
		],
	);
}

function holdReason({ kind, hold_reason: reason }: Row): Cell {
	return lifecycleOf(kind).holdReasons?.find(({ value }) => value === reason)?.label ?? reason;
}

function selectTickets(database: DeskDatabase, kind: TicketKind) {
	return database
		.selectFrom("ticket")
		.leftJoin("team", "team.id", "ticket.team_id")
		.leftJoin("person as assignee", "assignee.id", "ticket.assignee_id")
		.leftJoin("person as caller", "caller.id", "ticket.caller_id")
		.leftJoin("ci as service", "service.id", "ticket.service_id")
		.leftJoin("ci", "ci.id", "ticket.ci_id")
		.leftJoin("ticket as parent", "parent.id", "ticket.parent_id")
		.leftJoin("ticket as problem", "problem.id", "ticket.problem_id")
		.selectAll("ticket")
		.select(["team.name as team_name", "assignee.name as assignee_name", "caller.name as caller_name"])
		.select(["service.name as service_name", "ci.name as ci_name"])
		.select(["parent.number as parent_number", "problem.number as problem_number"])
		.where("ticket.kind", "=", kind)
		.orderBy("ticket.number");
}
