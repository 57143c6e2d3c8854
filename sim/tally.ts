import { FAULT_KINDS, FAULTS } from "./faults.ts";
import type { SeedReport } from "./run-seed.ts";

/** Many seeds, summed up. */
export class Tally {
	broken = 0;
	#seeds = 0;
	edits = 0;
	#conflicts = 0;
	#steps = 0;
	#violations = 0;
	readonly #faults = new Map<string, number>();

	add({ edits, conflicts, steps, violations, faults }: SeedReport): void {
		this.#seeds += 1;
		this.edits += edits;
		this.#conflicts += conflicts;
		this.#steps += steps;
		this.#violations += violations.length;
		if (violations.length > 0) this.broken += 1;
		for (const [kind, count] of faults) this.#faults.set(kind, (this.#faults.get(kind) ?? 0) + count);
	}

	describe(seconds: number): string {
		const faults = FAULT_KINDS.map((kind) => ({ kind, count: this.#faults.get(kind) ?? 0 }));
		const total = faults.reduce((sum, { count }) => sum + count, 0);
		const lines = faults.map(
			({ kind, count }) => `  ${FAULTS[kind].padEnd(4)}${kind.padEnd(24)}${String(count).padStart(9)}`,
		);
		return [
			"",
			`${total} faults injected:`,
			...lines,
			`${this.#seeds} seeds, ${this.#steps} steps, ${this.edits} edits saved, ${this.#conflicts} conflicts settled, ` +
				`${this.#violations} violations in ${this.broken} seeds, ${seconds.toFixed(1)} s`,
		].join("\n");
	}
}
