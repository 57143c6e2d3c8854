import type { DeskTemplate } from "../desk/template.ts";
import type { Violation } from "../invariants/violation.ts";
import { runSeed } from "../run-seed.ts";
import type { Mutant } from "./mutant.ts";

/** What became of one mutant. */
export interface Catch {
	readonly name: string;
	/** The last one that was run. */
	readonly seed: number;
	/** `null` where nothing of what it must break was broken in any seed. */
	readonly found: Violation | null;
}

/** Runs seeds with a mutant, from the first on, until one breaks what it must break. */
export async function hunt(mutant: Mutant, template: DeskTemplate, seeds: number): Promise<Catch> {
	const { name, breaks } = mutant;
	for (let seed = 1; seed <= seeds; seed += 1) {
		const { violations } = await runSeed({ seed, template, mutant });
		const found = violations.find(({ invariant }) => breaks.includes(invariant));
		if (found) return { name, seed, found };
	}
	return { name, seed: seeds, found: null };
}
