import { describe, expect, it } from "vitest";
import { seriesOf, TICKET_KINDS, type TicketKind } from "./kinds.ts";
import { judgeRelation, mayHaveTasks, mayRelate } from "./relations.ts";

const ticket = (kind: TicketKind, id = "a") => ({ id, kind });

describe("tickets that name each other", () => {
	it("are of kinds that fit, and never the same ticket", () => {
		expect(mayRelate(ticket("incident"), "parentId", ticket("incident", "b"))).toBe(true);
		expect(mayRelate(ticket("incident"), "parentId", ticket("incident"))).toBe(false);
		expect(mayRelate(ticket("incident"), "parentId", ticket("problem", "b"))).toBe(false);
		expect(mayRelate(ticket("task"), "parentId", ticket("problem", "b"))).toBe(true);
		expect(mayRelate(ticket("incident"), "problemId", ticket("problem", "b"))).toBe(true);
		expect(mayRelate(ticket("problem"), "problemId", ticket("problem", "b"))).toBe(false);
		expect(mayRelate(ticket("problem"), "$duplicateOf", ticket("problem", "b"))).toBe(true);
		expect(mayRelate(ticket("problem"), "$duplicateOf", ticket("incident", "b"))).toBe(false);
	});

	it("a task is no piece of a task or of an approval", () => {
		expect(TICKET_KINDS.filter(mayHaveTasks)).toEqual(["incident", "request", "problem", "change", "item"]);
		expect(judgeRelation(ticket("task"), "parentId", ticket("task", "b"))).toEqual({
			code: "reference_not_allowed",
			message: "There can’t be a task as the parent of a task.",
			path: "parentId",
		});
	});
});

it("a task's number says what it is a piece of", () => {
	expect(seriesOf("task")).toBe("TASK");
	expect(seriesOf("task", "incident")).toBe("TASK");
	expect(seriesOf("task", "problem")).toBe("PTASK");
	expect(seriesOf("task", "change")).toBe("CTASK");
	expect(seriesOf("task", "request")).toBe("SCTASK");
	expect(seriesOf("task", "item")).toBe("SCTASK");
	expect(seriesOf("incident", "incident")).toBe("INC");
});
