import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { DeskTemplate } from "./desk/template.ts";
import { diskOptions } from "./disk-options.ts";
import { findMutant, MUTANTS } from "./mutants/catalogue.ts";
import { huntAll } from "./mutants/hunt-all.ts";
import { runSeed } from "./run-seed.ts";
import { runSeeds } from "./seed-pool.ts";
import { Tally } from "./tally.ts";

/**
 * `npm run sim -- --seeds 10000 --from 1` runs many seeds and sums up; exits 1 where anything did not hold.
 * `--disk indexeddb` has the browser's stores under them instead of plain memory.
 * `npm run sim -- --seed 57 --trace` runs one again and tells everything that happened in it.
 * `npm run sim -- --mutants` breaks engine and desk on purpose, one bug after the other, and looks whether
 * each is found; `--seed 57 --mutant no-dedupe --trace` tells how.
 */
const { values } = parseArgs({
	options: {
		seeds: { type: "string", default: "1000" },
		from: { type: "string", default: "1" },
		seed: { type: "string" },
		trace: { type: "boolean", default: false },
		disk: { type: "string", default: "memory" },
		mutants: { type: "boolean", default: false },
		mutant: { type: "string" },
	},
});

const disk = values.disk === "indexeddb" ? "indexeddb" : "memory";

if (values.mutants) await runMutants(Number(values.seeds));
else if (values.seed === undefined) await runMany(Number(values.from), Number(values.seeds));
else await runOne(Number(values.seed));

async function runMany(from: number, count: number): Promise<void> {
	const startedAt = performance.now();
	const tally = new Tally();
	await runSeeds({ from, count, threads: availableParallelism(), disk }, (report) => {
		tally.add(report);
		for (const { invariant, text } of report.violations.slice(0, 5)) {
			console.log(`\nseed ${report.seed} breaks ${invariant}: ${text}`);
			console.log(report.trace.map((line) => `  ${line}`).join("\n"));
		}
	});
	console.log(tally.describe((performance.now() - startedAt) / 1_000));
	// Where nobody could save anything, nothing was put to the test.
	if (tally.edits === 0) console.log("No edit was saved: these seeds prove nothing.");
	process.exitCode = tally.broken > 0 || tally.edits === 0 ? 1 : 0;
}

async function runMutants(seeds: number): Promise<void> {
	const startedAt = performance.now();
	const left: string[] = [];
	await huntAll({ seeds, threads: availableParallelism() }, ({ name, seed, found }) => {
		if (!found) left.push(name);
		const verdict = found ? `seed ${seed} breaks ${found.invariant}: ${found.text}` : "NOT FOUND";
		console.log(`${name.padEnd(26)}${verdict}`);
	});
	const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
	console.log(`\n${MUTANTS.length - left.length} of ${MUTANTS.length} mutants found, ${seconds} s`);
	process.exitCode = left.length > 0 ? 1 : 0;
}

async function runOne(seed: number): Promise<void> {
	const mutant = values.mutant === undefined ? undefined : findMutant(values.mutant);
	const template = await DeskTemplate.make();
	const chosen = { isTraced: values.trace, ...(mutant ? { mutant } : {}), ...(await diskOptions(disk)) };
	const report = await runSeed({ seed, template, ...chosen });
	template.dispose();
	for (const line of report.trace) console.log(line);
	for (const { invariant, text } of report.violations) console.log(`breaks ${invariant}: ${text}`);
	if (report.violations.length === 0) console.log(`seed ${seed}: every invariant holds`);
	process.exitCode = report.violations.length > 0 ? 1 : 0;
}
