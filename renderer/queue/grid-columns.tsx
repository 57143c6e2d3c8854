import { createColumnHelper, rowSortingFeature, tableFeatures } from "@tanstack/react-table";
import type { ColumnId } from "../../shared/view/columns.ts";
import { DueMark, PriorityMark, StateMark, TimeAgo } from "../marks/index.ts";
import { queueText } from "../text/en/queue.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { QueueRow, ViewOrder } from "../worker/protocol.ts";
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
	kind: null,
	impact: null,
	urgency: null,
	service: null,
	ci: null,
};

function dim(text: string | null, absent: string) {
	return text === null ? <span className={classes.absent}>{absent}</span> : <span>{text}</span>;
}

export const GRID_COLUMNS = helper.columns([
	helper.accessor("number", {
		id: "number",
		header: queueText.columns.number,
		cell: ({ row }) => <NumberCell row={row.original} />,
	}),
	helper.accessor("shortDescription", {
		id: "shortDescription",
		header: queueText.columns.shortDescription,
		cell: ({ row: { original } }) =>
			original.tags.length === 0 ? (
				<span title={original.shortDescription}>{original.shortDescription}</span>
			) : (
				<TaggedTitle row={original} />
			),
	}),
	helper.accessor("state", {
		id: "state",
		header: queueText.columns.state,
		cell: ({ row: { original } }) => (
			<StateMark
				kind={original.kind}
				state={original.state}
				holdReason={original.holdReason}
				sourceState={original.sourceState}
			/>
		),
	}),
	helper.accessor("priority", {
		id: "priority",
		header: queueText.columns.priority,
		cell: ({ row }) => <PriorityMark priority={row.original.priority} />,
	}),
	helper.accessor("callerName", {
		id: "caller",
		header: queueText.columns.caller,
		cell: ({ row }) => dim(row.original.callerName, queueText.absent),
	}),
	helper.accessor("teamName", {
		id: "team",
		header: queueText.columns.team,
		cell: ({ row }) => dim(row.original.teamName, queueText.absent),
	}),
	helper.accessor("assigneeName", {
		id: "assignee",
		header: queueText.columns.assignee,
		cell: ({ row }) => dim(row.original.assigneeName, queueText.unassigned),
	}),
	helper.accessor("dueAt", {
		id: "due",
		header: queueText.columns.due,
		cell: ({ row: { original } }) => (
			<DueMark
				dueAt={original.dueAt}
				isBreached={original.isBreached}
				isPaused={original.isClockPaused}
				isResponse={original.isResponseDue}
			/>
		),
	}),
	helper.accessor("kind", {
		id: "kind",
		header: queueText.columns.kind,
		cell: ({ row }) => <span>{ticketText.kindName(row.original.kind)}</span>,
	}),
	helper.accessor("impact", {
		id: "impact",
		header: queueText.columns.impact,
		cell: ({ row }) => <span>{ticketText.level(row.original.impact)}</span>,
	}),
	helper.accessor("urgency", {
		id: "urgency",
		header: queueText.columns.urgency,
		cell: ({ row }) => <span>{ticketText.level(row.original.urgency)}</span>,
	}),
	helper.accessor("serviceName", {
		id: "service",
		header: queueText.columns.service,
		cell: ({ row }) => dim(row.original.serviceName, queueText.absent),
	}),
	helper.accessor("ciName", {
		id: "ci",
		header: queueText.columns.ci,
		cell: ({ row }) => dim(row.original.ciName, queueText.absent),
	}),
	helper.accessor("openedAt", {
		id: "opened",
		header: queueText.columns.opened,
		cell: ({ row }) => <TimeAgo at={row.original.openedAt} />,
	}),
	helper.accessor("updatedAt", {
		id: "updated",
		header: queueText.columns.updated,
		cell: ({ row }) => <TimeAgo at={row.original.updatedAt} />,
	}),
]);
