import { describe, expect, it } from "vitest";
import { BUILT_IN_LIFECYCLES } from "../../shared/ticket/known-lifecycles.ts";
import { BOX, layOut } from "./lay-out.ts";

describe("the picture of a lifecycle", () => {
	it.each(BUILT_IN_LIFECYCLES.map((lifecycle) => [lifecycle.kind, lifecycle] as const))(
		"shows every state once, apart from the others, and every move: %s",
		(_, lifecycle) => {
			const { places, arrows, width, height } = layOut(lifecycle);
			expect(new Set(places.map(({ state }) => state.value)).size).toBe(lifecycle.states.length);
			for (const [index, { x, y }] of places.entries()) {
				expect(x).toBeGreaterThanOrEqual(0);
				expect(x + BOX.width).toBeLessThanOrEqual(width);
				expect(y + BOX.height).toBeLessThanOrEqual(height);
				for (const other of places.slice(index + 1))
					expect(Math.abs(other.x - x) >= BOX.width || Math.abs(other.y - y) >= BOX.height).toBe(true);
			}
			const moves = lifecycle.states.flatMap((state) => state.moves);
			expect(arrows.flatMap((arrow) => arrow.moves)).toHaveLength(moves.length);
			expect(new Set(arrows.map(({ path }) => path)).size).toBe(arrows.length);
			for (const { path, label } of arrows) {
				expect(path).not.toMatch(/NaN|undefined/);
				expect(label.x).toBeGreaterThan(0);
				expect(label.x).toBeLessThan(width);
			}
		},
	);

	it("draws what happens by itself otherwise, and begins with the first state", () => {
		const change = BUILT_IN_LIFECYCLES.find(({ kind }) => kind === "change");
		if (!change) throw new Error("there are changes");
		const { places, arrows } = layOut(change);
		const byItself = arrows.filter(({ isByItself }) => isByItself);
		expect(byItself.map(({ from, to }) => [from.name, to.name])).toContainEqual(["Assess", "Authorize"]);
		const first = places.find(({ state }) => state.value === change.initial);
		expect(Math.min(...places.map(({ y }) => y))).toBe(first?.y);
	});
});
