/** Each bucket is 8 % wider than the one before: a percentile is off by at most 4 %. */
const GROWTH = 1.08;
const SMALLEST_MS = 0.1;
/** The last bucket begins past the longest timeout. */
const LAST_BUCKET = 184;

/** Counts of latencies in buckets of growing width, from the lowest that was ever hit to the highest. */
export interface LatencyHistogram {
	readonly low: number;
	readonly counts: readonly number[];
}

export const EMPTY_HISTOGRAM: LatencyHistogram = { low: 0, counts: [] };

export function addLatency(histogram: LatencyHistogram, latencyMs: number): LatencyHistogram {
	return mergeHistograms(histogram, { low: bucketOf(latencyMs), counts: [1] });
}

/** Merging is adding up: the order of merges makes no difference. */
export function mergeHistograms(left: LatencyHistogram, right: LatencyHistogram): LatencyHistogram {
	if (left.counts.length === 0) return right;
	if (right.counts.length === 0) return left;
	const low = Math.min(left.low, right.low);
	const high = Math.max(left.low + left.counts.length, right.low + right.counts.length);
	const counts = Array.from({ length: high - low }, (_, index) => {
		const bucket = low + index;
		return (left.counts[bucket - left.low] ?? 0) + (right.counts[bucket - right.low] ?? 0);
	});
	return { low, counts };
}

/** The latency that `share` (0–1) of them do not exceed, in milliseconds; `null` when it is empty. */
export function percentile({ low, counts }: LatencyHistogram, share: number): number | null {
	const total = counts.reduce((sum, count) => sum + count, 0);
	const rank = Math.max(1, Math.ceil(total * share));
	let seen = 0;
	for (const [index, count] of counts.entries()) {
		seen += count;
		if (seen >= rank) return middleOf(low + index);
	}
	return null;
}

function bucketOf(latencyMs: number): number {
	if (!(latencyMs > SMALLEST_MS)) return 0;
	return Math.min(LAST_BUCKET, 1 + Math.floor(Math.log(latencyMs / SMALLEST_MS) / Math.log(GROWTH)));
}

function middleOf(bucket: number): number {
	return bucket === 0 ? SMALLEST_MS : SMALLEST_MS * GROWTH ** (bucket - 0.5);
}
