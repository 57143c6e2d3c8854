import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { computeClocks } from "../../../shared/sla/clock.ts";
import { compileDefinitions } from "../../../shared/sla/compile-definitions.ts";
import { makeDefaultDefinitions } from "../../../shared/sla/default-definitions.ts";
import { editPolicy, recalculate } from "../../../shared/sla/fixture.ts";
import { pickNextDue } from "../../../shared/sla/next-due.ts";
import type { Definitions } from "../../../shared/sla/policy.ts";
import { type FakeDesk, makeTicket, makeUuid } from "../fixture.ts";
import type { ViewQuery } from "../views/view-protocol.ts";
import { makeDesk, type OpenWindow, pass, untilQuiet, Workstation } from "../workstation.ts";

const HOUR = 3_600_000;
const NOW = 1_800_000_000_000;
const DEFAULTS = makeDefaultDefinitions("UTC");
const BY_DUE: ViewQuery = {
	kinds: [],
	states: [],
	isOpen: true,
	priorities: [],
	teamIds: [],
	assigneeIds: [],
	isMyTeams: false,
	isBreachingNext: false,
	text: "",
	order: { by: "dueAt", isDescending: false },
};

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
	vi.useRealTimers();
});

/** Priority 5 has so many hours around the clock, from a date on. */
function withHours(hours: number, from: number, before = DEFAULTS): Definitions {
	const targets = [{ priority: 5, amount: hours, unit: "hour", calendarId: null }] as const;
	return ["sla-response", "sla-resolution"].reduce(
		(definitions, id) => editPolicy(definitions, { id, from }, { targets }),
		before,
	);
}

/** By the one function that the desk uses too. */
function expectClocks({ model }: OpenWindow, desk: FakeDesk, definitions: Definitions): void {
	const rows = model.generation?.views.slice(BY_DUE, { from: 0, count: 200 }).rows ?? [];
	const compiled = compileDefinitions(definitions);
	expect(rows.map(({ id, dueAt }) => [id, dueAt])).toEqual(
		rows.map(({ id }) => {
			const ticket = desk.tickets.get(id)?.ticket ?? makeTicket(0);
			return [id, pickNextDue(computeClocks(compiled, ticket, model.deskNow()))?.dueAt ?? null];
		}),
	);
	expect(rows.length).toBe(desk.tickets.size);
	expect(rows.some(({ dueAt }) => dueAt !== null)).toBe(true);
}

function openTickets(count: number): FakeDesk {
	const desk = makeDesk(0);
	for (let counter = 1; counter <= count; counter += 1)
		desk.put(makeTicket(counter, { openedAt: NOW, track: [[NOW - counter * 60_000, 1, 0, 5, "t1"]] }));
	return desk;
}

describe("clocks in the cache", () => {
	it("come with the definitions, whether these come before the tickets or after them", async () => {
		const desk = openTickets(20);
		desk.define(DEFAULTS);
		const window = await new Workstation(desk).open();
		await untilQuiet([window]);
		expectClocks(window, desk, DEFAULTS);
		expect(window.model.generation?.cache.hasOldClocksOnDisk).toBe(false);
	});

	it("are computed anew in every window when definitions are edited, and fetched from nowhere", async () => {
		const desk = openTickets(1_100);
		desk.define(DEFAULTS);
		const station = new Workstation(desk);
		const windows = [await station.open(), await station.open()];
		await untilQuiet(windows);
		const pages: URLSearchParams[] = [];
		desk.onPage = (query) => pages.push(query);
		desk.define(withHours(3, 1));
		await untilQuiet(windows);
		expect(pages.length).toBe(1);
		for (const window of windows) {
			const rows = window.model.generation?.views.slice(BY_DUE, { from: 0, count: 1 }).rows;
			expect(rows?.[0]).toMatchObject({ id: makeUuid(1_100), dueAt: NOW - 1_100 * 60_000 + 3 * HOUR });
		}
	});

	it("are computed anew in every window when the past is counted anew", async () => {
		const desk = openTickets(30);
		const edited = withHours(3, NOW - 60_000);
		desk.define(edited);
		const station = new Workstation(desk);
		const windows = [await station.open(), await station.open()];
		await untilQuiet(windows);
		for (const window of windows) expectClocks(window, desk, edited);
		const anew = ["sla-response", "sla-resolution"].reduce(
			(definitions, id) => recalculate(definitions, { id, from: 0, at: NOW }),
			edited,
		);
		desk.define(anew);
		await untilQuiet(windows);
		for (const window of windows) {
			expectClocks(window, desk, anew);
			const rows = window.model.generation?.views.slice(BY_DUE, { from: 0, count: 1 }).rows;
			expect(rows?.[0]).toMatchObject({ id: makeUuid(30), dueAt: NOW - 30 * 60_000 + 3 * HOUR });
		}
	});

	it("are those of the new definitions after a restart offline, whoever wrote them down", async () => {
		const desk = openTickets(40);
		desk.define(DEFAULTS);
		const station = new Workstation(desk);
		const first = await station.open();
		await untilQuiet([first]);
		const definitions = withHours(5, NOW);
		desk.define(definitions);
		await untilQuiet([first]);
		await first.engine.dispose();
		desk.goDown();
		const second = await station.open();
		await pass(1_000);
		expectClocks(second, desk, definitions);
		expect(second.model.generation?.cache.hasOldClocks).toBe(false);
	});

	it("become others at the date of an edit, with the desk out of reach", async () => {
		const desk = openTickets(30);
		const definitions = editPolicy(
			withHours(3, NOW),
			{ id: "sla-response", from: NOW + HOUR },
			{ isActive: false },
		);
		desk.define(definitions);
		const window = await new Workstation(desk).open();
		await untilQuiet([window]);
		desk.goDown();
		expectClocks(window, desk, definitions);
		await pass(2 * HOUR);
		expectClocks(window, desk, definitions);
		const [row] = window.model.generation?.views.slice(BY_DUE, { from: 0, count: 1 }).rows ?? [];
		expect(row?.isResponseDue).toBe(false);
	});

	it("go by the desk’s time where the workstation’s is behind", async () => {
		vi.setSystemTime(NOW - HOUR);
		const desk = openTickets(10);
		// Half an hour ago at the desk; by this workstation’s own clock it is still to come.
		const definitions = withHours(3, NOW - HOUR / 2);
		desk.define(definitions);
		const window = await new Workstation(desk).open();
		await untilQuiet([window]);
		expect(window.model.deskNow()).toBeGreaterThan(NOW - HOUR / 2);
		expect(Date.now()).toBeLessThan(NOW - HOUR / 2);
		expectClocks(window, desk, definitions);
		const [row] = window.model.generation?.views.slice(BY_DUE, { from: 0, count: 1 }).rows ?? [];
		expect(row?.dueAt).toBe(NOW - 10 * 60_000 + 3 * HOUR);
	});

	it("of a ticket with pending edits are those of what is shown", async () => {
		const desk = openTickets(3);
		desk.define(withHours(3, 1));
		const window = await new Workstation(desk).open();
		await untilQuiet([window]);
		desk.goDown();
		await window.calls.edit({ ticketId: makeUuid(2), set: { state: 2, assigneeId: "p1" } });
		const [row] =
			window.model.generation?.views.slice({ ...BY_DUE, assigneeIds: ["me"] }, { from: 0, count: 1 }).rows ??
			[];
		// Answered by taking it: what is due now is the resolution.
		expect(row).toMatchObject({ isResponseDue: false, dueAt: NOW - 2 * 60_000 + 3 * HOUR });
		const intent = (await window.engine.store.list("p1", ["pending"]))[0]?.intent;
		expect(intent?.syncedAt).toBeGreaterThan(NOW - HOUR);
		expect(intent?.syncedAt).toBeLessThanOrEqual(intent?.occurredAt ?? 0);
	});
});
