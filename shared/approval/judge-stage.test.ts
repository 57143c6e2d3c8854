import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { APPROVAL_STATE } from "../ticket/lifecycles/approval.ts";
import { type ApprovalRule, judgeStage } from "./judge-stage.ts";

const { notRequested, requested, approved, rejected, canceled, notRequired } = APPROVAL_STATE;
const rules = fc.constantFrom<ApprovalRule>("all", "any", "majority");
const states = fc.array(fc.constantFrom(...Object.values(APPROVAL_STATE)), { maxLength: 9 });
const decisions = fc.array(fc.constantFrom(approved, rejected), { minLength: 1, maxLength: 9 });

describe("a stage of approvals", () => {
	it("in which all must approve is rejected by one, whatever the others may say", () => {
		expect(judgeStage("all", [approved, requested])).toBe("pending");
		expect(judgeStage("all", [rejected, requested])).toBe("rejected");
		expect(judgeStage("all", [approved, approved])).toBe("approved");
	});

	it("in which any one is enough waits after a rejection for the others", () => {
		expect(judgeStage("any", [rejected, requested])).toBe("pending");
		expect(judgeStage("any", [rejected, approved, requested])).toBe("approved");
		expect(judgeStage("any", [rejected, rejected])).toBe("rejected");
	});

	it("by majority takes more than half, and is lost once that can’t be reached", () => {
		expect(judgeStage("majority", [approved, requested, requested])).toBe("pending");
		expect(judgeStage("majority", [approved, approved, requested])).toBe("approved");
		expect(judgeStage("majority", [rejected, rejected, requested])).toBe("rejected");
		expect(judgeStage("majority", [approved, rejected])).toBe("rejected");
	});

	it("is over exactly when no decision that is still open could change it", () => {
		fc.assert(
			fc.property(rules, states, (rule, before) => {
				const verdict = judgeStage(rule, before);
				const decidedAs = (state: number): number[] =>
					before.map((each) => (each === requested || each === notRequested ? state : each));
				const ends = [decidedAs(approved), decidedAs(rejected)].map((end) => judgeStage(rule, end));
				expect(ends).not.toContain("pending");
				expect(verdict === "pending").toBe(new Set(ends).size > 1);
				if (verdict !== "pending") expect(ends).toEqual([verdict, verdict]);
			}),
		);
	});

	it("never rejects for more approvals, nor approves for more rejections", () => {
		const RANK = { rejected: 0, pending: 1, approved: 2 };
		fc.assert(
			fc.property(rules, states, fc.nat(8), (rule, before, index) => {
				fc.pre(before[index] === requested);
				const rank = (state: typeof approved | typeof rejected) =>
					RANK[judgeStage(rule, before.with(index, state))];
				expect(rank(approved)).toBeGreaterThanOrEqual(RANK[judgeStage(rule, before)]);
				expect(rank(rejected)).toBeLessThanOrEqual(RANK[judgeStage(rule, before)]);
			}),
		);
	});

	it("asks the same of the same decisions in any order, and leaves out what is not asked any more", () => {
		fc.assert(
			fc.property(rules, states, (rule, before) => {
				expect(judgeStage(rule, before.toReversed())).toBe(judgeStage(rule, before));
				expect(judgeStage(rule, [...before, canceled, notRequired])).toBe(judgeStage(rule, before));
			}),
		);
	});

	it("is easier for any than for a majority, and for a majority than for all", () => {
		fc.assert(
			fc.property(decisions, (made) => {
				const isApproved = (rule: ApprovalRule) => Number(judgeStage(rule, made) === "approved");
				expect(isApproved("any")).toBeGreaterThanOrEqual(isApproved("majority"));
				expect(isApproved("majority")).toBeGreaterThanOrEqual(isApproved("all"));
			}),
		);
	});
});
