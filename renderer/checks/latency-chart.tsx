import { useElementSize } from "@mantine/hooks";
import type { CheckResult } from "../../shared/api/checks.ts";
import type { EpochMs } from "../../shared/ticket/ticket.ts";
import { useNow } from "../now/index.ts";
import { Card } from "../page/index.ts";
import { checksText } from "../text/en/checks.ts";
import { formatClock } from "../text/time.ts";
import { formatLatency } from "../text/units.ts";
import classes from "./latency-chart.module.css";
import { drawLatency } from "./latency-line.ts";

const DAY_MS = 86_400_000;
const TICK_MS = 4 * 3_600_000;
const HEIGHT = 140;
/** Thinned results of a day lie 30 s apart at least; three missing ones are a gap. */
const LEAST_GAP_MS = 120_000;
const text = checksText.detail;

interface Props {
	readonly results: readonly CheckResult[];
	readonly intervalMs: number;
}

/** Latency over the last 24 hours; failures are marks on the ground line. */
export function LatencyChart({ results, intervalMs }: Props) {
	const { ref, width } = useElementSize();
	const to = useNow("minute");
	const from = to - DAY_MS;
	const line = drawLatency(results, {
		width,
		height: HEIGHT,
		from,
		to: Math.max(to, results.at(-1)?.at ?? 0),
		gapMs: Math.max(LEAST_GAP_MS, 3 * intervalMs),
	});
	const failures = line.badX.length;
	return (
		<Card title={text.latency} aside={failures === 0 ? text.noFailures : text.failures(failures)}>
			{line.path === "" && <p className={classes.none}>{text.noAnswers}</p>}
			<div className={classes.chart}>
				<div className={classes.scale} aria-hidden="true">
					{line.path !== "" && (
						<>
							<span>{formatLatency(line.topMs)}</span>
							<span>{formatLatency(line.topMs / 2)}</span>
							<span>0</span>
						</>
					)}
				</div>
				<div ref={ref} className={classes.plot}>
					<svg
						width={width}
						height={HEIGHT}
						role="img"
						aria-label={text.latencyLabel(formatLatency(line.topMs), failures)}
					>
						<path
							className={classes.grid}
							d={`M0 .5H${width}M0 ${HEIGHT / 2}H${width}M0 ${HEIGHT - 0.5}H${width}`}
						/>
						<path className={classes.line} d={line.path} />
						{line.badX.map((x) => (
							<rect key={x} className={classes.bad} x={x - 1} y={HEIGHT - 10} width={2.5} height={10} />
						))}
					</svg>
					<TimeScale from={from} to={to} />
				</div>
			</div>
		</Card>
	);
}

function TimeScale({ from, to }: { readonly from: EpochMs; readonly to: EpochMs }) {
	const first = Math.ceil(from / TICK_MS) * TICK_MS;
	const ticks = Array.from({ length: 6 }, (_, index) => first + index * TICK_MS);
	return (
		<div className={classes.times} aria-hidden="true">
			{ticks.map((at) => (
				<span key={at} style={{ left: `${((at - from) / (to - from)) * 100}%` }}>
					{formatClock(at)}
				</span>
			))}
		</div>
	);
}
