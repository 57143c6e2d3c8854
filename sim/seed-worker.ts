import { parentPort, workerData } from "node:worker_threads";
import { DeskTemplate } from "./desk/template.ts";
import { diskOptions } from "./disk-options.ts";
import { runSeed, type SeedReport } from "./run-seed.ts";
import type { DiskKind } from "./seed-pool.ts";

/** Enough to see what led there; the whole is a replay away. */
const TAIL_LINES = 40;

const template = await DeskTemplate.make();
const options = { template, ...(await diskOptions(workerData as DiskKind)) };

async function judge(seed: number): Promise<SeedReport> {
	const report = await runSeed({ seed, ...options });
	if (report.violations.length === 0) return report;
	const again = await runSeed({ seed, ...options, isTraced: true });
	const isSame = JSON.stringify(again.violations) === JSON.stringify(report.violations);
	const tail = again.trace.slice(-TAIL_LINES);
	return { ...report, trace: isSame ? tail : ["ran differently the second time:", ...tail] };
}

parentPort?.on("message", async (seeds: readonly number[] | null) => {
	if (!seeds) {
		template.dispose();
		parentPort?.close();
		return;
	}
	for (const seed of seeds) parentPort?.postMessage(await judge(seed));
	parentPort?.postMessage("ready");
});
parentPort?.postMessage("ready");
