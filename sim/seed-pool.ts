import { Worker } from "node:worker_threads";
import type { SeedReport } from "./run-seed.ts";

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
	const take = (): readonly number[] => {
		const seeds = Array.from(
			{ length: Math.min(SEEDS_AT_A_TIME, from + count - next) },
			(_, index) => next + index,
		);
		next += seeds.length;
		return seeds;
	};
	await Promise.all(Array.from({ length: Math.min(threads, count) }, () => runThread(disk, take, onReport)));
}

function runThread(
	disk: DiskKind,
	take: () => readonly number[],
	onReport: (report: SeedReport) => void,
): Promise<void> {
	const worker = new Worker(new URL("./seed-worker.ts", import.meta.url), { workerData: disk });
	return new Promise((resolve, reject) => {
		worker.on("message", (message: SeedReport | "ready") => {
			if (message === "ready") worker.postMessage(take());
			else onReport(message);
		});
		worker.on("error", reject);
		worker.on("exit", () => resolve());
	});
}
