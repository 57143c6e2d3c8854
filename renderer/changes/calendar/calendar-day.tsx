// biome-ignore-all lint/a11y/useSemanticElements: a table can not be a grid, whose days have the focus one at a time
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "wouter";
import { overlap, type Span } from "../../../shared/change/windows.ts";
import { changesText } from "../../text/en/changes.ts";
import { ticketText } from "../../text/en/ticket.ts";
import { formatClockIn, formatDayName } from "../../text/time.ts";
import type { PlannedRow } from "../../worker/protocol.ts";
import classes from "./calendar.module.css";
import { isSameMonth, noonOf, spanOfDay } from "./calendar-days.ts";
import type { GridProps } from "./calendar-grid.tsx";

const text = changesText.calendar;

/** One day: its blackouts, and its changes by their begin. */
export function CalendarDay({
	one,
	view,
	day,
	today,
	clock,
	zone,
	calendar,
	onDay,
}: GridProps & { readonly one: number }) {
	const span = spanOfDay(one, clock);
	const changes = calendar.changes.filter((change) => overlap(change, span));
	const blackouts = calendar.blackouts.filter((blackout) => overlap(blackout, span));
	const isAt = one === day;
	return (
		<div
			role="gridcell"
			className={classes.day}
			data-day={one}
			data-today={one === today || undefined}
			data-other={(view === "month" && !isSameMonth(one, day)) || undefined}
			data-blackout={blackouts.length > 0 || undefined}
			aria-selected={isAt}
			tabIndex={isAt ? 0 : -1}
			onFocus={(event) => {
				if (event.target === event.currentTarget && !isAt) onDay(one);
			}}
		>
			<div className={classes.dayName}>
				<span className={view === "week" ? undefined : "visually-hidden"}>{formatDayName(noonOf(one))}</span>
				{view === "week" ? null : <span aria-hidden="true">{new Date(noonOf(one)).getUTCDate()}</span>}
			</div>
			{blackouts.map(({ id, name }) => (
				<div key={id} className={classes.blackout}>
					{text.blackout(name)}
				</div>
			))}
			<ul className={classes.entries}>
				{changes.map((change) => (
					<Entry
						key={change.ticketId}
						change={change}
						span={span}
						zone={zone}
						conflicts={calendar.conflicts.get(change.ticketId) ?? 0}
						isReachable={isAt}
					/>
				))}
			</ul>
		</div>
	);
}

interface EntryProps {
	readonly change: PlannedRow;
	readonly span: Span;
	readonly zone: string;
	readonly conflicts: number;
	readonly isReachable: boolean;
}

function Entry({ change, span, zone, conflicts, isReachable }: EntryProps) {
	const { number, shortDescription, startAt, endAt, state, isOver, type } = change;
	const from = startAt < span.startAt ? text.untilMidnight : formatClockIn(startAt, zone);
	const to = endAt > span.endAt ? text.untilMidnight : formatClockIn(endAt, zone);
	return (
		<li className={classes.entry} data-over={isOver || undefined} data-conflict={conflicts > 0 || undefined}>
			<Link href={`~/tickets/${number}`} tabIndex={isReachable ? 0 : -1} title={shortDescription}>
				<span className={classes.time}>
					{from}–{to}
				</span>{" "}
				{number}
				{conflicts > 0 ? (
					<span className={classes.conflict}>
						<IconAlertTriangle size={13} aria-hidden="true" /> {changesText.conflicts.count(conflicts)}
					</span>
				) : null}
			</Link>
			<span className={classes.entryText}>{shortDescription}</span>
			<span className={classes.entryState}>
				{ticketText.state("change", state)}
				{type === "normal" ? "" : `, ${typeName(type)}`}
			</span>
		</li>
	);
}

function typeName(type: string): string {
	const names: Readonly<Record<string, string>> = changesText.create.types;
	return (names[type] ?? type).toLowerCase();
}
