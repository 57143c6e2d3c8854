import { createColumnHelper, rowSortingFeature, tableFeatures } from "@tanstack/react-table";
import type { ReactNode } from "react";
import type { ColumnId } from "../../shared/view/columns.ts";
import { DueMark, PriorityMark, StateMark, TimeAgo } from "../marks/index.ts";
import { queueText } from "../text/en/queue.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { QueueRow, ViewOrder } from "../worker/views/view-protocol.ts";
import { NumberCell } from "./number-cell.tsx";
import classes from "./queue.module.css";
import { TaggedTitle } from "./tagged-title.tsx";

/** Manual mode: the worker sorts, the table knows only which column is sorted. */
export const gridFeatures = tableFeatures({ rowSortingFeature });

const helper = createColumnHelper<typeof gridFeatures, QueueRow>();

/** What the worker is asked to order by for each column; `null` where it has no such order. */
export const COLUMN_ORDER: Readonly<Record<ColumnId, ViewOrder["by"] | null>> = {
	number: "number",
	shortDescription: "shortDescription",
	state: "state",
	priority: "priority",
	caller: "caller",
	team: "team",
	assignee: "assignee",
	due: "dueAt",
	opened: "openedAt",
	updated: "updatedAt",
	handovers: "handovers",
	kind: null,
	impact: null,
	urgency: null,
	service: null,
	ci: null,
};

/** Which way a column is sorted first depends on what is in it: texts from the beginning, numbers from the most. */
function column(id: ColumnId, value: keyof QueueRow, draw: (row: QueueRow) => ReactNode) {
	return helper.accessor((row) => row[value], {
		id,
		header: queueText.columns[id],
		cell: ({ row }) => draw(row.original),
	});
}

function dim(text: string | null, absent: string = queueText.absent) {
	return text === null ? <span className={classes.absent}>{absent}</span> : <span>{text}</span>;
}

export const GRID_COLUMNS = helper.columns([
	column("number", "number", (row) => <NumberCell row={row} />),
	column("shortDescription", "shortDescription", (row) =>
		row.tags.length === 0 ? (
			<span title={row.shortDescription}>{row.shortDescription}</span>
		) : (
			<TaggedTitle row={row} />
		),
	),
	column("state", "state", ({ kind, state, holdReason, sourceState }) => (
		<StateMark kind={kind} state={state} holdReason={holdReason} sourceState={sourceState} />
	)),
	column("priority", "priority", ({ priority }) => <PriorityMark priority={priority} />),
	column("caller", "callerName", ({ callerName }) => dim(callerName)),
	column("team", "teamName", ({ teamName }) => dim(teamName)),
	column("assignee", "assigneeName", ({ assigneeName }) => dim(assigneeName, queueText.unassigned)),
	column("due", "dueAt", ({ dueAt, isBreached, isClockPaused, isResponseDue }) => (
		<DueMark dueAt={dueAt} isBreached={isBreached} isPaused={isClockPaused} isResponse={isResponseDue} />
	)),
	column("kind", "kind", ({ kind }) => <span>{ticketText.kindName(kind)}</span>),
	column("impact", "impact", ({ impact }) => <span>{ticketText.level(impact)}</span>),
	column("urgency", "urgency", ({ urgency }) => <span>{ticketText.level(urgency)}</span>),
	column("service", "serviceName", ({ serviceName }) => dim(serviceName)),
	column("ci", "ciName", ({ ciName }) => dim(ciName)),
	column("opened", "openedAt", ({ openedAt }) => <TimeAgo at={openedAt} />),
	column("updated", "updatedAt", ({ updatedAt }) => <TimeAgo at={updatedAt} />),
	column("handovers", "handovers", ({ handovers }) => dim(handovers === 0 ? null : String(handovers))),
]);
