import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ci } from "../../../../shared/api/directory.ts";
import { CI_CLASSES, CI_RELATIONS, CI_STATUSES, USUAL_STATUS } from "../../../../shared/ci/ci.ts";
import { guessMapping } from "./csv-columns.ts";
import { planCis } from "./plan-cis.ts";
import { planRelations } from "./plan-relations.ts";

const TEAMS = [
	{ id: "network", name: "Network", isActive: true },
	{ id: "platform", name: "Platform", isActive: true },
];
const HEADERS = ["External ID", "Name", "Class", "Owner team", "Criticality", "Status", "Location", "Note"];
const mapping = guessMapping("cis", HEADERS);

let made = 0;
const makeId = (): string => `made-${++made}`;
const plan = (cis: readonly Ci[], rows: readonly (readonly string[])[], over = mapping) =>
	planCis(
		{ cis, teams: TEAMS },
		{ records: rows.map((fields, index) => ({ line: index + 2, fields })), mapping: over, makeId },
	);
const db: Ci = {
	id: "db",
	name: "erp-db-01",
	class: "server",
	ownerTeamId: "platform",
	criticality: 1,
	dependsOnIds: ["san"],
	externalId: "A1",
	location: "Hall 2",
	revision: 3,
};

describe("columns", () => {
	it("are known by what they are called elsewhere, each once", () => {
		expect(guessMapping("cis", ["sys_id", "Hostname", "Support group", "State"])).toMatchObject({
			externalId: 0,
			name: 1,
			ownerTeam: 2,
			status: 3,
			class: null,
		});
		expect(guessMapping("relations", ["Parent", "Type", "Child"])).toEqual({ from: 0, relation: 1, to: 2 });
	});
});

describe("a file of CIs", () => {
	it("changes what it says and keeps what it does not", () => {
		const { planned, missing } = plan([db], [["A1", "", "", "network", "2 - high", "In use", "", "Old"]]);
		const { location: _, ...rest } = db;
		expect(planned).toEqual([
			{ line: 2, before: db, after: { ...rest, ownerTeamId: "network", criticality: 2, note: "Old" } },
		]);
		expect(missing).toEqual([]);
		const only = { ...mapping, ownerTeam: null, location: null };
		expect(plan([db], [["A1", "erp-db-02", "", "", "", "", "", ""]], only).planned[0]?.after).toEqual({
			...db,
			name: "erp-db-02",
		});
	});

	it("adopts a CI without an external id by its name, where only one has it", () => {
		const { externalId: _, ...bare } = db;
		const row = ["B7", "ERP-DB-01", "", "Platform", "", "", "Hall 2", ""];
		expect(plan([bare], [row]).planned[0]?.after).toMatchObject({ id: "db", externalId: "B7" });
		const twice = plan([bare, { ...bare, id: "db2" }], [row]).planned[0];
		expect(twice?.before).toBeNull();
	});

	it("names line and column of everything that is wrong, and leaves that row out", () => {
		const { planned, refused } = plan(
			[],
			[
				["A1", "one", "toaster", "Nobody", "severe", "", "", ""],
				["", "two", "", "", "", "", "", ""],
				["A3", "three", "", "", "", "", "", ""],
				["A3", "four", "", "", "", "", "", ""],
			],
		);
		expect(refused.map(({ line, column }) => `${line} ${column}`).sort()).toEqual([
			"2 class",
			"2 criticality",
			"2 ownerTeam",
			"3 externalId",
			"5 externalId",
		]);
		expect(planned.map(({ after }) => after.name)).toEqual(["three"]);
	});

	it("says which imported CIs it lacks", () => {
		expect(plan([db], [["Z9", "new", "", "", "", "", "", ""]]).missing).toEqual([db]);
	});

	it("changes nothing when what it made comes again, in any order", () => {
		const text = fc.string({ maxLength: 12 }).map((each) => each.trim());
		const row = fc.tuple(
			fc.uuid(),
			text.map((each) => each || "x"),
			fc.constantFrom(...CI_CLASSES, ""),
			fc.constantFrom("Network", "platform", ""),
			fc.constantFrom("critical", "1", "3 - medium", ""),
			fc.constantFrom(...CI_STATUSES, "In Use", ""),
			text,
			text,
		);
		fc.assert(
			fc.property(fc.uniqueArray(row, { selector: ([key]) => key, maxLength: 8 }), (rows) => {
				const first = plan([], rows);
				expect(first.refused).toEqual([]);
				const cis = first.planned.map(({ after }) => after);
				expect(cis).toHaveLength(rows.length);
				expect(plan(cis, [...rows].reverse())).toMatchObject({
					planned: [],
					unchanged: rows.length,
					missing: [],
					refused: [],
				});
				for (const { status } of cis) expect(status).not.toBe(USUAL_STATUS);
			}),
		);
	});
});

describe("a file of relations", () => {
	const cis: readonly Ci[] = ["a", "b", "c", "d"].map((id) => ({
		...db,
		id,
		name: `ci ${id}`,
		externalId: id.toUpperCase(),
		dependsOnIds: [],
	}));
	const relate = (known: readonly Ci[], rows: readonly (readonly string[])[]) =>
		planRelations(
			{ cis: known },
			{
				records: rows.map((fields, index) => ({ line: index + 2, fields })),
				mapping: { from: 0, relation: 1, to: 2 },
			},
		);

	it("adds them, by external id or name, and refuses what it can't place", () => {
		const { planned, refused, unchanged } = relate(cis, [
			["A", "Depends on", "ci b"],
			["ci a", "runs_on", "C"],
			["A", "depends_on", "B"],
			["A", "owns", "B"],
			["A", "part_of", "A"],
			["Q", "part_of", "B"],
		]);
		expect(planned.map(({ after }) => [after.id, after.dependsOnIds, after.runsOnIds])).toEqual([
			["a", ["b"], ["c"]],
		]);
		expect(unchanged).toBe(1);
		expect(refused.map(({ line, column }) => `${line} ${column}`)).toEqual(["5 relation", "6 to", "7 from"]);
	});

	it("changes nothing when it comes again", () => {
		const key = fc.constantFrom("A", "B", "C", "D");
		const row = fc.tuple(key, fc.constantFrom(...CI_RELATIONS), key);
		fc.assert(
			fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
				const first = relate(cis, rows);
				const after = new Map(first.planned.map((each) => [each.after.id, each.after]));
				const second = relate(
					cis.map((ci) => after.get(ci.id) ?? ci),
					rows,
				);
				expect(second.planned).toEqual([]);
				expect(second.unchanged + second.refused.length).toBe(rows.length);
			}),
		);
	});
});
