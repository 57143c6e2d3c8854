// biome-ignore-all lint/a11y/useSemanticElements: a table can not be a grid, whose days have the focus one at a time
// biome-ignore-all lint/a11y/useFocusableInteractive: the day has the focus, not its week or the grid
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useLocation } from "wouter";
import type { WallClock } from "../../../shared/sla/wall-clock.ts";
import { changesText } from "../../text/en/changes.ts";
import classes from "./calendar.module.css";
import { CalendarDay } from "./calendar-day.tsx";
import { type CalendarView, placeInWeek, stepFrom } from "./calendar-days.ts";
import type { Calendar } from "./use-calendar.ts";

export interface GridProps {
	readonly label: string;
	readonly view: CalendarView;
	/** Local days, whole weeks of them. */
	readonly days: readonly number[];
	/** The one that keys go from. */
	readonly day: number;
	readonly today: number;
	readonly clock: WallClock;
	readonly zone: string;
	readonly calendar: Calendar;
	/** `null` is today. */
	readonly onDay: (day: number | null) => void;
}

const text = changesText.calendar;

/** Days in weeks: one of them has the focus, and arrows go from there. */
export function CalendarGrid(props: GridProps) {
	const { label, view, days, day, onDay } = props;
	const [, navigate] = useLocation();
	const table = useRef<HTMLDivElement>(null);
	const isByKey = useRef(false);
	const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));

	// biome-ignore lint/correctness/useExhaustiveDependencies: each day that a key goes to gets the focus
	useEffect(() => {
		if (!isByKey.current) return;
		isByKey.current = false;
		table.current?.querySelector<HTMLElement>("[data-day][tabindex='0']")?.focus();
	}, [day, view]);

	function handleKeyDown(event: KeyboardEvent): void {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const next = dayAfterKey(event.key, view, day);
		if (next === undefined) {
			if (event.key !== "Enter" || !isDay(event.target)) return;
			const link = event.target.querySelector("a");
			if (!link) return;
			event.preventDefault();
			navigate(`~${link.getAttribute("href")}`);
			return;
		}
		event.preventDefault();
		isByKey.current = true;
		onDay(next);
	}
	return (
		<div
			ref={table}
			role="grid"
			className={classes.grid}
			data-view={view}
			aria-label={label}
			onKeyDown={handleKeyDown}
		>
			<div role="rowgroup">
				<div role="row" className={classes.week}>
					{text.weekdays.map((name) => (
						<div key={name} role="columnheader" className={classes.weekday}>
							{name}
						</div>
					))}
				</div>
			</div>
			<div role="rowgroup">
				{weeks.map((week) => (
					<div key={week[0]} role="row" className={classes.week}>
						{week.map((one) => (
							<CalendarDay key={one} {...props} one={one} />
						))}
					</div>
				))}
			</div>
		</div>
	);
}

function isDay(target: EventTarget): target is HTMLElement {
	return target instanceof HTMLElement && target.role === "gridcell";
}

/** Where a key leads from a day; `undefined` where it is no key of the calendar. */
function dayAfterKey(key: string, view: CalendarView, day: number): number | null | undefined {
	switch (key) {
		case "ArrowLeft":
			return day - 1;
		case "ArrowRight":
			return day + 1;
		case "ArrowUp":
			return view === "month" ? day - 7 : day - placeInWeek(day);
		case "ArrowDown":
			return view === "month" ? day + 7 : day - placeInWeek(day) + 6;
		case "PageUp":
			return stepFrom(view, day, -1);
		case "PageDown":
			return stepFrom(view, day, 1);
		case "Home":
			return null;
		default:
			return undefined;
	}
}
