import { expect, test } from "vitest";
import { checkSchema } from "../../shared/api/checks.ts";
import type { CheckRow } from "../worker/protocol.ts";
import { countStandings, filterChecks } from "./filter-checks.ts";

function row(name: string, change: Record<string, unknown> = {}): CheckRow {
	const check = checkSchema.parse({
		id: name,
		name,
		target: { type: "tcp", host: "db.example", port: 5432 },
		state: "up",
		stateSince: null,
		revision: 1,
		...change,
	});
	return { check, figures: null, ciName: null, serviceName: name === "shop" ? "Web Shop" : null };
}
const rows = [
	row("b"),
	row("a"),
	row("shop", { state: "down" }),
	row("old", { state: "down", isPaused: true }),
];
const names = (found: readonly CheckRow[]) => found.map(({ check }) => check.name);

test("what is down comes first, what is paused last, whatever its state was", () => {
	expect(names(filterChecks(rows, { standing: "all", text: "" }))).toEqual(["shop", "a", "b", "old"]);
	expect(countStandings(rows)).toEqual({ down: 1, degraded: 0, unknown: 0, up: 2, paused: 1 });
});

test("every word must be found in name, target or service", () => {
	expect(names(filterChecks(rows, { standing: "all", text: "web SHOP" }))).toEqual(["shop"]);
	expect(names(filterChecks(rows, { standing: "up", text: "db.example:5432" }))).toEqual(["a", "b"]);
	expect(filterChecks(rows, { standing: "all", text: "shop nowhere" })).toEqual([]);
});
