import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CHANGE_STATE } from "../../../shared/ticket/lifecycles/change.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { makeTicket, makeUuid } from "../fixture.ts";
import { makeDesk, type OpenWindow, untilQuiet, Workstation } from "../workstation.ts";
import { changePlanPayload } from "./change-topics.ts";

const NOW = 1_800_000_000_000;
const HOUR_MS = 3_600_000;

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
	vi.useRealTimers();
});

function change(counter: number, over: Partial<Ticket> = {}): Ticket {
	return makeTicket(counter, {
		kind: "change",
		number: `CHG${String(counter).padStart(7, "0")}`,
		state: CHANGE_STATE.scheduled,
		$plannedStartAt: NOW + counter * HOUR_MS,
		$plannedEndAt: NOW + (counter + 1) * HOUR_MS,
		...over,
	});
}

async function plannedIn({ model }: OpenWindow, from: number): Promise<readonly string[]> {
	const plan = await changePlanPayload(model, from);
	return (plan?.changes ?? []).map(({ number }) => number);
}

describe("the plan of changes", () => {
	it("has every open change with a window by its begin, and what ended where its window reaches in", async () => {
		const desk = makeDesk(0);
		desk.put(change(3));
		desk.put(change(1));
		desk.put(change(2, { $plannedEndAt: null }));
		desk.put(change(4, { state: CHANGE_STATE.canceled }));
		desk.put(change(5, { state: CHANGE_STATE.closed, updatedAt: NOW }));
		desk.put(makeTicket(6));
		const window = await new Workstation(desk).open();
		await untilQuiet([window]);
		expect(await plannedIn(window, Number.MAX_SAFE_INTEGER)).toEqual(["CHG0000001", "CHG0000003"]);
		expect(await plannedIn(window, NOW - HOUR_MS)).toEqual(["CHG0000001", "CHG0000003", "CHG0000005"]);
		expect(await plannedIn(window, NOW + 7 * HOUR_MS)).toEqual(["CHG0000001", "CHG0000003"]);
	});

	it("follows what others move and what is typed here, also before the desk has it", async () => {
		const desk = makeDesk(0);
		desk.put(change(1));
		desk.put(change(2));
		const window = await new Workstation(desk).open();
		await untilQuiet([window]);
		expect(await plannedIn(window, 0)).toEqual(["CHG0000001", "CHG0000002"]);
		desk.change(makeUuid(1), { $plannedStartAt: NOW + 8 * HOUR_MS, $plannedEndAt: NOW + 9 * HOUR_MS }, NOW);
		await untilQuiet([window]);
		expect(await plannedIn(window, 0)).toEqual(["CHG0000002", "CHG0000001"]);
		desk.isDown = true;
		const set = { $plannedStartAt: NOW + 10 * HOUR_MS, $plannedEndAt: NOW + 11 * HOUR_MS };
		expect(await window.calls.edit({ ticketId: makeUuid(2), set })).toMatchObject({ ok: true });
		expect(await plannedIn(window, 0)).toEqual(["CHG0000001", "CHG0000002"]);
	});
});
