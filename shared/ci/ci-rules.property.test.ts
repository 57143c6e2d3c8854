import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Relating } from "./ci.ts";
import { graphOf, walk } from "./ci-graph.ts";
import { treeLines } from "./ci-tree.ts";
import { healthOf, ownHealths, worstHealth } from "./service-health.ts";
import { type JudgedCi, suggestImpact } from "./suggest-impact.ts";

const IDS = ["a", "b", "c", "d", "e", "f", "g", "h"];
const someIds = fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 3 });
type MadeCi = Relating & JudgedCi;
const madeCi = (id: string): fc.Arbitrary<MadeCi> =>
	fc.record({
		id: fc.constant(id),
		name: fc.constant(id.toUpperCase()),
		class: fc.constantFrom("service" as const, "server" as const),
		criticality: fc.integer({ min: 1, max: 4 }),
		status: fc.constantFrom(undefined, "in_use" as const, "retired" as const),
		dependsOnIds: someIds,
		runsOnIds: someIds,
		partOfIds: someIds,
		connectsToIds: someIds,
	});
/** Any graph: with circles, with CIs that name themselves, with several relations between two. */
const desk: fc.Arbitrary<readonly MadeCi[]> = fc.tuple(...IDS.map(madeCi));

function directoryOf(cis: readonly MadeCi[]) {
	return { cis: new Map(cis.map((ci) => [ci.id, ci])), graph: graphOf(cis) };
}

/** Everybody who fails with a CI, found without any care for how long it takes. */
function failingWith(ciId: string, cis: readonly MadeCi[]): ReadonlySet<string> {
	const failing = new Set([ciId]);
	for (let round = 0; round < cis.length; round += 1) {
		for (const { id, dependsOnIds, runsOnIds, partOfIds } of cis) {
			if ([...dependsOnIds, ...(runsOnIds ?? [])].some((needed) => failing.has(needed))) failing.add(id);
			if (failing.has(id)) for (const whole of partOfIds ?? []) failing.add(whole);
		}
	}
	return failing;
}

describe("a walk", () => {
	it("reaches all that fails with a CI and nothing else, each once, by a way that exists, the nearest first", () => {
		fc.assert(
			fc.property(desk, fc.constantFrom(...IDS), (cis, from) => {
				const { neededBy } = graphOf(cis);
				const reached = walk(from, neededBy);
				expect(new Set(reached.map(({ id }) => id))).toEqual(failingWith(from, cis));
				expect(new Set(reached.map(({ id }) => id)).size).toBe(reached.length);
				for (const { id, path } of reached) {
					expect([path[0], path.at(-1)]).toEqual([from, id]);
					for (const [index, step] of path.entries())
						if (index > 0) expect(neededBy.get(path[index - 1] ?? "")).toContain(step);
				}
				const lengths = reached.map(({ path }) => path.length);
				expect(lengths).toEqual([...lengths].sort((one, other) => one - other));
			}),
		);
	});

	it("goes no deeper and takes no more than it is told", () => {
		fc.assert(
			fc.property(desk, fc.nat(4), fc.integer({ min: 1, max: 8 }), (cis, depth, count) => {
				const reached = walk("a", graphOf(cis).neededBy, { depth, count });
				expect(reached.length).toBeLessThanOrEqual(count);
				for (const { path } of reached) expect(path.length - 1).toBeLessThanOrEqual(depth);
				const all = walk("a", graphOf(cis).neededBy);
				expect(all.slice(0, reached.length)).toEqual(reached);
				if (reached.length < count)
					expect(reached).toEqual(all.filter(({ path }) => path.length - 1 <= depth));
			}),
		);
	});

	it("ends in good time where ten thousand CIs need each other in a circle", () => {
		const ring = Array.from({ length: 10_000 }, (_, index) => ({
			id: `${index}`,
			dependsOnIds: [`${(index + 1) % 10_000}`],
		}));
		expect(walk("0", graphOf(ring).neededBy)).toHaveLength(13);
	});
});

describe("the impact suggested", () => {
	it("is that of the most critical service in use that fails with the CI, with a way there", () => {
		fc.assert(
			fc.property(desk, fc.constantFrom(...IDS), (cis, from) => {
				const hit = cis.filter(
					({ id, class: ciClass, status }) =>
						ciClass === "service" && status !== "retired" && failingWith(from, cis).has(id),
				);
				const found = suggestImpact(from, directoryOf(cis));
				expect(found === null).toBe(hit.length === 0);
				if (found === null) return;
				const worst = Math.min(...hit.map(({ criticality }) => criticality));
				expect(found).toMatchObject({ impact: Math.min(worst, 3), services: hit.length });
				expect(found.path[0]?.id).toBe(from);
				expect(found.path.at(-1)?.criticality).toBe(worst);
			}),
		);
	});

	it("never falls when a CI comes to need more, or a service becomes more critical", () => {
		fc.assert(
			fc.property(desk, fc.constantFrom(...IDS), fc.constantFrom(...IDS), (cis, needing, needed) => {
				const more = cis.map((ci) =>
					ci.id === needing
						? {
								...ci,
								dependsOnIds: [...ci.dependsOnIds, needed],
								criticality: Math.max(1, ci.criticality - 1),
							}
						: ci,
				);
				for (const from of IDS) {
					const before = suggestImpact(from, directoryOf(cis));
					const after = suggestImpact(from, directoryOf(more));
					if (before) expect(after?.impact).toBeLessThanOrEqual(before.impact);
				}
			}),
		);
	});

	it("leaves alone what is only connected", () => {
		const cis = [
			{ id: "switch", dependsOnIds: [], name: "switch", class: "network", criticality: 4 },
			{
				id: "shop",
				dependsOnIds: [],
				connectsToIds: ["switch"],
				name: "Shop",
				class: "service",
				criticality: 1,
			},
		] as const;
		expect(suggestImpact("switch", directoryOf(cis))).toBeNull();
		expect(suggestImpact("shop", directoryOf(cis))?.impact).toBe(1);
	});
});

describe("health", () => {
	const check = fc.record({
		ciId: fc.option(fc.constantFrom(...IDS)),
		serviceId: fc.option(fc.constantFrom(...IDS)),
		state: fc.constantFrom("up" as const, "degraded" as const, "down" as const, "unknown" as const),
		isPaused: fc.boolean(),
	});

	it("is never better than a CI's own, and no worse than degraded by what others are", () => {
		fc.assert(
			fc.property(desk, fc.array(check, { maxLength: 6 }), fc.constantFrom(...IDS), (cis, checks, id) => {
				const graph = graphOf(cis);
				const own = ownHealths(checks, []);
				const { health, path } = healthOf(id, graph, own);
				expect(worstHealth(health, own.get(id) ?? null)).toBe(health);
				if (health === "down") expect(own.get(id)).toBe("down");
				const needed = walk(id, graph.needs).map((reached) => own.get(reached.id));
				if (health === "up")
					expect(needed.every((state) => state === undefined || state === "up")).toBe(true);
				if (health === null) expect(needed.every((state) => state === undefined)).toBe(true);
				expect(path[0]).toBe(id);
				if (health !== null && path.length > 1) expect(own.has(path.at(-1) ?? "")).toBe(true);
			}),
		);
	});

	it("hears nothing from a suppressed alert, and calls a major one down", () => {
		const alert = { ciId: "a", serviceId: null, condition: "firing", severity: 4, suppressedBy: [] };
		expect(ownHealths([], [alert]).get("a")).toBe("down");
		expect(ownHealths([], [{ ...alert, severity: 2 }]).get("a")).toBe("degraded");
		expect(ownHealths([], [{ ...alert, suppressedBy: ["maintenance"] }]).get("a")).toBeUndefined();
		expect(ownHealths([], [{ ...alert, condition: "resolved" }]).get("a")).toBeUndefined();
	});
});

describe("a tree", () => {
	it("tells everything that is reached, and unfolds each CI once", () => {
		fc.assert(
			fc.property(desk, fc.constantFrom(...IDS), (cis, root) => {
				const { needs } = graphOf(cis);
				const { lines, isCut } = treeLines(root, needs);
				expect(isCut).toBe(false);
				const unfolded = lines.filter(({ isRepeated }) => !isRepeated).map(({ id }) => id);
				expect(new Set([root, ...unfolded])).toEqual(new Set(walk(root, needs).map(({ id }) => id)));
				expect(new Set(unfolded).size).toBe(unfolded.length);
				for (const [index, { depth }] of lines.entries())
					expect(depth).toBeLessThanOrEqual((lines[index - 1]?.depth ?? 0) + 1);
			}),
		);
	});
});
