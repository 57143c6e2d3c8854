import { Button } from "@mantine/core";
import { useState } from "react";
import type { CheckResult } from "../../shared/api/checks.ts";
import { CheckStateMark } from "../marks/index.ts";
import { Card, EmptyState } from "../page/index.ts";
import { checksText } from "../text/en/checks.ts";
import { formatExact, formatShort } from "../text/time.ts";
import { formatLatency } from "../text/units.ts";
import classes from "./check-detail.module.css";

const STEP = 25;
const text = checksText.detail;
const columns = checksText.columnsOfResults;

interface Props {
	readonly results: readonly CheckResult[];
	readonly isLoading: boolean;
}

/** The last day's results, newest first. */
export function ResultList({ results, isLoading }: Props) {
	const [limit, setLimit] = useState(STEP);
	const shown = results.slice(-limit).toReversed();
	if (results.length === 0)
		return (
			<Card title={text.results}>
				<EmptyState isCompact title={isLoading ? text.loading : text.noResults} />
			</Card>
		);
	return (
		<Card title={text.results} aside={text.resultsShown(shown.length, results.length)} isFlush>
			<table className={classes.results}>
				<thead>
					<tr>
						<th scope="col">{columns.at}</th>
						<th scope="col">{columns.state}</th>
						<th scope="col">{columns.summary}</th>
						<th scope="col" data-numeric>
							{columns.total}
						</th>
					</tr>
				</thead>
				<tbody>
					{shown.map((result) => (
						<ResultRow key={result.at} result={result} />
					))}
				</tbody>
			</table>
			{shown.length < results.length && (
				<Button variant="subtle" fullWidth onClick={() => setLimit((count) => count + 4 * STEP)}>
					{text.more}
				</Button>
			)}
		</Card>
	);
}

function ResultRow({ result }: { readonly result: CheckResult }) {
	return (
		<tr>
			<td>
				<time dateTime={new Date(result.at).toISOString()} title={formatExact(result.at)}>
					{formatShort(result.at)}
				</time>
			</td>
			<td>
				<CheckStateMark state={result.state} />
			</td>
			<td className={classes.summary}>{result.summary}</td>
			<td data-numeric>{formatLatency(result.totalMs)}</td>
		</tr>
	);
}
