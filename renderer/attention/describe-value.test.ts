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
