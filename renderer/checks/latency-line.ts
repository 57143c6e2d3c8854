import type { CheckResult } from "../../shared/api/checks.ts";
import type { EpochMs } from "../../shared/ticket/ticket.ts";

export interface LatencyLine {
	/** SVG path data in a box of `width` × `height`; a new stroke after every gap. */
	readonly path: string;
	/** Where results were bad: `x` of each, for marks on the axis. */
	readonly badX: readonly number[];
	/** The value at the top of the box. */
	readonly topMs: number;
}

export interface LatencyBox {
	readonly width: number;
	readonly height: number;
	readonly from: EpochMs;
	readonly to: EpochMs;
	/** A longer time without a result is a gap: nothing is drawn across it. */
	readonly gapMs: number;
}

/** Draws a day of answers: time to the right, milliseconds upwards, never a line where nothing was measured. */
export function drawLatency(results: readonly CheckResult[], box: LatencyBox): LatencyLine {
	const inside = results.filter((result) => result.at >= box.from && result.at <= box.to);
	const answered = inside.filter(isAnswered);
	const topMs = roundUp(Math.max(1, ...answered.map((result) => result.totalMs)));
	const x = (at: EpochMs) => ((at - box.from) / (box.to - box.from)) * box.width;
	const y = (ms: number) => box.height - (ms / topMs) * box.height;
	let path = "";
	let previousAt = Number.NEGATIVE_INFINITY;
	for (const result of inside) {
		if (!isAnswered(result)) {
			previousAt = Number.NEGATIVE_INFINITY;
			continue;
		}
		const command = result.at - previousAt > box.gapMs ? "M" : "L";
		path += `${command}${x(result.at).toFixed(1)} ${y(result.totalMs).toFixed(1)}`;
		// A stroke of one point has no length; this gives it one.
		if (command === "M") path += "h0.01";
		previousAt = result.at;
	}
	return { path, topMs, badX: inside.filter((result) => !isAnswered(result)).map((result) => x(result.at)) };
}

function isAnswered(result: CheckResult): boolean {
	return result.state === "up" || result.state === "degraded";
}

/** 1, 2 or 5 times a power of ten: what a person reads at the end of an axis. */
function roundUp(value: number): number {
	const power = 10 ** Math.floor(Math.log10(value));
	const step = [1, 2, 5, 10].find((factor) => factor * power >= value) ?? 10;
	return step * power;
}
