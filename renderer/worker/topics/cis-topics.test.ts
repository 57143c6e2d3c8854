import { describe, expect, it } from "vitest";
import type { Check } from "../../../shared/api/checks.ts";
import type { Ci } from "../../../shared/api/directory.ts";
import { Things } from "../cache/things.ts";
import type { Model } from "../engine/model.ts";
import { cisPayload } from "./cis-topic.ts";
import { impactPayload } from "./impact-topic.ts";

const ci = (id: string, over: Partial<Ci> = {}): Ci => ({
	id,
	name: id,
	class: "server",
	ownerTeamId: "net",
	criticality: 3,
	dependsOnIds: [],
	...over,
});
const CIS = [
	ci("Shop", { class: "service", criticality: 1, dependsOnIds: ["web"], location: "Leeds" }),
	ci("Intranet", { class: "service", runsOnIds: ["web"] }),
	ci("web", { dependsOnIds: ["san"], externalId: "A1" }),
	ci("san", { ownerTeamId: null }),
	ci("old", { status: "retired" }),
];

function makeModel(checks: readonly Pick<Check, "id" | "ciId" | "state">[] = []) {
	const things = new Things();
	let seq = 0;
	for (const row of CIS) things.apply({ seq: ++seq, kind: "ci", id: row.id, row });
	const team = { id: "net", name: "Network", isActive: true };
	things.apply({ seq: ++seq, kind: "team", id: team.id, row: team });
	for (const check of checks) {
		const row = { serviceId: null, isPaused: false, ...check } as Check;
		things.apply({ seq: ++seq, kind: "check", id: row.id, row });
	}
	return { things, model: { generation: { cache: { things } } } as unknown as Model };
}

const QUERY = { text: "", show: "all", teamId: null, limit: 10 } as const;
const names = (model: Model, over: object) =>
	cisPayload(model, { ...QUERY, ...over })?.rows.map((row) => row.ci.name);

describe("the list of CIs", () => {
	it("puts the most critical first, leaves out what is retired, and is narrowed by kind, team and words", () => {
		const { model } = makeModel();
		expect(names(model, {})).toEqual(["Shop", "Intranet", "san", "web"]);
		expect(names(model, { show: "services" })).toEqual(["Shop", "Intranet"]);
		expect(names(model, { show: "retired" })).toEqual(["old"]);
		expect(names(model, { text: "leeds" })).toEqual(["Shop"]);
		expect(names(model, { text: "a1" })).toEqual(["web"]);
		expect(names(model, { teamId: "net", limit: 2 })).toEqual(["Shop", "Intranet"]);
		expect(cisPayload(model, { ...QUERY, limit: 1 })).toMatchObject({ total: 4, known: 5 });
	});

	it("shows a service as degraded when what it needs is down, and says nothing where nobody watches", () => {
		const { model } = makeModel([{ id: "c1", ciId: "san", state: "down" }]);
		const healths = cisPayload(model, QUERY)?.rows.map(({ ci: { name }, health }) => [name, health]);
		expect(healths).toEqual([
			["Shop", "degraded"],
			["Intranet", "degraded"],
			["san", "down"],
			["web", "degraded"],
		]);
		expect(cisPayload(makeModel().model, QUERY)?.rows[0]?.health).toBeNull();
	});
});

describe("what a CI suggests", () => {
	it("follows the relations as they are now", () => {
		const { model, things } = makeModel();
		expect(impactPayload(model, "san")).toMatchObject({
			ownerTeam: null,
			suggestion: { impact: 1, services: 2, path: [{ name: "san" }, { name: "web" }, { name: "Shop" }] },
		});
		expect(impactPayload(model, "web")?.ownerTeam).toEqual({ id: "net", name: "Network" });
		things.apply({ seq: 99, kind: "ci", id: "Shop", row: ci("Shop", { class: "service", criticality: 1 }) });
		expect(impactPayload(model, "san")).toMatchObject({ suggestion: { impact: 3, services: 1 } });
		expect(impactPayload(model, null)).toBeNull();
		expect(impactPayload(model, "gone")).toBeNull();
	});
});
