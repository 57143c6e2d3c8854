import type { CheckResult } from "../../../shared/api/checks.ts";
import {
	addLatency,
	EMPTY_HISTOGRAM,
	type LatencyHistogram,
	mergeHistograms,
	percentile,
} from "../../../shared/check/latency-histogram.ts";

export const DAY_MS = 86_400_000;
const SLOT_MS = 7_200_000;

interface Slot {
	readonly upCount: number;
	readonly downCount: number;
	readonly latencies: LatencyHistogram;
}

export interface DayFigures {
	readonly uptime: number | null;
	readonly p50Ms: number | null;
	readonly p95Ms: number | null;
}

/**
 * Counts of one check over the last 24 hours in slots of two, so that figures cost the same however
 * often it runs. Unknown results count neither way.
 */
export class DayTally {
	readonly #slots = new Map<number, Slot>();

	add({ at, state, totalMs }: CheckResult): void {
		if (state === "unknown") return;
		const key = Math.floor(at / SLOT_MS);
		const slot = this.#slots.get(key) ?? { upCount: 0, downCount: 0, latencies: EMPTY_HISTOGRAM };
		const isUp = state !== "down";
		this.#slots.set(key, {
			upCount: slot.upCount + (isUp ? 1 : 0),
			downCount: slot.downCount + (isUp ? 0 : 1),
			latencies: isUp ? addLatency(slot.latencies, totalMs) : slot.latencies,
		});
	}

	figures(now: number): DayFigures {
		const oldest = Math.floor((now - DAY_MS) / SLOT_MS);
		let upCount = 0;
		let total = 0;
		let latencies = EMPTY_HISTOGRAM;
		for (const [key, slot] of this.#slots) {
			if (key < oldest) {
				this.#slots.delete(key);
				continue;
			}
			upCount += slot.upCount;
			total += slot.upCount + slot.downCount;
			latencies = mergeHistograms(latencies, slot.latencies);
		}
		return {
			uptime: total === 0 ? null : upCount / total,
			p50Ms: roundMs(percentile(latencies, 0.5)),
			p95Ms: roundMs(percentile(latencies, 0.95)),
		};
	}
}

function roundMs(ms: number | null): number | null {
	return ms === null ? null : Math.round(ms * 10) / 10;
}
