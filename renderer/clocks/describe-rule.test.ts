import { describe, expect, it } from "vitest";
import { describeRule } from "./describe-rule.ts";

const context = { kind: "incident", nameOf: (id: string) => `team ${id}` } as const;

describe("the rule of a stretch in words", () => {
	it("names states, reasons, teams and priorities as people do", () => {
		expect(describeRule({ code: "open", state: 2 }, context)).toBe("The ticket is In Progress");
		expect(describeRule({ code: "hold", holdReason: 1 }, context)).toBe("On hold, Awaiting Caller");
		expect(describeRule({ code: "hold-counts", holdReason: 4 }, context)).toBe(
			"On hold, Awaiting Vendor: this does not pause it",
		);
		expect(describeRule({ code: "hold-counts", holdReason: 0 }, context)).toContain("no reason named");
		expect(describeRule({ code: "other-team", teamId: "t1" }, context)).toContain("team t1 has it");
		expect(describeRule({ code: "other-team", teamId: null }, context)).toContain("No team has it");
		expect(describeRule({ code: "priority-changed", priority: 1 }, context)).toContain("P1 Critical");
		expect(describeRule({ code: "answered" }, context)).toBe("A person had answered");
	});
});
