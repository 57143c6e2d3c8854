const UNITS = [
	["d", 86_400_000],
	["h", 3_600_000],
	["min", 60_000],
	["s", 1_000],
] as const;

/** A duration in its two largest units, for texts that are kept: `4 min 10 s`, `2 h`, `0.4 s`. */
export function formatDuration(durationMs: number): string {
	const wholeMs = Math.max(0, Math.round(durationMs));
	if (wholeMs < 1_000) return `${wholeMs / 1_000} s`;
	const seconds = Math.round(wholeMs / 1_000) * 1_000;
	const first = UNITS.findIndex(([, unitMs]) => seconds >= unitMs);
	let left = seconds;
	const parts = UNITS.slice(first, first + 2).flatMap(([name, unitMs]) => {
		const count = Math.floor(left / unitMs);
		left -= count * unitMs;
		return count > 0 ? [`${count} ${name}`] : [];
	});
	return parts.join(" ");
}
