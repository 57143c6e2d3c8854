/** How fast a real log becomes a desk: into an empty one, and again on top. `npm run bench -- import [rounds]`. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { importLog } from "../electron/background/desk/import/import-log.ts";
import { wholeIncident, writeLog } from "../electron/background/desk/import/testing/generate-log.ts";
import { openStore } from "../electron/background/store/open-store.ts";
import type { Store } from "../electron/background/store/store.ts";
import { type Figure, median, report } from "./figures.ts";

const REAL_LOG = resolve(import.meta.dirname, "../../shared/data/incident-event-log.csv.gz");
/** As many events as the real log has, where that is missing. */
const GENERATED_INCIDENTS = 22_567;
const TARGET_S = 15;

interface Round {
	readonly lines: number;
	readonly firstS: number;
	readonly againS: number;
	/** The longest that anything else in the process had to wait. */
	readonly longestWaitMs: number;
}

const rounds = Number(process.argv[2] ?? 3);
const folder = mkdtempSync(join(tmpdir(), "deskwatch-bench-import-"));
try {
	report("import", figuresOf(await measure(findLog())));
} finally {
	rmSync(folder, { recursive: true, force: true });
}

function findLog(): string {
	if (existsSync(REAL_LOG)) return REAL_LOG;
	const path = join(folder, "generated.csv");
	const counters = Array.from({ length: GENERATED_INCIDENTS }, (_, index) => index + 1);
	writeFileSync(path, writeLog(counters.flatMap(wholeIncident)));
	return path;
}

async function measure(path: string): Promise<readonly Round[]> {
	const measured: Round[] = [];
	for (let round = 0; round < rounds; round += 1) {
		const store = await openStore({ dataDir: join(folder, `round-${round}`) });
		const waits = monitorEventLoopDelay({ resolution: 5 });
		waits.enable();
		const first = await run(store, path);
		waits.disable();
		const again = await run(store, path);
		measured.push({ ...first, againS: again.firstS, longestWaitMs: waits.max / 1e6 });
		await store.close();
	}
	return measured;
}

async function run(store: Store, path: string): Promise<{ readonly lines: number; readonly firstS: number }> {
	const startedAt = performance.now();
	const options = { path, asOf: null, zone: "UTC", now: Date.now, onProgress: () => undefined };
	const result = await importLog(store, options);
	if (!result.ok) throw new Error(result.error.message);
	return { lines: result.value.lines, firstS: (performance.now() - startedAt) / 1_000 };
}

function figuresOf(measured: readonly Round[]): readonly Figure[] {
	const lines = measured[0]?.lines ?? 0;
	const firstS = median(measured.map((round) => round.firstS));
	const note = `median of ${measured.length}, ${lines.toLocaleString("en")} lines`;
	return [
		{ name: "import of the log into an empty desk", value: firstS, unit: "s", target: TARGET_S, note },
		{ name: "import rate, lines", value: lines / firstS, unit: "/s", target: null },
		{
			name: "import of the same log again",
			value: median(measured.map((round) => round.againS)),
			unit: "s",
			target: TARGET_S,
			note: "changes nothing",
		},
		{
			name: "longest wait of anything else meanwhile",
			value: Math.max(...measured.map((round) => round.longestWaitMs)),
			unit: "ms",
			target: null,
		},
	];
}
