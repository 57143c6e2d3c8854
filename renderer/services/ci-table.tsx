import { Link } from "wouter";
import { type TableColumn, VirtualTable } from "../page/index.ts";
import { servicesText as text } from "../text/en/services.ts";
import type { CiRow } from "../worker/topics/ci-protocol.ts";
import { HealthMark } from "./health-mark.tsx";
import { ciPath } from "./paths.ts";
import classes from "./services.module.css";

const names = text.columns;
const COLUMNS: readonly TableColumn[] = [
	{ name: names.name },
	{ name: names.health, width: "150px" },
	{ name: names.criticality, width: "120px" },
	{ name: names.class, width: "130px" },
	{ name: names.team, width: "24%" },
];

interface Props {
	readonly rows: readonly CiRow[];
	/** The last of them comes in sight, and there are more. */
	readonly onEnd: (() => void) | null;
}

export function CiTable({ rows, onEnd }: Props) {
	return (
		<VirtualTable
			label={text.list}
			columns={COLUMNS}
			rows={rows}
			rowPx={40}
			minWidthPx={820}
			keyOf={({ ci }) => ci.id}
			onEnd={onEnd}
			renderRow={({ ci, teamName, health }, rowIndex) => (
				<tr key={ci.id} aria-rowindex={rowIndex} className={classes.row}>
					<td>
						<Link href={ciPath(ci.id)} className={classes.rowLink} data-row-link>
							{ci.name}
						</Link>
						{ci.status !== undefined && <span className={classes.tag}>{text.status(ci.status)}</span>}
						{ci.location !== undefined && <span className={classes.aside}>{ci.location}</span>}
					</td>
					<td>
						<HealthMark health={health} />
					</td>
					<td>{text.criticality(ci.criticality)}</td>
					<td>{text.class(ci.class)}</td>
					<td>{teamName ?? text.nothing}</td>
				</tr>
			)}
		/>
	);
}
