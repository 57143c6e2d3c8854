import { Worker } from "node:worker_threads";
import type { SeedReport } from "./run-seed.ts";

export interface SeedRange {
	readonly from: number;
	readonly count: number;
	readonly threads: number;
}

/** Few enough that no thread waits long for the last of them. */
const SEEDS_AT_A_TIME = 20;

/** Runs seeds on several threads; which thread runs which changes nothing about a seed. */
export async function runSeeds(
	{ from, count, threads }: SeedRange,
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
	await Promise.all(Array.from({ length: Math.min(threads, count) }, () => runThread(take, onReport)));
}

function runThread(take: () => readonly number[], onReport: (report: SeedReport) => void): Promise<void> {
	const worker = new Worker(new URL("./seed-worker.ts", import.meta.url));
	return new Promise((resolve, reject) => {
		worker.on("message", (message: SeedReport | "ready") => {
			if (message === "ready") worker.postMessage(take());
			else onReport(message);
		});
		worker.on("error", reject);
		worker.on("exit", () => resolve());
	});
}
