import { Button } from "@mantine/core";
import { Fragment } from "react";
import { Link } from "wouter";
import { useMay } from "../access/index.ts";
import { TimeAgo } from "../marks/index.ts";
import { workloadText as text } from "../text/en/workload.ts";
import { formatNumber } from "../text/plural.ts";
import type { LoadRow } from "../worker/views/workload-protocol.ts";
import { type LoadPart, queueAddress } from "./queue-address.ts";
import type { LoadOrder } from "./sort-loads.ts";
import classes from "./workload.module.css";

const PARTS = ["open", "urgent", "onHold", "breached", "dueSoon"] as const satisfies readonly LoadPart[];

interface Props {
	readonly rows: readonly LoadRow[];
	readonly teamId: string | null;
	readonly order: LoadOrder;
	readonly onOrder: (order: LoadOrder) => void;
	readonly onGive: (row: LoadRow) => void;
}

export function LoadTable({ rows, teamId, order, onOrder, onGive }: Props) {
	const mayGive = useMay("ticket.edit").isAllowed;
	const most = Math.max(1, ...rows.map(({ load }) => load.open));
	const head = (by: LoadOrder, name: string, isNumeric: boolean) => (
		<th
			scope="col"
			data-numeric={isNumeric || undefined}
			aria-sort={by !== order ? undefined : by === "name" || by === "oldestAt" ? "ascending" : "descending"}
		>
			<button type="button" className={classes.sort} onClick={() => onOrder(by)}>
				{name}
			</button>
		</th>
	);
	return (
		<table className={classes.table} aria-label={text.load}>
			<thead>
				<tr>
					{head("name", text.columns.person, false)}
					{PARTS.map((part) => (
						<Fragment key={part}>{head(part, text.columns[part], true)}</Fragment>
					))}
					{head("oldestAt", text.columns.oldest, true)}
					{mayGive ? (
						<th scope="col">
							<span className="visually-hidden">{text.columns.actions}</span>
						</th>
					) : null}
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => (
					<LoadLine
						key={row.personId ?? "nobody"}
						row={row}
						teamId={teamId}
						most={most}
						onGive={mayGive ? onGive : null}
					/>
				))}
			</tbody>
		</table>
	);
}

interface LineProps {
	readonly row: LoadRow;
	readonly teamId: string | null;
	/** What the person with the most has: a whole bar. */
	readonly most: number;
	readonly onGive: ((row: LoadRow) => void) | null;
}

function LoadLine({ row, teamId, most, onGive }: LineProps) {
	const { personId, load } = row;
	const name = row.name ?? (personId === null ? text.nobody : personId);
	return (
		<tr className={classes.line} data-idle={load.open === 0 || undefined}>
			<th scope="row" className={classes.person}>
				<Link
					href={queueAddress("open", personId, teamId)}
					className={classes.name}
					data-row-link
					data-person={personId ?? ""}
				>
					{name}
				</Link>
				{row.isGone ? <span className={classes.gone}>{text.gone}</span> : null}
			</th>
			{PARTS.map((part) => (
				<td key={part} data-numeric data-part={part} data-some={load[part] > 0 || undefined}>
					{part === "open" ? (
						<span className={classes.bars} aria-hidden="true">
							<span className={classes.bar} style={{ width: `${(load.open / most) * 100}%` }} />
						</span>
					) : null}
					<Count row={row} part={part} teamId={teamId} name={name} />
				</td>
			))}
			<td data-numeric className={classes.oldest}>
				{load.open > 0 ? <TimeAgo at={load.oldestAt} /> : null}
			</td>
			{onGive ? (
				<td className={classes.give}>
					{load.open > 0 ? (
						<Button
							variant="subtle"
							size="compact-xs"
							aria-label={text.gives(load.open, name)}
							onClick={() => onGive(row)}
						>
							{text.reassign}
						</Button>
					) : null}
				</td>
			) : null}
		</tr>
	);
}

interface CountProps {
	readonly row: LoadRow;
	readonly part: LoadPart;
	readonly teamId: string | null;
	readonly name: string;
}

/** A number that leads to the tickets which it counts; none leads nowhere. */
function Count({ row, part, teamId, name }: CountProps) {
	const count = row.load[part];
	if (count === 0) return <span className={classes.zero}>0</span>;
	return (
		<Link
			href={queueAddress(part, row.personId, teamId)}
			className={classes.count}
			aria-label={text.list(count, text.columns[part], name)}
		>
			{formatNumber(count)}
		</Link>
	);
}
