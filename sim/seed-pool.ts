import type { SeedReport } from "./run-seed.ts";
import { doOnThreads } from "./work-pool.ts";

export interface SeedRange {
	readonly from: number;
	readonly count: number;
	readonly threads: number;
	readonly disk: DiskKind;
}

/** `memory` for the mass of seeds; `indexeddb` has the stores of the browser, and takes ten times as long. */
export type DiskKind = "memory" | "indexeddb";

/** Few enough that no thread waits long for the last of them. */
const SEEDS_AT_A_TIME = 20;

/** Runs seeds on several threads; which thread runs which changes nothing about a seed. */
export async function runSeeds(
	{ from, count, threads, disk }: SeedRange,
	onReport: (report: SeedReport) => void,
): Promise<void> {
	let next = from;
	const take = (): readonly number[] | null => {
		const length = Math.min(SEEDS_AT_A_TIME, from + count - next);
		const seeds = Array.from({ length }, (_, index) => next + index);
		next += length;
		return length > 0 ? seeds : null;
	};
	const file = new URL("./seed-worker.ts", import.meta.url);
	await doOnThreads({ file, data: disk, threads: Math.min(threads, count), take, onReport });
}
