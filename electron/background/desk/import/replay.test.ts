import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { historyEntrySchema, ticketSchema } from "../../../../shared/api/tickets.ts";
import { makeWallClock } from "../../../../shared/sla/wall-clock.ts";
import { foldHistory } from "../../../../shared/ticket/fold.ts";
import { readHeader } from "./log-columns.ts";
import { type LogEvent, makeEventReader } from "./log-event.ts";
import { replayIncident } from "./replay.ts";
import { HEADER, type LogLine, writeLine } from "./testing/generate-log.ts";

const RECORDED_AT = Date.UTC(2026, 0, 1);

function read(lines: readonly LogLine[]): readonly LogEvent[] {
	const header = readHeader(HEADER.split(","));
	if (!header.ok) throw new Error(header.error.message);
	const readEvent = makeEventReader(header.value, makeWallClock("UTC"));
	return lines.map((line, index) => readEvent(index + 2, writeLine(line).split(",")));
}

const replay = (lines: readonly LogLine[]) => replayIncident(read(lines), RECORDED_AT);
const at = (text: string): number => Date.parse(`${text}Z`);

describe("replaying an incident", () => {
	it("makes one history entry of each line: who, when, and what from what to what", () => {
		const { ticket, history } = replay([
			{},
			{
				incident_state: "Active",
				assigned_to: "17",
				sys_updated_by: "642",
				sys_updated_at: "29/2/2016 08:53",
			},
		]);
		expect(history.map(({ type, actor, occurredAt }) => [type, actor.id, occurredAt])).toEqual([
			["created", "sn:user:21", at("2016-02-29T01:23")],
			["changed", "sn:user:642", at("2016-02-29T08:53")],
		]);
		expect(history[1]?.changes).toEqual({
			state: { from: 1, to: 2 },
			assigneeId: { from: null, to: "sn:agent:17" },
		});
		expect(ticket).toMatchObject({
			number: "INC0000045",
			shortDescription: "Category 55 · Subcategory 170 · Symptom 72",
			callerId: "sn:caller:2403",
			teamId: "sn:team:56",
			openedAt: at("2016-02-29T01:16"),
			revision: 2,
		});
	});

	it("runs the clock from when it was opened, new until the first line says otherwise", () => {
		const { ticket } = replay([{ incident_state: "Resolved", sys_updated_at: "29/2/2016 11:29" }]);
		expect(ticket.track.map(([when, state]) => [when, state])).toEqual([
			[at("2016-02-29T01:16"), 1],
			[at("2016-02-29T11:29"), 6],
		]);
	});

	it("keeps the log's priority, whatever our matrix says", () => {
		expect(replay([{ impact: "3", urgency: "3", priority: "4" }]).ticket.priority).toBe(4);
	});

	it.each([
		["Active", 2, null, null],
		["Awaiting User Info", 3, 1, null],
		["Awaiting Problem", 3, 3, null],
		["Awaiting Vendor", 3, 4, null],
		["Awaiting Evidence", 3, null, "Awaiting Evidence"],
	])("puts %s into our words", (name, state, holdReason, sourceState) => {
		expect(replay([{ incident_state: name }]).ticket).toMatchObject({ state, holdReason, sourceState });
	});

	it("leaves the state as it was where the log recorded none", () => {
		const { ticket } = replay([{ incident_state: "Awaiting Vendor" }, { incident_state: "-100" }]);
		expect(ticket).toMatchObject({ state: 3, holdReason: 4 });
	});

	it("uses the end that all lines repeat only from that moment on", () => {
		const { history } = replay([
			{ incident_state: "Resolved", sys_updated_at: "29/2/2016 08:53" },
			{ incident_state: "Resolved", sys_updated_at: "29/2/2016 11:29" },
			{ incident_state: "Closed", sys_updated_at: "5/3/2016 12:00" },
		]);
		expect(
			history.map(({ changes }) => [changes.resolvedAt?.to, changes.closeCode?.to, changes.closedAt?.to]),
		).toEqual([
			[at("2016-02-29T08:53"), undefined, undefined],
			[at("2016-02-29T11:29"), "5", undefined],
			[undefined, undefined, at("2016-03-05T12:00")],
		]);
	});

	it("takes the end back when the incident is reopened", () => {
		const { ticket } = replay([
			{ incident_state: "Resolved", sys_updated_at: "29/2/2016 08:53" },
			{ incident_state: "Active", reopen_count: "1", sys_updated_at: "29/2/2016 09:00" },
		]);
		expect(ticket).toMatchObject({ state: 2, resolvedAt: null, closeCode: null, reopenCount: 1 });
	});

	it("makes the same of the same lines, and a row that is the sum of its history", () => {
		const line = fc.record({
			incident_state: fc.constantFrom(
				"New",
				"Active",
				"Awaiting User Info",
				"Awaiting Evidence",
				"Resolved",
				"Closed",
				"-100",
			),
			impact: fc.constantFrom("1", "2", "3"),
			priority: fc.constantFrom("1", "2", "3", "4", "5"),
			assignment_group: fc.constantFrom("56", "70", "?"),
			assigned_to: fc.constantFrom("17", "?"),
			vendor: fc.constantFrom("8s", "?"),
			sys_updated_at: fc.integer({ min: 1, max: 28 }).map((day) => `${day}/3/2016 10:00`),
			resolved_at: fc.constantFrom("?", "10/3/2016 10:00", "20/3/2016 10:00"),
			sys_updated_by: fc.constantFrom("21", "?", "jane.doe"),
		});
		fc.assert(
			fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
				const { ticket, history } = replay(lines);
				expect(history).toHaveLength(lines.length);
				const { id, kind, number } = ticket;
				expect(foldHistory({ id, kind, number }, history)).toEqual(ticket);
				expect(replay(lines)).toEqual({ ticket, history });
				ticketSchema.parse(ticket);
				for (const entry of history) historyEntrySchema.parse(entry);
			}),
		);
	});
});
