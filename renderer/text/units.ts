import { plural } from "./plural.ts";

/** How figures other than times of day are written. */
const percents = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 2 });
const smallMs = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const wholeMs = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const seconds = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const sizes = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

/** 0–1 as `99.98 %`; never rounded up to a hundred that it is not. */
export function formatPercent(share: number): string {
	const shown = share < 1 ? Math.min(share, 0.9999) : 1;
	return percents.format(Math.floor(shown * 10_000) / 10_000).replace("%", "\u202f%");
}

/** `0.4 ms`, `38 ms`, `1.25 s`. */
export function formatLatency(ms: number): string {
	if (ms < 10) return `${smallMs.format(ms)} ms`;
	return ms < 1_000 ? `${wholeMs.format(ms)} ms` : `${seconds.format(ms / 1_000)} s`;
}

/** `1.4 MB`, with megabytes of 1,048,576 bytes. */
export function formatBytes(bytes: number): string {
	if (bytes < 1_024) return plural(bytes, "byte", "bytes");
	if (bytes < 1_048_576) return `${sizes.format(bytes / 1_024)} KB`;
	return `${sizes.format(bytes / 1_048_576)} MB`;
}
