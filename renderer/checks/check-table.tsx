import { Link } from "wouter";
import { type Access, useAccess } from "../access/index.ts";
import { type TableColumn, VirtualTable } from "../page/index.ts";
import { checksText } from "../text/en/checks.ts";
import { formatLatency, formatPercent } from "../text/units.ts";
import type { CheckRow } from "../worker/protocol.ts";
import { Age } from "./age.tsx";
import { CheckMenu } from "./check-menu.tsx";
import classes from "./checks.module.css";
import { describeTarget } from "./describe-target.ts";
import { HeartbeatBar } from "./heartbeat-bar.tsx";
import { StandingMark } from "./standing-mark.tsx";

const names = checksText.columns;
const COLUMNS: readonly TableColumn[] = [
	{ name: names.state, width: "124px" },
	{ name: names.name },
	{ name: names.heartbeat, width: "176px" },
	{ name: names.uptime, width: "76px", isNumeric: true },
	{ name: names.p50, width: "76px", isNumeric: true },
	{ name: names.p95, width: "76px", isNumeric: true },
	{ name: names.lastResult, width: "22%" },
	{ name: names.age, width: "68px", isNumeric: true },
	{ name: names.actions, width: "52px", isSilent: true },
];

export function CheckTable({ rows }: { readonly rows: readonly CheckRow[] }) {
	const access = useAccess("check.edit");
	return (
		<VirtualTable
			label={checksText.list}
			columns={COLUMNS}
			rows={rows}
			rowPx={44}
			minWidthPx={960}
			keyOf={({ check }) => check.id}
			renderRow={(row, rowIndex) => (
				<TableRow key={row.check.id} row={row} rowIndex={rowIndex} access={access} />
			)}
		/>
	);
}

interface RowProps {
	readonly row: CheckRow;
	readonly rowIndex: number;
	readonly access: Access;
}

function TableRow({ row, rowIndex, access }: RowProps) {
	const { check, figures } = row;
	const last = figures?.lastResult ?? null;
	return (
		<tr aria-rowindex={rowIndex} className={classes.row} data-paused={check.isPaused || undefined}>
			<td>
				<StandingMark row={row} />
			</td>
			<td className={classes.nameCell}>
				<Link href={`/${check.id}`} className={classes.nameLink}>
					{check.name}
				</Link>
				<div className={classes.target}>
					{row.serviceName === null ? "" : `${row.serviceName} · `}
					{describeTarget(check.target)}
				</div>
			</td>
			<td>
				<HeartbeatBar recent={figures?.recent ?? []} />
			</td>
			<Figure value={figures?.uptime ?? null} format={formatPercent} />
			<Figure value={figures?.p50Ms ?? null} format={formatLatency} />
			<Figure value={figures?.p95Ms ?? null} format={formatLatency} />
			<td className={classes.lastResult} title={last?.summary}>
				{last?.summary ?? checksText.noResult}
			</td>
			<td data-numeric>{last ? <Age at={last.at} /> : checksText.none}</td>
			<td className={classes.menuCell}>
				<CheckMenu check={check} access={access} />
			</td>
		</tr>
	);
}

interface FigureProps {
	readonly value: number | null;
	readonly format: (value: number) => string;
}

function Figure({ value, format }: FigureProps) {
	return <td data-numeric>{value === null ? checksText.none : format(value)}</td>;
}
