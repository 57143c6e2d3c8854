import { workloadText } from "../text/en/workload.ts";
import { formatNumber } from "../text/plural.ts";
import { formatDay } from "../text/time.ts";
import type { Trend } from "../worker/views/workload-protocol.ts";
import classes from "./workload.module.css";

const text = workloadText.trend;

/** The same numbers to read and to copy, the newest day first. */
export function TrendTable({ trend }: { readonly trend: Trend }) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
		<section className={classes.trendTable} tabIndex={0} aria-label={text.table}>
			<table className={classes.table}>
				<thead>
					<tr>
						<th scope="col">{text.date}</th>
						<th scope="col" data-numeric>
							{text.opened}
						</th>
						<th scope="col" data-numeric>
							{text.ended}
						</th>
						<th scope="col" data-numeric>
							{text.open}
						</th>
					</tr>
				</thead>
				<tbody>
					{trend.days.toReversed().map((day) => (
						<tr key={day.from}>
							<th scope="row">{formatDay(day.from)}</th>
							<td data-numeric>{formatNumber(day.opened)}</td>
							<td data-numeric>{formatNumber(day.ended)}</td>
							<td data-numeric>{formatNumber(day.backlog)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
