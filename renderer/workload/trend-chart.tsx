import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { workloadText } from "../text/en/workload.ts";
import { formatNumber } from "../text/plural.ts";
import { formatDay } from "../text/time.ts";
import type { Trend } from "../worker/views/workload-protocol.ts";
import { drawTrend } from "./draw-trend.ts";
import classes from "./workload.module.css";

const text = workloadText.trend;
const BACKLOG_HEIGHT = 130;
const FLOW_HEIGHT = 90;
/** Between two days, and between the two bars of one. */
const GAP = 0.2;
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Two small charts over the same days; a day under the pointer, or gone to by arrow key, is told in words. */
export function TrendChart({ trend }: { readonly trend: Trend }) {
	const { ref, width } = useElementSize();
	const [chosen, setChosen] = useState<number | null>(null);
	const { days, backlogBefore } = trend;
	const drawn = drawTrend(days, backlogBefore, {
		width,
		backlogHeight: BACKLOG_HEIGHT,
		flowHeight: FLOW_HEIGHT,
	});
	const day = chosen === null ? undefined : days[chosen];
	const bars = chosen === null ? undefined : drawn.bars[chosen];
	const dayAt = (event: PointerEvent<HTMLElement>) => {
		const { left, width: whole } = event.currentTarget.getBoundingClientRect();
		const at = Math.floor(((event.clientX - left) / whole) * days.length);
		setChosen(Math.max(0, Math.min(days.length - 1, at)));
	};
	function handleKey(event: KeyboardEvent): void {
		const step = STEPS[event.key];
		if (event.key === "Escape") setChosen(null);
		if (step === undefined) return;
		event.preventDefault();
		setChosen(Math.max(0, Math.min(days.length - 1, (chosen ?? days.length) + step)));
	}
	return (
		<>
			<p className={classes.told} role="status">
				{day ? text.of(formatDay(day.from), day.opened, day.ended, day.backlog) : wholeOf(trend)}
			</p>
			{/* biome-ignore lint/a11y/useSemanticElements: a group of charts that arrow keys go through is no fieldset */}
			<div
				role="group"
				// biome-ignore lint/a11y/noNoninteractiveTabindex: days are gone through by arrow keys
				tabIndex={0}
				aria-label={text.chart}
				className={classes.charts}
				onKeyDown={handleKey}
				onBlur={() => setChosen(null)}
				onPointerMove={dayAt}
				onPointerLeave={() => setChosen(null)}
			>
				<Plot title={text.backlog} top={drawn.topBacklog} height={BACKLOG_HEIGHT} width={width}>
					<path className={classes.area} d={drawn.area} />
					<path className={classes.backlog} d={drawn.backlog} />
					{bars ? <Band {...bars} height={BACKLOG_HEIGHT} /> : null}
				</Plot>
				<Plot title={text.flow} top={drawn.topFlow} height={FLOW_HEIGHT} width={width} hasKey>
					{drawn.bars.map((each) => (
						<g key={each.x}>
							<rect
								className={classes.opened}
								x={each.x + each.width * GAP * 0.5}
								y={FLOW_HEIGHT - each.openedHeight}
								width={each.width * (0.5 - GAP * 0.5)}
								height={each.openedHeight}
							/>
							<rect
								className={classes.ended}
								x={each.x + each.width * 0.5}
								y={FLOW_HEIGHT - each.endedHeight}
								width={each.width * (0.5 - GAP * 0.5)}
								height={each.endedHeight}
							/>
						</g>
					))}
					{bars ? <Band {...bars} height={FLOW_HEIGHT} /> : null}
				</Plot>
				<div ref={ref} className={classes.dates} aria-hidden="true">
					<span>{days[0] ? formatDay(days[0].from) : ""}</span>
					<span>{days.length > 2 ? formatDay(days[Math.floor(days.length / 2)]?.from ?? 0) : ""}</span>
					<span>{days.at(-1) ? formatDay(days.at(-1)?.from ?? 0) : ""}</span>
				</div>
			</div>
		</>
	);
}

function wholeOf({ days, backlogBefore }: Trend): string {
	const sum = (name: "opened" | "ended") => days.reduce((total, day) => total + day[name], 0);
	return text.whole(sum("opened"), sum("ended"), backlogBefore, days.at(-1)?.backlog ?? backlogBefore);
}

interface PlotProps {
	readonly title: string;
	/** What the upper line stands for. */
	readonly top: number;
	readonly height: number;
	readonly width: number;
	readonly hasKey?: boolean;
	readonly children: React.ReactNode;
}

function Plot({ title, top, height, width, hasKey = false, children }: PlotProps) {
	return (
		<figure className={classes.plot}>
			<figcaption className={classes.caption}>
				{title}
				{hasKey ? (
					<>
						<span className={classes.key} data-of="opened">
							{text.opened}
						</span>
						<span className={classes.key} data-of="ended">
							{text.ended}
						</span>
					</>
				) : null}
			</figcaption>
			<span className={classes.axis} aria-hidden="true" style={{ height }}>
				<span>{formatNumber(top)}</span>
				<span>{formatNumber(top / 2)}</span>
				<span>0</span>
			</span>
			<svg width={width} height={height} className={classes.drawing} aria-hidden="true">
				<path
					className={classes.grid}
					d={`M0 .5H${width}M0 ${height / 2}H${width}M0 ${height - 0.5}H${width}`}
				/>
				{children}
			</svg>
		</figure>
	);
}

/** Stands behind the day that is told. */
function Band({ x, width, height }: { readonly x: number; readonly width: number; readonly height: number }) {
	return <rect className={classes.band} x={x} y={0} width={width} height={height} />;
}
