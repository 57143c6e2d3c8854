import type { TrendDay } from "../worker/views/workload-protocol.ts";

export interface DrawnTrend {
	/** SVG path data of the backlog, from the beginning of the first day to the end of the last. */
	readonly backlog: string;
	/** The same, closed along the ground. */
	readonly area: string;
	/** The values at the top of the two boxes. */
	readonly topBacklog: number;
	readonly topFlow: number;
	readonly bars: readonly DrawnBars[];
}

/** One day: where it begins, how wide it is, and how high its two bars are. */
export interface DrawnBars {
	readonly x: number;
	readonly width: number;
	readonly openedHeight: number;
	readonly endedHeight: number;
}

export interface TrendBox {
	readonly width: number;
	readonly backlogHeight: number;
	readonly flowHeight: number;
}

/** Two boxes over the same days: what was open when each was over, and what was opened and ended in it. */
export function drawTrend(days: readonly TrendDay[], backlogBefore: number, box: TrendBox): DrawnTrend {
	const dayWidth = days.length === 0 ? 0 : box.width / days.length;
	const topBacklog = roundUp(Math.max(backlogBefore, ...days.map(({ backlog }) => backlog)));
	const topFlow = roundUp(Math.max(0, ...days.flatMap(({ opened, ended }) => [opened, ended])));
	const y = (count: number) => (box.backlogHeight - (count / topBacklog) * box.backlogHeight).toFixed(1);
	const points = [backlogBefore, ...days.map(({ backlog }) => backlog)].map(
		(count, index) => `${(index * dayWidth).toFixed(1)} ${y(count)}`,
	);
	const backlog = days.length === 0 ? "" : `M${points.join("L")}`;
	return {
		backlog,
		area: backlog && `${backlog}L${box.width.toFixed(1)} ${box.backlogHeight}L0 ${box.backlogHeight}Z`,
		topBacklog,
		topFlow,
		bars: days.map(({ opened, ended }, index) => ({
			x: index * dayWidth,
			width: dayWidth,
			openedHeight: (opened / topFlow) * box.flowHeight,
			endedHeight: (ended / topFlow) * box.flowHeight,
		})),
	};
}

/** What a person reads at the end of an axis, and half of it too: an even 2, 4, 6 or 10 times a power of ten. */
function roundUp(value: number): number {
	if (value <= 2) return 2;
	const power = 10 ** Math.floor(Math.log10(value));
	const step = [1, 2, 4, 6, 10].find((factor) => factor * power >= value && (factor * power) % 2 === 0) ?? 10;
	return step * power;
}
