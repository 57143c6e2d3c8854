import { Button, SegmentedControl, Select } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { ticketKinds } from "../../shared/ticket/known-lifecycles.ts";
import { callWorker, useTopic } from "../data/index.ts";
import { useNow } from "../now/index.ts";
import { Card } from "../page/index.ts";
import { readPreference, writePreference } from "../preferences/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import { workloadText } from "../text/en/workload.ts";
import { dayBounds } from "./day-bounds.ts";
import { TrendChart } from "./trend-chart.tsx";
import { TrendTable } from "./trend-table.tsx";
import classes from "./workload.module.css";

const text = workloadText.trend;
const SPANS = [14, 30, 90] as const;
const DAYS_A_MONTH = 30;

/** How many tickets came, how many ended and how many stay, day by day. */
export function TrendCard({ teamId }: { readonly teamId: string | null }) {
	const [days, setDays] = useState(readSpan);
	const [kind, setKind] = useState<string | null>(null);
	const [isTable, setIsTable] = useState(false);
	const today = new Date(useNow("minute")).toDateString();
	const bounds = useMemo(() => dayBounds(Date.parse(today), days), [today, days]);
	const trend = useTopic("trend", { teamId, kinds: kind === null ? [] : [kind], bounds });
	const keptMonths = useKeptMonths();
	function choose(value: string): void {
		const span = SPANS.find((each) => String(each) === value) ?? SPANS[1];
		writePreference("workload.days", span);
		setDays(span);
	}
	return (
		<Card title={text.title}>
			<div className={classes.toolbar}>
				<SegmentedControl
					size="xs"
					aria-label={text.days}
					value={String(days)}
					onChange={choose}
					data={SPANS.map((span) => ({ value: String(span), label: text.day(span) }))}
				/>
				<Select
					size="xs"
					aria-label={text.kind}
					placeholder={text.allKinds}
					data={ticketKinds().map((value) => ({ value, label: ticketText.kindName(value) }))}
					value={kind}
					onChange={setKind}
					clearable
					w={150}
				/>
				<Button variant="subtle" size="compact-sm" ml="auto" onClick={() => setIsTable(!isTable)}>
					{isTable ? text.asChart : text.asTable}
				</Button>
			</div>
			{trend === undefined ? (
				<p className={classes.loading}>{workloadText.loading}</p>
			) : isTable ? (
				<TrendTable trend={trend} />
			) : (
				<TrendChart trend={trend} />
			)}
			<p className={classes.hint}>{text.hint}</p>
			{trend?.isComplete === false ? (
				<p className={classes.hint} role="status">
					{workloadText.incomplete}
				</p>
			) : null}
			{keptMonths !== null && keptMonths * DAYS_A_MONTH < days ? (
				<p className={classes.hint}>{text.kept(keptMonths)}</p>
			) : null}
		</Card>
	);
}

function readSpan(): number {
	const kept = readPreference("workload.days");
	return SPANS.find((span) => span === kept) ?? SPANS[1];
}

/** For how long this workstation keeps what ended; `null`: for ever, or not known yet. */
function useKeptMonths(): number | null {
	const [months, setMonths] = useState<number | null>(null);
	useEffect(() => {
		let isLeft = false;
		void callWorker("readKept").then((kept) => {
			if (!isLeft) setMonths(kept);
		});
		return () => {
			isLeft = true;
		};
	}, []);
	return months;
}
