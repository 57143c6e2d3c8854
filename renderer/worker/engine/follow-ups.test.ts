import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { HOLD_REASON, INCIDENT_STATE } from "../../../shared/ticket/lifecycles/incident.ts";
import { MAJOR_STATE } from "../../../shared/ticket/lifecycles/major-fields.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { makeTicket, makeUuid } from "../fixture.ts";
import { homePayload } from "../topics/queue-topics.ts";
import { makeDesk, type OpenWindow, pass, untilQuiet, Workstation } from "../workstation.ts";

const NOW = 1_800_000_000_000;
const HOUR_MS = 3_600_000;

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
	vi.useRealTimers();
});

function onHold(counter: number, followUpAt: number, fields: Partial<Ticket> = {}): Ticket {
	const hold = { state: INCIDENT_STATE.onHold, holdReason: HOLD_REASON.awaitingVendor, followUpAt };
	return makeTicket(counter, { ...hold, assigneeId: "p1", ...fields });
}

/** As home lists them: the last digits of their ids. */
const listed = ({ model }: OpenWindow): readonly number[] | undefined =>
	homePayload(model)?.followUps.map(({ id }) => Number(id.slice(-3)));

function makeWaiting() {
	const desk = makeDesk(0);
	desk.put(onHold(1, NOW + HOUR_MS));
	desk.put(onHold(2, NOW - HOUR_MS, { assigneeId: "p2", teamId: "t1" }));
	desk.put(onHold(3, NOW - HOUR_MS, { assigneeId: "p2", teamId: "t2" }));
	desk.put(onHold(4, NOW + 30 * HOUR_MS));
	desk.put(makeTicket(5, { assigneeId: "p1" }));
	const major = { $majorState: MAJOR_STATE.accepted, $nextUpdateAt: NOW - 2 * HOUR_MS };
	desk.put(makeTicket(6, { ...major, state: INCIDENT_STATE.inProgress, assigneeId: "p1" }));
	return desk;
}

it("home lists what is mine or my teams’ and is to be looked at within hours, the longest due first", async () => {
	const window = await new Workstation(makeWaiting()).open();
	await untilQuiet([window]);
	expect(listed(window)).toEqual([6, 2, 1]);
	expect(window.model.generation?.views.rowOf(makeUuid(4))?.followUp).toMatchObject({ what: "follow-up" });
	expect(window.model.generation?.views.rowOf(makeUuid(5))?.followUp).toBeNull();
});

it("they are read back from disk without the desk, and time alone makes more of them due", async () => {
	const desk = makeWaiting();
	const station = new Workstation(desk);
	const first = await station.open();
	await untilQuiet([first]);
	await first.engine.dispose();
	desk.goDown();
	const second = await station.open();
	await pass(1_000);
	expect(listed(second)).toEqual([6, 2, 1]);
	await pass(27 * HOUR_MS);
	expect(listed(second)).toEqual([6, 2, 1, 4]);
	expect(second.failures).toEqual([]);
});

it("a hold that is made, put off or ended without the desk is listed as it is shown", async () => {
	const desk = makeWaiting();
	const window = await new Workstation(desk).open();
	await untilQuiet([window]);
	desk.goDown();
	const edit = (counter: number, set: object) =>
		window.calls.edit({ ticketId: makeUuid(counter), set: { ...set } });
	const hold = { state: INCIDENT_STATE.onHold, holdReason: HOLD_REASON.awaitingVendor };
	expect(await edit(5, { ...hold, followUpAt: NOW + 2 * HOUR_MS })).toMatchObject({ ok: true });
	expect(await edit(1, { followUpAt: NOW + 40 * HOUR_MS })).toMatchObject({ ok: true });
	expect(await edit(2, { state: INCIDENT_STATE.inProgress })).toMatchObject({ ok: true });
	expect(listed(window)).toEqual([6, 5]);
});
