import { describe, expect, test } from "vitest";
import { blankTicket } from "../../../shared/ticket/blank.ts";
import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { communicationOf } from "./communication.ts";
import { canHold, linkPatch } from "./hold-for-problem.ts";
import { relatedActions } from "./related-actions.ts";

const ticket = (kind: TicketKind, over: Partial<Ticket> = {}): Ticket => ({
	...blankTicket("0190a000-0000-7000-8000-000000000001", kind, "X"),
	...over,
});

describe("what is done around a ticket", () => {
	test("an incident gets a problem once, while it is not closed", () => {
		expect(relatedActions(ticket("incident", { state: 6 }))).toEqual(["createProblem", "split", "link"]);
		expect(relatedActions(ticket("incident", { state: 2 }))).toEqual([
			"addTask",
			"createProblem",
			"split",
			"link",
		]);
		expect(relatedActions(ticket("incident", { state: 2, problemId: "p" }))).toEqual([
			"addTask",
			"split",
			"link",
		]);
		expect(relatedActions(ticket("incident", { state: 7 }))).toEqual(["split"]);
	});

	test("a problem communicates what is written down, also once it is closed", () => {
		const open = ticket("problem", { state: 103, $workaround: "Restart it.", $fixNotes: " " });
		expect(relatedActions(open)).toEqual(["addTask", "addIncidents", "communicateWorkaround", "link"]);
		expect(relatedActions({ ...open, state: 107, $fixNotes: "Replaced." })).toEqual([
			"communicateWorkaround",
			"communicateFix",
		]);
	});
});

test("an incident waits for its problem where that is asked and it is open", () => {
	const open = { kind: "incident", state: 2 } as const;
	expect(canHold({ kind: "incident", state: 6 })).toBe(false);
	expect(linkPatch(open, "p", null)).toEqual({ problemId: "p" });
	expect(linkPatch({ kind: "incident", state: 6 }, "p", 5)).toEqual({ problemId: "p" });
	expect(linkPatch(open, "p", 5)).toEqual({ problemId: "p", state: 3, holdReason: 3, followUpAt: 5 });
});

test("callers are told only if asked, and only where there is one", () => {
	const incidents = [
		{ id: "a", callerId: "c" },
		{ id: "b", callerId: null },
	];
	const kinds = (isToCallers: boolean) =>
		communicationOf(incidents, { text: " Restart. ", isToCallers }).map(({ ticketId, note }) => [
			ticketId,
			note?.kind,
			note?.text,
		]);
	expect(kinds(false)).toEqual([
		["a", "workNote", "Restart."],
		["b", "workNote", "Restart."],
	]);
	expect(kinds(true)).toEqual([
		["a", "workNote", "Restart."],
		["a", "comment", "Restart."],
		["b", "workNote", "Restart."],
	]);
});
