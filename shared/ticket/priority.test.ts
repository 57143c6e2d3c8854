import fc from "fast-check";
import { expect, it } from "vitest";
import { DEFAULT_PRIORITY_MATRIX, judgeMatrix, type Priority, priorityOf } from "./priority.ts";

const priority = fc.constantFrom<Priority>(1, 2, 3, 4, 5);
const matrix = fc.array(fc.array(priority, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
const level = fc.constantFrom(1 as const, 2 as const, 3 as const);

it("a matrix fits exactly where less impact and urgency never give more priority", () => {
	expect(judgeMatrix(DEFAULT_PRIORITY_MATRIX).ok).toBe(true);
	const levels = [1, 2, 3] as const;
	const pairs = levels.flatMap((impact) => levels.map((urgency) => ({ impact, urgency })));
	const ordered = fc.tuple(priority, priority, priority).map((row) => [...row].sort());
	const likely = fc.array(ordered, { minLength: 3, maxLength: 3 });
	fc.assert(
		fc.property(fc.oneof(matrix, likely), (cells) => {
			const isOrdered = pairs.every((one) =>
				pairs.every(
					(other) =>
						one.impact > other.impact ||
						one.urgency > other.urgency ||
						priorityOf(one, cells) <= priorityOf(other, cells),
				),
			);
			expect(judgeMatrix(cells).ok).toBe(isOrdered);
		}),
	);
});

it("what a person set stands above any matrix", () => {
	fc.assert(
		fc.property(matrix, level, level, priority, (cells, impact, urgency, $priorityOverride) => {
			expect(priorityOf({ impact, urgency, $priorityOverride }, cells)).toBe($priorityOverride);
		}),
	);
});
