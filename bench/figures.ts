import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";

/** One measured thing, with what it must reach where there is such a thing. */
export interface Figure {
	readonly name: string;
	readonly value: number;
	readonly unit: "ms" | "s" | "MB" | "/s" | "";
	/** At most this; `at least` where more is better. */
	readonly target: number | null;
	readonly isMoreBetter?: boolean;
	/** What was measured and how often. */
	readonly note?: string;
}

const RESULTS = join(import.meta.dirname, "../out/bench");

/** Prints figures against their targets and keeps them as `out/bench/NAME.json`. */
export function report(bench: string, figures: readonly Figure[]): void {
	for (const figure of figures) console.log(lineOf(figure));
	const load = loadavg()[0] ?? 0;
	if (load > cpus().length) console.log(`The machine was busy with other things: load ${load.toFixed(1)}.`);
	mkdirSync(RESULTS, { recursive: true });
	const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version, load };
	const results = figures.map((figure) => ({ ...figure, isMet: isMet(figure) }));
	const text = JSON.stringify({ bench, at: new Date().toISOString(), machine, results }, null, "\t");
	writeFileSync(join(RESULTS, `${bench}.json`), `${text}\n`);
}

/** The middle one of many. */
export function median(values: readonly number[]): number {
	return percentile(values, 0.5);
}

/** The value that a share of the values does not exceed; `NaN` without values. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** How often and between what, as a figure's note. */
export function range(values: readonly number[], unit: "ms" | "s" = "ms"): string {
	const digits = unit === "s" ? 1 : 0;
	const [least, most] = [Math.min(...values).toFixed(digits), Math.max(...values).toFixed(digits)];
	return `${values.length} times, ${least}–${most} ${unit}`;
}

function isMet({ value, target, isMoreBetter }: Figure): boolean | null {
	if (target === null) return null;
	return isMoreBetter ? value >= target : value <= target;
}

function lineOf(figure: Figure): string {
	const { name, value, unit, target, note, isMoreBetter } = figure;
	const met = isMet(figure);
	const goal = target === null ? "" : `${isMoreBetter ? "at least" : "at most"} ${target} ${unit}`;
	const verdict = met === null ? "" : met ? "met" : "MISSED";
	const number = Number.isFinite(value) ? value.toFixed(value < 10 ? 2 : 0) : "–";
	return `${name.padEnd(52)} ${number.padStart(9)} ${unit.padEnd(3)} ${goal.padEnd(16)} ${verdict.padEnd(7)} ${note ?? ""}`;
}
