import fc from "fast-check";
import { expect, it } from "vitest";
import { judgeParent, type Kin, MOST_PARENTS } from "./parent.ts";

const kinOf = (id: number): Kin => ({ id: String(id), kind: "incident", number: `INC${id}` });

it("no sequence of allowed parents makes a circle", () => {
	const act = fc.tuple(fc.nat(7), fc.nat(7));
	fc.assert(
		fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
			const parents = new Map<number, number>();
			const lineOf = (first: number): number[] => {
				const line = [first];
				for (let next = parents.get(first); next !== undefined && line.length < MOST_PARENTS; ) {
					line.push(next);
					next = parents.get(next);
				}
				return line;
			};
			for (const [child, parent] of acts) {
				if (!judgeParent(kinOf(child), lineOf(parent).map(kinOf))) parents.set(child, parent);
			}
			for (let ticket = 0; ticket < 8; ticket += 1) expect(lineOf(ticket).length).toBeLessThanOrEqual(8);
		}),
	);
});

it("a parent that is there, and an incident, is all right", () => {
	expect(judgeParent(kinOf(1), [kinOf(2), kinOf(3)])).toBeUndefined();
	expect(judgeParent(kinOf(1), [{ ...kinOf(2), kind: "problem" }])?.code).toBe("parent_kind");
	expect(judgeParent(kinOf(1), [])?.code).toBe("no_such_reference");
});
