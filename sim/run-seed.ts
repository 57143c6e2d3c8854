import { calm } from "./calm.ts";
import type { FaultKind } from "./faults.ts";
import type { Violation } from "./invariants/violation.ts";
import { storm } from "./storm.ts";
import { makeWorld, type SeedOptions } from "./world.ts";

/** What one seed came to. */
export interface SeedReport {
	readonly seed: number;
	readonly faults: readonly (readonly [FaultKind, number])[];
	readonly edits: number;
	readonly conflicts: number;
	readonly steps: number;
	readonly violations: readonly Violation[];
	readonly trace: readonly string[];
}

/** Runs one seed from its first event to its verdict; the same seed always runs the same way. */
export async function runSeed(options: SeedOptions): Promise<SeedReport> {
	const world = await makeWorld(options);
	const { watch, ledger, faults, trace, scheduler } = world;
	try {
		await storm(world);
		await calm(world);
	} catch (error) {
		watch.violations.report("bug", error instanceof Error ? (error.stack ?? error.message) : String(error));
	} finally {
		for (const station of world.stations) for (const window of [...station.windows]) station.crash(window);
		world.network.dispose();
		for (const { disk } of world.stations) await disk.backend.dispose();
		await world.desk.dispose();
	}
	return {
		seed: options.seed,
		faults: [...faults.counts],
		edits: ledger.entries.length,
		conflicts: ledger.entries.filter(({ fate }) => fate.kind === "replaced").length,
		steps: scheduler.steps,
		violations: watch.violations.list,
		trace: trace.lines,
	};
}
