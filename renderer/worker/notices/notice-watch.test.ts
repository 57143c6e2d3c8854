import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Notice } from "../../../shared/notice/notice-book.ts";
import { makeDefaultDefinitions } from "../../../shared/sla/default-definitions.ts";
import { editPolicy } from "../../../shared/sla/fixture.ts";
import { HOLD_REASON, INCIDENT_STATE } from "../../../shared/ticket/lifecycles/incident.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { systemClock } from "../clock.ts";
import { makeTicket, makeUuid } from "../fixture.ts";
import { makeDesk, type OpenWindow, pass, untilQuiet, Workstation } from "../workstation.ts";
import { NoticeWatch } from "./notice-watch.ts";

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Priority 5 is to be resolved within ten hours; at half of them the assignee is told. */
function tellingAtHalf() {
	const targets = [{ priority: 5, amount: 10, unit: "hour", calendarId: null }] as const;
	const thresholds = [{ percent: 50, actions: [{ kind: "notify", to: "assignee" }] }] as const;
	return editPolicy(
		makeDefaultDefinitions("UTC"),
		{ id: "sla-resolution", from: 0 },
		{ targets, thresholds },
	);
}

/** Somebody works on it, since so long. */
function running(counter: number, sinceMs: number, fields: Partial<Ticket> = {}): Ticket {
	const openedAt = NOW - sinceMs;
	const { teamId = "t9" } = fields;
	const track: Ticket["track"] = [[openedAt, INCIDENT_STATE.inProgress, 0, 5, teamId, 1]];
	return makeTicket(counter, { state: INCIDENT_STATE.inProgress, openedAt, track, teamId, ...fields });
}

/** Looks as the worker's entry does: whenever something may have changed. */
function watch({ model }: OpenWindow) {
	const told: (readonly [Notice["kind"], number])[] = [];
	const watching = new NoticeWatch({
		model,
		clock: systemClock,
		tell: (notices) =>
			told.push(...notices.map(({ kind, ticketId }) => [kind, Number(ticketId.slice(-3))] as const)),
		onFailure: (error) => {
			throw error;
		},
	});
	return {
		told,
		look: async () => {
			watching.touch("tickets");
			await pass(1_000);
		},
	};
}

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
	vi.useRealTimers();
});

function makeNearHalf() {
	const desk = makeDesk(0);
	desk.define(tellingAtHalf());
	desk.put(running(1, 4 * HOUR, { assigneeId: "p1" }));
	desk.put(running(2, 4 * HOUR, { assigneeId: "p2" }));
	desk.put(running(3, 4 * HOUR, { teamId: "t1" }));
	desk.put(running(4, 6 * HOUR, { assigneeId: "p1" }));
	return desk;
}

it("a threshold is told whom it is for, once, in the window that writes, and none that was past before", async () => {
	const station = new Workstation(makeNearHalf());
	const [first, second] = [await station.open(), await station.open()];
	await untilQuiet([first, second]);
	const [one, other] = [watch(first), watch(second)];
	await one.look();
	await other.look();
	expect([one.told, other.told]).toEqual([[], []]);
	station.desk.goDown();
	await pass(HOUR);
	expect(one.told).toEqual([
		["threshold", 1],
		["threshold", 3],
	]);
	await pass(HOUR);
	await one.look();
	await other.look();
	expect(one.told).toHaveLength(2);
	expect(other.told).toEqual([]);
});

it("another window goes on where the first was closed", async () => {
	const station = new Workstation(makeNearHalf());
	const [first, second] = [await station.open(), await station.open()];
	await untilQuiet([first, second]);
	const [one, other] = [watch(first), watch(second)];
	await one.look();
	await other.look();
	await first.engine.dispose();
	await untilQuiet([second]);
	await other.look();
	station.desk.goDown();
	await pass(HOUR);
	expect([one.told, other.told]).toEqual([
		[],
		[
			["threshold", 1],
			["threshold", 3],
		],
	]);
});

it("without the desk it is told as well, and not of what was put right here", async () => {
	const desk = makeNearHalf();
	const window = await new Workstation(desk).open();
	await untilQuiet([window]);
	const { told, look } = watch(window);
	await look();
	desk.goDown();
	const hold = { state: INCIDENT_STATE.onHold, holdReason: HOLD_REASON.awaitingCaller };
	const note = { kind: "comment", text: "Is it still so?" } as const;
	const followUpAt = NOW + 3 * HOUR;
	expect(
		await window.calls.edit({ ticketId: makeUuid(1), set: { ...hold, followUpAt }, note }),
	).toMatchObject({ ok: true });
	await look();
	await pass(2 * HOUR);
	expect(told).toEqual([["threshold", 3]]);
});

it("a new P1 is told whoever has it; who gets a ticket late is not told what it passed before", async () => {
	const desk = makeNearHalf();
	const window = await new Workstation(desk).open();
	await untilQuiet([window]);
	const { told, look } = watch(window);
	await look();
	desk.put(running(6, 0, { assigneeId: "p2", priority: 1, openedById: "p2" }));
	desk.put(running(7, 0, { assigneeId: "p2", priority: 1, openedById: "p1" }));
	desk.put(running(8, 9 * HOUR, { assigneeId: "p1" }));
	await untilQuiet([window]);
	await look();
	expect(told).toEqual([["p1", 6]]);
	desk.goDown();
	await pass(90 * MINUTE);
	expect(told).toContainEqual(["breach", 8]);
});
