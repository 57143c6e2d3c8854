import { Link } from "wouter";
import { CheckStateMark, SeverityMark, TimeAgo } from "../marks/index.ts";
import { type TableColumn, VirtualTable } from "../page/index.ts";
import { alertsText } from "../text/en/alerts.ts";
import type { AlertRow } from "../worker/protocol.ts";
import classes from "./alerts.module.css";
import { sortAlerts } from "./sort-alerts.ts";

const names = alertsText.columns;
const COLUMNS: readonly TableColumn[] = [
	{ name: names.severity, width: "112px" },
	{ name: names.title },
	{ name: names.belongs, width: "24%" },
	{ name: names.source, width: "84px" },
	{ name: names.since, width: "92px" },
	{ name: names.incident, width: "112px" },
];

interface Props {
	readonly rows: readonly AlertRow[];
	readonly chosenId: string | null;
}

export function AlertTable({ rows, chosenId }: Props) {
	return (
		<VirtualTable
			label={alertsText.list}
			columns={COLUMNS}
			rows={sortAlerts(rows)}
			rowPx={40}
			minWidthPx={760}
			keyOf={({ alert }) => alert.id}
			renderRow={(row, rowIndex) => (
				<TableRow key={row.alert.id} row={row} rowIndex={rowIndex} isChosen={row.alert.id === chosenId} />
			)}
		/>
	);
}

interface RowProps {
	readonly row: AlertRow;
	readonly rowIndex: number;
	readonly isChosen: boolean;
}

function TableRow({ row, rowIndex, isChosen }: RowProps) {
	const { alert } = row;
	return (
		<tr
			aria-rowindex={rowIndex}
			className={classes.row}
			data-condition={alert.condition}
			data-chosen={isChosen || undefined}
		>
			<td>
				<StandingOf row={row} />
			</td>
			<td className={classes.cut}>
				<Link
					href={`/${alert.id}`}
					className={classes.title}
					aria-current={isChosen ? "true" : undefined}
					title={alert.title}
				>
					{alert.title}
				</Link>
			</td>
			<td className={classes.cut}>{[row.serviceName, row.ciName].filter(Boolean).join(", ")}</td>
			<td className={classes.cut}>{sourceName(alert.source)}</td>
			<td>
				<TimeAgo at={alert.since} />
			</td>
			<td className={classes.incident}>
				{row.ticketNumber !== null && <Link href={`~/tickets/${row.ticketNumber}`}>{row.ticketNumber}</Link>}
			</td>
		</tr>
	);
}

/** A severity only where it holds: what ended says so, what nobody can see says that. */
export function StandingOf({ row: { alert } }: { readonly row: AlertRow }) {
	if (alert.condition === "unknown") return <CheckStateMark state="unknown" />;
	if (alert.condition === "resolved")
		return <CheckStateMark state="up" text={alertsText.condition("resolved")} />;
	return <SeverityMark severity={alert.severity} />;
}

export function sourceName(source: string): string {
	return source === "check" ? alertsText.sourceCheck : source;
}
