/** Each bucket is 8 % wider than the one before: a percentile is off by at most 4 %. */
const GROWTH = 1.08;
const SMALLEST_MS = 0.1;
/** The last bucket begins at 125 s, past the longest timeout. */
const BUCKETS = 184;

/** Counts of latencies in buckets of growing width; merging two is adding them up. */
export type LatencyHistogram = Uint32Array;

export function makeHistogram(): LatencyHistogram {
	return new Uint32Array(BUCKETS);
}

export function addLatency(histogram: LatencyHistogram, latencyMs: number): void {
	const bucket = bucketOf(latencyMs);
	histogram[bucket] = (histogram[bucket] ?? 0) + 1;
}

export function addHistogram(into: LatencyHistogram, other: LatencyHistogram): void {
	for (const [bucket, count] of other.entries()) if (count > 0) into[bucket] = (into[bucket] ?? 0) + count;
}

/** The latency below which `share` (0–1) of them lie, in milliseconds; `null` when it is empty. */
export function percentile(histogram: LatencyHistogram, share: number): number | null {
	const total = histogram.reduce((sum, count) => sum + count, 0);
	if (total === 0) return null;
	const rank = Math.max(1, Math.ceil(total * share));
	let seen = 0;
	for (const [bucket, count] of histogram.entries()) {
		seen += count;
		if (seen >= rank) return middleOf(bucket);
	}
	return null;
}

function bucketOf(latencyMs: number): number {
	if (!(latencyMs > SMALLEST_MS)) return 0;
	return Math.min(BUCKETS - 1, 1 + Math.floor(Math.log(latencyMs / SMALLEST_MS) / Math.log(GROWTH)));
}

function middleOf(bucket: number): number {
	return bucket === 0 ? SMALLEST_MS : SMALLEST_MS * GROWTH ** (bucket - 0.5);
}
