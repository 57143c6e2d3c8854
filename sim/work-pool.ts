import { Worker } from "node:worker_threads";

export interface Work<Job, Report> {
	/** What each thread runs: it says `ready`, and is given the next job or `null`. */
	readonly file: URL;
	/** What every thread knows from the start, as `workerData`. */
	readonly data?: unknown;
	readonly threads: number;
	/** `null` where nothing is left to do. */
	readonly take: () => Job | null;
	readonly onReport: (report: Report) => void;
}

/** Does jobs on several threads, each the next one as soon as it is done with one. */
export async function doOnThreads<Job, Report>(work: Work<Job, Report>): Promise<void> {
	await Promise.all(Array.from({ length: work.threads }, () => runThread(work)));
}

function runThread<Job, Report>({ file, data, take, onReport }: Work<Job, Report>): Promise<void> {
	const worker = new Worker(file, { workerData: data });
	return new Promise((resolve, reject) => {
		worker.on("message", (message: Report | "ready") => {
			if (message === "ready") worker.postMessage(take());
			else onReport(message);
		});
		worker.on("error", reject);
		worker.on("exit", () => resolve());
	});
}
