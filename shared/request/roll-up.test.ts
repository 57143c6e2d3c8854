import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REQUEST_STATE } from "../ticket/lifecycles/request.ts";
import { describeParts, rollUp } from "./roll-up.ts";

const { closedComplete, closedIncomplete, closedSkipped } = REQUEST_STATE;
const CLOSED = [closedComplete, closedIncomplete, closedSkipped] as const;
const closed = fc.array(fc.constantFrom(...CLOSED), { minLength: 1, maxLength: 12 });
const any = fc.array(fc.constantFrom(...Object.values(REQUEST_STATE)), { maxLength: 12 });

describe("the end of what has parts", () => {
	it("is Incomplete exactly when a part is", () => {
		fc.assert(
			fc.property(closed, (parts) => {
				expect(rollUp(parts) === closedIncomplete).toBe(parts.includes(closedIncomplete));
			}),
		);
	});

	it("is Skipped exactly when all parts are", () => {
		fc.assert(
			fc.property(closed, (parts) => {
				expect(rollUp(parts) === closedSkipped).toBe(parts.every((state) => state === closedSkipped));
			}),
		);
	});

	it("comes exactly when all parts are closed, and there is one", () => {
		fc.assert(
			fc.property(any, (parts) => {
				const isOver = parts.length > 0 && parts.every((state) => CLOSED.some((end) => end === state));
				expect(rollUp(parts) !== null).toBe(isOver);
			}),
		);
	});

	it("is the same in any order, and of parts that were rolled up themselves", () => {
		fc.assert(
			fc.property(closed, closed, (one, other) => {
				expect(rollUp(one.toReversed())).toBe(rollUp(one));
				const ends = [one, other].map(rollUp).filter((end) => end !== null);
				expect(rollUp(ends)).toBe(rollUp([...one, ...other]));
			}),
		);
	});

	it("says how many ended how", () => {
		expect(describeParts([closedComplete, closedSkipped, closedComplete])).toBe("2 complete, 1 skipped");
	});
});
