import { expect, it } from "vitest";
import type { TicketPatch } from "../../../shared/ticket/ticket.ts";
import { TicketColumns } from "../cache/ticket-columns.ts";
import { makeTicket, makeUuid } from "../fixture.ts";
import { judgeRelations } from "./judge-relations.ts";

const NO_CLOCK = { dueAt: Number.NaN, breachedAt: Number.NaN, stage: null, isResponse: false } as const;

function columnsOf(...tickets: readonly ReturnType<typeof makeTicket>[]): TicketColumns {
	const columns = new TicketColumns();
	for (const ticket of tickets) columns.write(columns.ensureSlot(ticket.id), ticket, NO_CLOCK, 1);
	return columns;
}

it("a ticket names here what the desk would let it name; what is not known here the desk judges", () => {
	const [top, middle, low] = [
		makeTicket(1),
		makeTicket(2, { parentId: makeUuid(1) }),
		makeTicket(3, { parentId: makeUuid(2) }),
	];
	const problem = makeTicket(4, { kind: "problem", number: "PRB0000004" });
	const columns = columnsOf(top, middle, low, problem);
	const judge = (ticket: typeof top, set: TicketPatch) => judgeRelations(columns, ticket, set)?.path ?? null;
	expect(judge(low, { parentId: top.id })).toBeNull();
	expect(judge(top, { parentId: low.id })).toBe("parentId");
	expect(judgeRelations(columns, top, { parentId: low.id })?.message).toContain("INC0000003 leads back");
	expect(judge(top, { parentId: top.id })).toBe("parentId");
	expect(judge(top, { problemId: problem.id })).toBeNull();
	expect(judge(top, { problemId: low.id })).toBe("problemId");
	expect(judge(problem, { $duplicateOf: top.id })).toBe("$duplicateOf");
	expect(judge(top, { problemId: makeUuid(99) })).toBeNull();
	expect(judge(top, { problemId: null })).toBeNull();
});
