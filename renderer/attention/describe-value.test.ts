import { expect, test } from "vitest";
import { describeValue } from "./describe-value.ts";

const WORDING = { kind: "incident", names: { p1: "Ada Lovelace", t1: "Network" } } as const;

test("values read as people say them", () => {
	expect(describeValue("priority", 1, WORDING)).toBe("P1 Critical");
	expect(describeValue("impact", 3, WORDING)).toBe("3 Low");
	expect(describeValue("holdReason", 4, WORDING)).toBe("Awaiting Vendor");
	expect(describeValue("assigneeId", null, WORDING)).toBeNull();
	expect(describeValue("somethingNew", "x", WORDING)).toBe("x");
});

test("fields that a kind declares read by their type", () => {
	const names = { p1: "Ada Lovelace", q1: "PRB0000001" };
	const problem = { kind: "problem", names } as const;
	const incident = { kind: "incident", names } as const;
	expect(describeValue("closeCode", "risk_accepted", problem)).toBe("Risk accepted");
	expect(describeValue("closeCode", "Solved by magic", incident)).toBe("Solved by magic");
	expect(describeValue("$isKnownError", 1, problem)).toBe("yes");
	expect(describeValue("$isKnownError", 0, problem)).toBe("no");
	expect(describeValue("$duplicateOf", "q1", problem)).toBe("PRB0000001");
	expect(describeValue("problemId", "q1", incident)).toBe("PRB0000001");
	expect(describeValue("$majorState", 2, incident)).toBe("Accepted");
	expect(describeValue("$communicationLeadId", "p1", incident)).toBe("Ada Lovelace");
	expect(describeValue("$nextUpdateAt", 1_700_000_000_000, incident)).not.toContain("1700000000000");
});
