import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import type { ClockFacts } from "../cache/clock-columns.ts";
import { TicketColumns } from "../cache/ticket-columns.ts";
import { makeTicket } from "../fixture.ts";
import { countTrend } from "./trend.ts";
import { countLoads } from "./workload.ts";

const HOUR_MS = 3_600_000;
const NOW = 1_800_000_000_000;
const NO_CLOCK: ClockFacts = {
	dueAt: Number.NaN,
	breachedAt: Number.NaN,
	stage: null,
	isResponse: false,
};

function columnsOf(tickets: readonly (readonly [Ticket, Partial<ClockFacts>?])[]): TicketColumns {
	const columns = new TicketColumns();
	for (const [ticket, clock] of tickets)
		columns.write(columns.ensureSlot(ticket.id), ticket, { ...NO_CLOCK, ...clock }, 1);
	return columns;
}

describe("the load by person", () => {
	const columns = columnsOf([
		[makeTicket(1, { assigneeId: "ada", teamId: "desk", priority: 1, openedAt: 7 }), { breachedAt: NOW - 1 }],
		[makeTicket(2, { assigneeId: "ada", teamId: "desk", openedAt: 5 }), { dueAt: NOW + HOUR_MS }],
		[makeTicket(3, { assigneeId: "ada", teamId: "network", state: 3, holdReason: 4, openedAt: 9 })],
		[makeTicket(4, { assigneeId: "ada", teamId: "desk", state: 7 })],
		[makeTicket(5, { assigneeId: null, teamId: "desk", priority: 2, openedAt: 3 })],
		[makeTicket(6, { assigneeId: "ada", teamId: "desk", kind: "approval" })],
	]);

	it("counts what needs work, never what ended or is asked for approval", () => {
		expect(countLoads(columns, null, NOW).get("ada")).toEqual({
			open: 3,
			urgent: 1,
			onHold: 1,
			breached: 1,
			dueSoon: 1,
			oldestAt: 5,
		});
		expect(countLoads(columns, null, NOW).get(null)).toMatchObject({ open: 1, urgent: 1 });
	});

	it("is that of one team's tickets where a team is asked for; of an unknown team there are none", () => {
		expect(countLoads(columns, "network", NOW)).toEqual(
			new Map([["ada", expect.objectContaining({ open: 1, onHold: 1, oldestAt: 9 })]]),
		);
		expect(countLoads(columns, "nobody knows", NOW)).toEqual(new Map());
	});
});

describe("the trend", () => {
	/** Days of 23, 24 and 25 hours, as when clocks are put forward and back. */
	const lengths = fc.array(fc.constantFrom(23, 24, 25), { minLength: 1, maxLength: 40 });
	const moment = fc.integer({ min: -72, max: 1_100 });
	const passage = fc.record({
		openedAt: moment,
		lasts: fc.option(fc.integer({ min: -5, max: 400 }), { nil: null }),
		teamId: fc.constantFrom("desk", "network"),
	});

	it("equals counting each day by hand, whatever the lengths of days", () => {
		fc.assert(
			fc.property(lengths, fc.array(passage, { maxLength: 60 }), (hours, passages) => {
				const bounds = [0];
				for (const length of hours) bounds.push((bounds.at(-1) ?? 0) + length * HOUR_MS);
				const tickets = passages.map(({ openedAt, lasts, teamId }, index) => {
					const at = openedAt * HOUR_MS;
					const endedAt = lasts === null ? null : at + lasts * HOUR_MS;
					return makeTicket(index, {
						teamId,
						openedAt: at,
						state: endedAt === null ? 2 : 6,
						resolvedAt: endedAt,
					});
				});
				const columns = columnsOf(tickets.map((ticket) => [ticket]));
				for (const teamId of [null, "desk"]) {
					const own = tickets.filter((ticket) => teamId === null || ticket.teamId === teamId);
					const endOf = ({ openedAt, resolvedAt }: Ticket) =>
						resolvedAt === null ? Number.POSITIVE_INFINITY : Math.max(openedAt, resolvedAt);
					const openAt = (at: number) =>
						own.filter((ticket) => ticket.openedAt < at && endOf(ticket) >= at).length;
					const days = bounds.slice(0, -1).map((from, index) => {
						const to = bounds[index + 1] ?? 0;
						return {
							from,
							opened: own.filter(({ openedAt }) => openedAt >= from && openedAt < to).length,
							ended: own.filter((ticket) => endOf(ticket) >= from && endOf(ticket) < to).length,
							backlog: openAt(to),
						};
					});
					expect(countTrend(columns, { teamId, kinds: [], bounds })).toEqual({
						days,
						backlogBefore: openAt(0),
					});
				}
			}),
		);
	});

	it("is of the kinds that are asked for; approvals are no work of a queue", () => {
		const columns = columnsOf([
			[makeTicket(1, { openedAt: 1 })],
			[makeTicket(2, { openedAt: 1, kind: "problem", state: 1 })],
			[makeTicket(3, { openedAt: 1, kind: "approval", state: 1 })],
		]);
		const opened = (kinds: readonly string[]) =>
			countTrend(columns, { teamId: null, kinds, bounds: [0, 10] }).days[0]?.opened;
		expect(opened([])).toBe(2);
		expect(opened(["problem"])).toBe(1);
	});

	it("has no days where none are asked for", () => {
		expect(countTrend(columnsOf([]), { teamId: null, kinds: [], bounds: [] }).days).toEqual([]);
	});
});
