/**
 * What counting clocks anew costs a desk of many tickets: how long its preview takes, and for how long at a time
 * nobody else gets an answer. `npm run bench -- recalculation [tickets]`.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { createBackground } from "../electron/background/background.ts";
import { definitionsSchema, recalculationPreviewSchema } from "../shared/api/sla.ts";
import { type Figure, median, percentile, range, report } from "./figures.ts";
import { AS_OF, hasRealData, joinDesk } from "./joined-desk.ts";

const FOLDER = process.env.DESKWATCH_BENCH_DIR ?? join(tmpdir(), "deskwatch-bench");
/** Of the log's numbers; it leaves 100,044 incidents. */
const TICKETS = Number(process.argv[2] ?? 101_700);
const ROUNDS = 3;
/** Since before the log begins: every ticket is counted. */
const FROM = Date.parse("2016-01-01T00:00Z");

if (!hasRealData()) throw new Error("the real log is not here, and nothing else is as large");
const dataDir = mkdtempSync(join(tmpdir(), "deskwatch-bench-recalculation-"));
cpSync(await joinDesk(FOLDER, TICKETS, AS_OF), dataDir, { recursive: true });
const background = await createBackground({
	dataDir,
	host: "127.0.0.1",
	port: 0,
	tls: null,
	auth: { mode: "open" },
	rendererDir: dataDir,
	version: "bench",
	log: () => undefined,
});
try {
	report("recalculation", await measure());
} finally {
	await background.close();
	rmSync(dataDir, { recursive: true, force: true });
}

async function measure(): Promise<readonly Figure[]> {
	const { policies } = definitionsSchema.parse(await ask("/api/sla"));
	const scope = { from: FROM, policies: policies.map(({ id }) => ({ id, version: 1 })) };
	const took: number[] = [];
	const worked: number[] = [];
	const stalls: number[] = [];
	const waits: number[] = [];
	let clocks = 0;
	for (let round = 0; round < ROUNDS; round += 1) {
		const delay = monitorEventLoopDelay({ resolution: 1 });
		delay.enable();
		const startedAt = performance.now();
		const before = process.cpuUsage();
		const preview = ask("/api/sla/recalculations/preview", scope);
		let isOver = false;
		void preview.finally(() => {
			isOver = true;
		});
		while (!isOver) {
			const askedAt = performance.now();
			await ask("/api/health");
			waits.push(performance.now() - askedAt);
		}
		const { effects } = recalculationPreviewSchema.parse(await preview);
		took.push(performance.now() - startedAt);
		const { user, system } = process.cpuUsage(before);
		worked.push((user + system) / 1_000);
		delay.disable();
		stalls.push(delay.max / 1e6);
		clocks = effects.reduce((total, effect) => total + effect.clocks, 0);
	}
	return [
		{
			name: `preview, ${policies.length} policies`,
			value: median(took) / 1_000,
			unit: "s",
			target: 5,
			note: `${clocks} clocks, ${range(took)}`,
		},
		{
			name: "of it processor time, asking meanwhile included",
			value: median(worked) / 1_000,
			unit: "s",
			target: null,
			note: range(worked),
		},
		{ name: "longest stall meanwhile", value: median(stalls), unit: "ms", target: 50, note: range(stalls) },
		{
			name: "another answer meanwhile, p50",
			value: median(waits),
			unit: "ms",
			target: null,
			note: `${waits.length} times`,
		},
		{
			name: "another answer meanwhile, p99",
			value: percentile(waits, 0.99),
			unit: "ms",
			target: 50,
			note: `worst ${Math.max(...waits).toFixed(0)} ms`,
		},
	];
}

async function ask(path: string, body?: unknown): Promise<unknown> {
	const response = await fetch(`${background.url.replace(/\/$/, "")}${path}`, {
		...(body === undefined
			? {}
			: { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
	});
	if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
	return response.json();
}
