import { Button, SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { useLocation } from "wouter";
import { makeWallClock } from "../../../shared/sla/wall-clock.ts";
import { useTopic } from "../../data/index.ts";
import { useNow } from "../../now/index.ts";
import { Page } from "../../page/index.ts";
import { changesText } from "../../text/en/changes.ts";
import { formatMonth, formatWeek } from "../../text/time.ts";
import classes from "./calendar.module.css";
import { type CalendarView, daysOf, noonOf, spanOfDay, stepFrom } from "./calendar-days.ts";
import { CalendarGrid } from "./calendar-grid.tsx";
import { useCalendar } from "./use-calendar.ts";

const text = changesText.calendar;

/** All changes by their windows, a week or a month of them, by the clocks of the desk. */
export function CalendarPage() {
	const zone = useTopic("session", null)?.zone ?? "UTC";
	const clock = useMemo(() => makeWallClock(zone), [zone]);
	const today = clock.localDayOf(useNow("minute"));
	const [view, setView] = useState<CalendarView>("week");
	const [chosen, setChosen] = useState<number | null>(null);
	const [, navigate] = useLocation();
	const day = chosen ?? today;
	const days = daysOf(view, day);
	const calendar = useCalendar({ from: spanOfDay(days[0] ?? day, clock).startAt, zone });
	const period = view === "week" ? formatWeek(noonOf(days[0] ?? day)) : formatMonth(noonOf(day));

	return (
		<Page
			title={text.title}
			aside={<span className={classes.period}>{period}</span>}
			actions={
				<>
					<Button variant="default" onClick={() => setChosen(stepFrom(view, day, -1))}>
						{text.previous}
					</Button>
					<Button variant="default" onClick={() => setChosen(null)}>
						{text.today}
					</Button>
					<Button variant="default" onClick={() => setChosen(stepFrom(view, day, 1))}>
						{text.next}
					</Button>
					<SegmentedControl
						size="xs"
						aria-label={text.view}
						value={view}
						onChange={(value) => setView(value === "month" ? "month" : "week")}
						data={[
							{ value: "week", label: text.week },
							{ value: "month", label: text.month },
						]}
					/>
					<Button onClick={() => navigate("/new")}>{changesText.create.title}</Button>
				</>
			}
		>
			<p className={classes.hint}>
				{text.zone(zone)}. {text.keys}
			</p>
			<CalendarGrid
				label={text.label(period)}
				view={view}
				days={days}
				day={day}
				today={today}
				clock={clock}
				zone={zone}
				calendar={calendar}
				onDay={setChosen}
			/>
		</Page>
	);
}
