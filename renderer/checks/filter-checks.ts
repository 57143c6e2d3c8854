import type { CheckState } from "../../shared/api/checks.ts";
import type { CheckRow } from "../worker/protocol.ts";
import { describeTarget } from "./describe-target.ts";

/** What a row counts as: a paused check has no state that anybody should act on. */
export type CheckStanding = CheckState | "paused";
export const STANDINGS: readonly CheckStanding[] = ["down", "degraded", "unknown", "up", "paused"];

export function standingOf(row: CheckRow): CheckStanding {
	return row.check.isPaused ? "paused" : row.check.state;
}

export function countStandings(rows: readonly CheckRow[]): Readonly<Record<CheckStanding, number>> {
	const counts: Record<CheckStanding, number> = { down: 0, degraded: 0, unknown: 0, up: 0, paused: 0 };
	for (const row of rows) counts[standingOf(row)] += 1;
	return counts;
}

/** The rows that fit, the worst first, then by name. */
export function filterChecks(
	rows: readonly CheckRow[],
	filter: { readonly standing: CheckStanding | "all"; readonly text: string },
): readonly CheckRow[] {
	const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
	return rows
		.filter((row) => filter.standing === "all" || standingOf(row) === filter.standing)
		.filter((row) => words.length === 0 || holdsAll(row, words))
		.toSorted(byStandingThenName);
}

function holdsAll(row: CheckRow, words: readonly string[]): boolean {
	const parts = [row.check.name, describeTarget(row.check.target), row.serviceName ?? "", row.ciName ?? ""];
	const text = parts.join(" ").toLowerCase();
	return words.every((word) => text.includes(word));
}

function byStandingThenName(a: CheckRow, b: CheckRow): number {
	const byStanding = STANDINGS.indexOf(standingOf(a)) - STANDINGS.indexOf(standingOf(b));
	return byStanding || (a.check.name < b.check.name ? -1 : a.check.name > b.check.name ? 1 : 0);
}
