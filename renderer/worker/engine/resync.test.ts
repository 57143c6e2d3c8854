import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { LAYOUT } from "../cache/generation-name.ts";
import { type FakeDesk, makeTicket, makeUuid } from "../fixture.ts";
import type { HttpFailure } from "../http.ts";
import { syncPayload } from "../topics/sync-topic.ts";
import { makeDesk, type OpenWindow, pass, untilQuiet, Workstation } from "../workstation.ts";

const COUNT = 30;

beforeEach(() => {
	vi.useFakeTimers({ now: 1_800_000_000_000 });
});
afterEach(() => {
	vi.useRealTimers();
});

function refusal(code: string): HttpFailure {
	return { kind: "refused", status: 409, code, message: "no", path: undefined };
}

/** A desk as it stood, to be put back by `restore`. */
function standingOf(desk: FakeDesk): ReadonlyMap<string, Ticket> {
	return new Map([...desk.tickets].map(([id, { ticket }]) => [id, ticket]));
}

/** Where the log’s pages are asked from, from now on; side pages are not among them. */
function recordCursors(desk: FakeDesk): readonly number[] {
	const cursors: number[] = [];
	desk.onPage = (query) => {
		if (!query.has("scope")) cursors.push(Number(query.get("since")));
	};
	return cursors;
}

async function openEdited(station: Workstation): Promise<{ window: OpenWindow; intentId: string }> {
	const window = await station.open();
	await untilQuiet([window]);
	const edited = await window.calls.edit({ ticketId: makeUuid(1), set: { impact: 1 } });
	if (!edited.ok) throw new Error(edited.error.message);
	await untilQuiet([window]);
	return { window, intentId: edited.value.intentId };
}

/** The cache holds what the desk has, and nothing else. */
async function expectSame({ model }: OpenWindow, desk: FakeDesk): Promise<void> {
	expect(model.generation?.views.counts().all).toBe(desk.tickets.size);
	for (const [ticketId, { ticket }] of desk.tickets)
		expect(await model.generation?.cache.readBase(ticketId)).toEqual(ticket);
	expect(syncPayload(model)).toMatchObject({ state: "live", pending: 0, needsYou: 0 });
}

describe("a desk whose past is another one", () => {
	it.each(["in its greeting", "in its answer to a batch", "in its answer to a page"])(
		"says so %s: a new generation from 0, the edits of the old past again under their ids",
		async (where) => {
			const desk = makeDesk(COUNT);
			const station = new Workstation(desk);
			const yesterday = standingOf(desk);
			const { window, intentId } = await openEdited(station);
			const [before] = await station.caches.names();
			desk.put(makeTicket(77, { teamId: "t1" }));
			await pass(500);
			expect(window.model.generation?.views.counts().all).toBe(COUNT + 1);

			const cursors = recordCursors(desk);
			if (where === "in its greeting") desk.goDown();
			desk.restore("e2", [...yesterday.keys()], yesterday, where !== "in its greeting");
			desk.isDown = false;
			if (where === "in its answer to a batch")
				await window.calls.edit({ ticketId: makeUuid(2), set: { impact: 2 } });
			if (where === "in its answer to a page") desk.put(makeTicket(78, { teamId: "t1" }));
			await untilQuiet([window]);
			await pass(10_000);
			expect(cursors).toContain(0);
			expect(await station.caches.names()).not.toContain(before);
			expect(window.model.generation?.cache.epoch).toBe("e2");
			expect(desk.tickets.get(makeUuid(1))?.ticket.impact).toBe(1);
			expect(desk.appliedCounts.get(intentId)).toBe(2);
			await expectSame(window, desk);
		},
	);
});

describe("a cursor from the future", () => {
	it("that a page is refused for throws the generation away, and offers the edits again", async () => {
		const desk = makeDesk(COUNT);
		const station = new Workstation(desk);
		const { window } = await openEdited(station);
		const instance = window.model.generation?.cache.state.instance;
		desk.changesFailure = refusal("cursor_ahead");
		desk.put(makeTicket(77, { teamId: "t1" }));
		await pass(100);
		desk.changesFailure = null;
		const [batches, cursors] = [desk.batches.length, recordCursors(desk)];
		await untilQuiet([window]);
		expect(cursors).toContain(0);
		expect(window.model.generation?.cache.state.instance).not.toBe(instance);
		expect(desk.batches.length).toBeGreaterThan(batches);
		// This desk had it all the time, and knew it by its id.
		expect([...desk.appliedCounts.values()]).toEqual([1]);
		await expectSame(window, desk);
	});

	it("that the greeting gives away does the same: the desk lost a day under the same epoch", async () => {
		const desk = makeDesk(COUNT);
		const station = new Workstation(desk);
		const yesterday = standingOf(desk);
		const { window, intentId } = await openEdited(station);
		desk.put(makeTicket(77, { teamId: "t1" }));
		await pass(500);
		const cursors = recordCursors(desk);
		desk.goDown();
		desk.restore("e1", [...yesterday.keys()], yesterday);
		desk.isDown = false;
		window.calls.reconnect();
		await untilQuiet([window]);
		expect(cursors).toContain(0);
		expect(desk.appliedCounts.get(intentId)).toBe(2);
		expect(desk.tickets.get(makeUuid(1))?.ticket.impact).toBe(1);
		await expectSame(window, desk);
	});
});

describe("another layout", () => {
	it("is made beside the one that was, which goes once it is complete; a newer program’s stays", async () => {
		const desk = makeDesk(COUNT);
		desk.pageLimit = 10;
		const station = new Workstation(desk);
		const [older, newer] = [`e1-p1.${LAYOUT - 1}.x`, `e1-p1.${LAYOUT + 1}.x`];
		for (const name of [older, newer]) (await station.caches.open(name)).close();
		desk.onPage = (query) => {
			if (Number(query.get("since")) >= 20) desk.goDown();
		};
		const window = await station.open();
		await pass(20_000);
		expect(window.model.generation?.cache.isComplete).toBe(false);
		expect(await station.caches.names()).toEqual(expect.arrayContaining([older, newer]));

		desk.onPage = () => undefined;
		desk.isDown = false;
		window.calls.reconnect();
		await untilQuiet([window]);
		await pass(10_000);
		expect(await station.caches.names()).toEqual([newer, window.model.generation?.name]);
		await expectSame(window, desk);
	});
});
