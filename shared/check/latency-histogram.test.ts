import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addLatency, EMPTY_HISTOGRAM, mergeHistograms, percentile } from "./latency-histogram.ts";

const latencies = fc.array(fc.double({ min: 0.1, max: 120_000, noNaN: true }), { maxLength: 200 });
const histogramOf = (values: readonly number[]) => values.reduce(addLatency, EMPTY_HISTOGRAM);

describe("a latency histogram", () => {
	it("knows no percentile while it is empty", () => {
		expect(percentile(EMPTY_HISTOGRAM, 0.5)).toBeNull();
	});

	it("gives any percentile within 4 % of the sorted values", () => {
		fc.assert(
			fc.property(latencies, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
				fc.pre(values.length > 0);
				const sorted = [...values].sort((left, right) => left - right);
				const exact = sorted[Math.max(1, Math.ceil(values.length * share)) - 1] ?? 0;
				const answer = percentile(histogramOf(values), share) ?? 0;
				expect(Math.abs(answer - exact) / exact).toBeLessThan(0.041);
			}),
		);
	});

	it("merges to what counting all of them would have given, in any order", () => {
		fc.assert(
			fc.property(latencies, latencies, (left, right) => {
				const merged = mergeHistograms(histogramOf(left), histogramOf(right));
				expect(merged).toEqual(histogramOf([...left, ...right]));
				expect(mergeHistograms(histogramOf(right), histogramOf(left))).toEqual(merged);
			}),
		);
	});
});
