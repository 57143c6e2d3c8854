import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeDesk, makeTicket, makeUuid, seededRandom } from "../fixture.ts";
import { syncPayload } from "../topics/sync-topic.ts";
import { ticketPayload } from "../topics/ticket-topic.ts";
import { makeDesk, type OpenWindow, pass, untilQuiet, Workstation } from "../workstation.ts";

function rowOf(window: OpenWindow, ticketId: string) {
	return window.model.generation?.views.rowOf(ticketId) ?? null;
}

beforeEach(() => {
	vi.useFakeTimers({ now: 1_800_000_000_000 });
});
afterEach(() => {
	vi.useRealTimers();
});

describe("a window", () => {
	it("brings down the whole desk in pages and starts again from its cache without the network", async () => {
		const desk = makeDesk(2_500);
		desk.pageLimit = 400;
		const station = new Workstation(desk);
		const first = await station.open();
		await untilQuiet([first]);
		expect(first.model.generation?.views.counts().all).toBe(2_500);
		desk.change(makeUuid(7), { impact: 1, urgency: 1 }, 1_800_000_000_000);
		await pass(50);
		await first.engine.dispose();
		desk.goDown();
		const again = await station.open();
		expect(again.model.generation?.views.counts().all).toBe(2_500);
		expect(rowOf(again, makeUuid(7))).toMatchObject({ priority: 1 });
		const view = await ticketPayload(again.model, "INC0000007");
		expect(view?.ticket).toMatchObject({ id: makeUuid(7), priority: 1 });
		expect(again.failures).toEqual([]);
	});

	it("folds the log into segments when it is quiet, and reads the same from them", async () => {
		const desk = makeDesk(50);
		const station = new Workstation(desk);
		const first = await station.open();
		await untilQuiet([first]);
		for (let counter = 1; counter <= 20; counter += 1)
			desk.change(makeUuid(counter), { impact: 2 }, 1_800_000_000_001);
		await pass(100);
		expect(first.model.generation?.cache.unfoldedRows).toBe(20);
		await pass(10_000);
		expect(first.model.generation?.cache.unfoldedRows).toBe(0);
		const store = first.model.generation?.cache.store;
		expect((await store?.readLog(0))?.log).toEqual([]);
		const again = await station.open();
		expect(rowOf(again, makeUuid(20))).toMatchObject({ impact: 2 });
		expect((await ticketPayload(again.model, makeUuid(20)))?.ticket.impact).toBe(2);
	});

	it("begins a damaged cache anew and leaves the outbox alone", async () => {
		const desk = makeDesk(30);
		const station = new Workstation(desk);
		const first = await station.open();
		await untilQuiet([first]);
		desk.goDown();
		await pass(3_000);
		await first.calls.edit({ ticketId: makeUuid(3), set: { impact: 1 } });
		await first.engine.dispose();
		const name = (await station.caches.names())[0] ?? "";
		const store = await station.caches.open(name);
		const { columns, state } = await store.load();
		const [segment] = columns;
		if (!segment || !state) throw new Error("nothing was cached");
		const damaged = { ...segment, count: segment.count - 1 };
		await store.commit({ expectedCursor: state.cursor, state, columns: [damaged] });
		const again = await station.open();
		expect(again.model.generation?.views.counts().all).toBe(1);
		expect(rowOf(again, makeUuid(3))).toMatchObject({ impact: 1, pendingCount: 1, number: "INC0000003" });
		desk.isDown = false;
		again.calls.reconnect();
		await untilQuiet([again]);
		expect(again.model.generation?.views.counts().all).toBe(30);
		expect(desk.tickets.get(makeUuid(3))?.ticket.impact).toBe(1);
	});

	it("says so and goes on in memory when nothing can be stored", async () => {
		const desk = makeDesk(10);
		const station = new Workstation(desk);
		station.caches = { ...station.caches, open: () => Promise.reject(new Error("disk full")) };
		const window = await station.open();
		await pass(2_000);
		expect(syncPayload(window.model)).toMatchObject({ storage: "memory", state: "live" });
		expect(syncPayload(window.model).problem).toContain("disk full");
		expect(window.model.generation?.views.counts().all).toBe(10);
	});
});

describe("edits", () => {
	it("are refused with the lifecycle's reason before anything is stored", async () => {
		const station = new Workstation(makeDesk(5));
		const window = await station.open();
		await untilQuiet([window]);
		const refused = await window.calls.edit({ ticketId: makeUuid(1), set: { state: 6 } });
		expect(refused).toMatchObject({ ok: false, error: { code: "field_required", path: "closeCode" } });
		expect(await station.outbox.list("p1", ["pending", "needs-you", "applied", "settled"])).toEqual([]);
	});

	it("show at once, survive a restart offline, and arrive once", async () => {
		const desk = makeDesk(20);
		const station = new Workstation(desk);
		const window = await station.open();
		await untilQuiet([window]);
		desk.goDown();
		await pass(3_000);
		expect(syncPayload(window.model)).toMatchObject({ state: "offline" });
		const created = await window.calls.create({
			kind: "incident",
			set: { shortDescription: "Made offline", callerId: "c1" },
		});
		if (!created.ok) throw new Error(created.error.message);
		const { ticketId } = created.value;
		expect(rowOf(window, ticketId)).toMatchObject({ number: "NEW-1", pendingCount: 1 });
		expect(await window.calls.edit({ ticketId, set: { state: 2, assigneeId: "p1" } })).toMatchObject({
			ok: true,
		});
		await window.engine.dispose();
		const again = await station.open();
		expect(rowOf(again, ticketId)).toMatchObject({ number: "NEW-1", state: 2, pendingCount: 2 });
		desk.isDown = false;
		again.calls.reconnect();
		await untilQuiet([again]);
		expect(rowOf(again, ticketId)).toMatchObject({ number: "INC0900001", state: 2, pendingCount: 0 });
		expect([...desk.appliedCounts.values()]).toEqual([1, 1]);
	});

	it("that both sides made to the same field wait for a person, who keeps theirs or mine", async () => {
		const desk = makeDesk(5);
		const station = new Workstation(desk);
		const window = await station.open();
		await untilQuiet([window]);
		desk.goDown();
		await pass(3_000);
		const ids: string[] = [];
		for (const counter of [1, 2, 3]) {
			const edited = await window.calls.edit({ ticketId: makeUuid(counter), set: { impact: 1 } });
			if (edited.ok) ids.push(edited.value.intentId);
		}
		const behind = await window.calls.edit({ ticketId: makeUuid(1), set: { assigneeId: "p1" } });
		expect(behind.ok).toBe(true);
		desk.change(makeUuid(1), { impact: 2 }, 1_800_000_000_500);
		desk.change(makeUuid(2), { impact: 2 }, 1_800_000_000_500);
		desk.isDown = false;
		window.calls.reconnect();
		await pass(5_000);
		expect(syncPayload(window.model)).toMatchObject({ state: "needs-you", needsYou: 2, pending: 3 });
		expect(desk.tickets.get(makeUuid(3))?.ticket.impact).toBe(1);
		expect(desk.tickets.get(makeUuid(1))?.ticket.assigneeId).toBe(null);
		const [mine, theirs] = ids;
		await window.calls.settleConflict({ intentId: mine ?? "", keep: "mine" });
		await window.calls.settleConflict({ intentId: theirs ?? "", keep: "theirs" });
		await untilQuiet([window]);
		expect(desk.tickets.get(makeUuid(1))?.ticket).toMatchObject({ impact: 1, assigneeId: "p1" });
		expect(desk.tickets.get(makeUuid(2))?.ticket.impact).toBe(2);
		expect(syncPayload(window.model)).toMatchObject({ state: "live", needsYou: 0, pending: 0 });
	});

	it("that dispute several fields are settled field by field, and a note is added either way", async () => {
		const desk = makeDesk(5);
		const window = await new Workstation(desk).open();
		await untilQuiet([window]);
		desk.goDown();
		await pass(3_000);
		const note = { kind: "workNote", text: "Told the floor" } as const;
		const edits = [
			{ ticketId: makeUuid(1), set: { impact: 1, urgency: 1, category: "Network" }, note },
			{ ticketId: makeUuid(2), set: { impact: 1, urgency: 1 }, note },
			{ ticketId: makeUuid(3), set: { impact: 1, urgency: 1 } },
		] as const;
		const ids: string[] = [];
		for (const edit of edits) {
			const edited = await window.calls.edit(edit);
			if (edited.ok) ids.push(edited.value.intentId);
		}
		for (const counter of [1, 2, 3])
			desk.change(makeUuid(counter), { impact: 2, urgency: 2 }, 1_800_000_000_500);
		desk.isDown = false;
		window.calls.reconnect();
		await pass(5_000);
		expect(syncPayload(window.model)).toMatchObject({ needsYou: 3 });
		await window.calls.settleConflict({ intentId: ids[0] ?? "", keep: ["urgency"] });
		await window.calls.settleConflict({ intentId: ids[1] ?? "", keep: "theirs" });
		await window.calls.settleConflict({ intentId: ids[2] ?? "", keep: [] });
		await untilQuiet([window]);
		expect(desk.tickets.get(makeUuid(1))?.ticket).toMatchObject({
			impact: 2,
			urgency: 1,
			category: "Network",
		});
		expect(desk.tickets.get(makeUuid(2))?.ticket).toMatchObject({ impact: 2, urgency: 2 });
		expect(desk.tickets.get(makeUuid(3))?.ticket).toMatchObject({ impact: 2, urgency: 2 });
		// Opened, changed by the others, and by what was left of the edit.
		const revisions = [1, 2, 3].map((counter) => desk.tickets.get(makeUuid(counter))?.ticket.revision);
		expect(revisions).toEqual([3, 3, 2]);
		expect(syncPayload(window.model)).toMatchObject({ state: "live", needsYou: 0, pending: 0 });
	});

	it("can be discarded and put back", async () => {
		const desk = makeDesk(5);
		const window = await new Workstation(desk).open();
		await untilQuiet([window]);
		desk.goDown();
		await pass(3_000);
		const edited = await window.calls.edit({ ticketId: makeUuid(1), set: { impact: 1 } });
		if (!edited.ok) throw new Error(edited.error.message);
		const intent = await window.calls.discardIntent(edited.value.intentId);
		expect(rowOf(window, makeUuid(1))).toMatchObject({ impact: 3, pendingCount: 0 });
		if (!intent) throw new Error("nothing was discarded");
		await window.calls.restoreIntent(intent);
		expect(rowOf(window, makeUuid(1))).toMatchObject({ impact: 1, pendingCount: 1 });
	});

	it("wait for a sign-in and then go on under the same id", async () => {
		const desk = makeDesk(5);
		const window = await new Workstation(desk).open();
		await untilQuiet([window]);
		const { session } = desk;
		desk.session = { ...session, person: null };
		desk.intentsFailure = { kind: "signed-out" };
		await window.calls.edit({ ticketId: makeUuid(1), set: { impact: 1 } });
		await pass(2_000);
		expect(syncPayload(window.model)).toMatchObject({ state: "signed-out", pending: 1 });
		expect(rowOf(window, makeUuid(1))).toMatchObject({ impact: 1 });
		desk.session = session;
		desk.intentsFailure = null;
		await window.calls.refreshSession();
		await untilQuiet([window]);
		expect([...desk.appliedCounts.values()]).toEqual([1]);
	});

	it("are offered again, once, to a desk restored from yesterday", async () => {
		const desk = makeDesk(5);
		const station = new Workstation(desk);
		const window = await station.open();
		await untilQuiet([window]);
		const yesterday = new Map([...desk.tickets].map(([id, { ticket }]) => [id, ticket]));
		await window.calls.edit({ ticketId: makeUuid(1), set: { impact: 1 } });
		await untilQuiet([window]);
		desk.goDown();
		await window.calls.edit({ ticketId: makeUuid(2), set: { impact: 2 } });
		desk.restore("e2", [...yesterday.keys()], yesterday);
		desk.isDown = false;
		window.calls.reconnect();
		await untilQuiet([window]);
		expect(desk.tickets.get(makeUuid(1))?.ticket.impact).toBe(1);
		expect(desk.tickets.get(makeUuid(2))?.ticket.impact).toBe(2);
		expect(window.model.generation?.cache.epoch).toBe("e2");
		expect(rowOf(window, makeUuid(1))).toMatchObject({ impact: 1, pendingCount: 0 });
	});

	it("are offered again also where the window that heard of the restored desk was closed at once", async () => {
		const desk = makeDesk(5);
		const station = new Workstation(desk);
		const before = await station.open();
		await untilQuiet([before]);
		const yesterday = new Map([...desk.tickets].map(([id, { ticket }]) => [id, ticket]));
		await before.calls.edit({ ticketId: makeUuid(1), set: { impact: 1 } });
		await untilQuiet([before]);
		await before.engine.dispose();
		desk.restore("e2", [...yesterday.keys()], yesterday);
		await station.outbox.writeMeta("session", desk.session);
		const after = await station.open();
		await untilQuiet([after]);
		expect(desk.tickets.get(makeUuid(1))?.ticket.impact).toBe(1);
		expect(rowOf(after, makeUuid(1))).toMatchObject({ impact: 1, pendingCount: 0 });
	});
});

describe("two windows", () => {
	it("show each other's edits at once, and the second goes on when the first is closed", async () => {
		const desk = makeDesk(40);
		const station = new Workstation(desk);
		const one = await station.open();
		await untilQuiet([one]);
		const two = await station.open();
		await pass(100);
		expect([one.model.isWriter, two.model.isWriter]).toEqual([true, false]);
		desk.goDown();
		await pass(3_000);
		await two.calls.edit({ ticketId: makeUuid(4), set: { impact: 1 } });
		await pass(10);
		await one.calls.edit({ ticketId: makeUuid(4), set: { urgency: 1 } });
		await pass(100);
		for (const window of [one, two])
			expect(rowOf(window, makeUuid(4))).toMatchObject({ priority: 1, pendingCount: 2 });
		expect(syncPayload(two.model).state).toBe("offline");
		await one.engine.dispose();
		await pass(100);
		desk.isDown = false;
		two.calls.reconnect();
		await untilQuiet([two]);
		expect(two.model.isWriter).toBe(true);
		expect(desk.tickets.get(makeUuid(4))?.ticket).toMatchObject({ impact: 1, urgency: 1, priority: 1 });
		desk.change(makeUuid(9), { impact: 1 }, 1_800_000_100_000);
		await pass(200);
		expect(rowOf(two, makeUuid(9))).toMatchObject({ impact: 1 });
	});
});

describe("the invariants", () => {
	const seeds = Array.from({ length: 40 }, (_, index) => index + 1);

	it.each(seeds)(
		"hold with answers lost, others at work and windows that come and go: seed %i",
		async (seed) => {
			const random = seededRandom(seed);
			const desk = makeDesk(12);
			desk.pageLimit = 5;
			const station = new Workstation(desk);
			const windows = [await station.open(random), await station.open(random)];
			await untilQuiet(windows);
			desk.faults = { isLostBefore: () => random() < 0.2, isLostAfter: () => random() < 0.25 };
			const ledger = new Set<string>();
			for (let step = 0; step < 40; step += 1) {
				await act({ random, desk, station, windows, ledger, step });
				await pass(Math.floor(random() * 800));
			}
			desk.faults = { isLostBefore: () => false, isLostAfter: () => false };
			desk.isDown = false;
			for (const window of windows) window.calls.reconnect();
			await untilQuiet(windows);
			const waiting = new Set(windows[0]?.model.generation?.outbox.entries.map((entry) => entry.id));
			for (const intentId of ledger) {
				const applied = desk.appliedCounts.get(intentId) ?? 0;
				expect(applied + Number(waiting.has(intentId)), `intent ${intentId}`).toBe(1);
			}
			for (const { model, failures } of windows) {
				expect(failures).toEqual([]);
				expect(model.generation?.views.counts().all).toBe(desk.tickets.size);
				for (const [ticketId, { ticket }] of desk.tickets) {
					expect(await model.generation?.cache.readBase(ticketId)).toEqual(ticket);
				}
			}
			for (const window of windows) await window.engine.dispose();
		},
	);

	interface Scene {
		readonly random: () => number;
		readonly desk: FakeDesk;
		readonly station: Workstation;
		readonly windows: OpenWindow[];
		/** What the screen called saved. */
		readonly ledger: Set<string>;
		readonly step: number;
	}

	async function act(scene: Scene): Promise<void> {
		const { random, desk, station, windows } = scene;
		const window = pick(random, windows);
		const ticketId = pick(random, [...desk.tickets.keys()]);
		const dice = random();
		if (dice < 0.45) await edit(scene, window, ticketId);
		else if (dice < 0.55) await create(scene, window);
		else if (dice < 0.75) desk.change(ticketId, { impact: pick(random, [1, 2, 3]) }, Date.now());
		else if (dice < 0.85) desk.goDown();
		else if (dice < 0.95) desk.isDown = false;
		else {
			await window.engine.dispose();
			windows[windows.indexOf(window)] = await station.open(random);
		}
	}

	async function edit({ random, desk, ledger }: Scene, window: OpenWindow, ticketId: string): Promise<void> {
		const set = pick(random, [
			{ impact: 1 },
			{ impact: 2 },
			{ assigneeId: "p1" },
			{ assigneeId: "p2" },
		] as const);
		const edited = await window.calls.edit({ ticketId, set });
		if (!edited.ok) return;
		const { intentId } = edited.value;
		ledger.add(intentId);
		const lane = window.model.generation?.cache.overlay.laneOf(ticketId) ?? [];
		const isShown = lane.some((entry) => entry.id === intentId);
		expect(isShown || desk.appliedCounts.has(intentId)).toBe(true);
	}

	async function create({ ledger, step }: Scene, window: OpenWindow): Promise<void> {
		const set = { shortDescription: `Made in step ${step}`, callerId: "c1" };
		const created = await window.calls.create({ kind: "incident", set });
		if (created.ok) ledger.add(created.value.intentId);
	}

	function pick<Item>(random: () => number, items: readonly Item[]): Item {
		const item = items[Math.floor(random() * items.length)];
		if (item === undefined) throw new Error("nothing to pick from");
		return item;
	}
});

const DAY_MS = 86_400_000;

/** `count` tickets of which every second ended, one a day, the newest today; all of a team that isn't ours. */
function makeDeskWithEnded(count: number): FakeDesk {
	const desk = new FakeDesk();
	for (let counter = 1; counter <= count; counter += 1) {
		const updatedAt = 1_800_000_000_000 - (count - counter) * DAY_MS;
		desk.put(makeTicket(counter, { teamId: "t2", updatedAt, ...(counter % 2 === 0 ? { state: 6 } : {}) }));
	}
	return desk;
}

function countKept(window: OpenWindow): number | undefined {
	return window.model.generation?.views.counts().all;
}

describe("the way down", () => {
	it("brings the working set before everything else, also into a second window and over a crash", async () => {
		const desk = new FakeDesk();
		for (let counter = 1; counter <= 900; counter += 1) {
			desk.put(makeTicket(counter, { teamId: counter > 880 ? "t1" : "t2" }));
		}
		desk.pageLimit = 15;
		const station = new Workstation(desk);
		const first = await station.open();
		const second = await station.open();
		desk.onPage = (query) => {
			if (query.get("scope") === null) desk.goDown();
		};
		await pass(2_000);
		expect([countKept(first), countKept(second)]).toEqual([20, 20]);
		await first.engine.dispose();
		await second.engine.dispose();
		const again = await station.open();
		expect(countKept(again)).toBe(20);
		expect(again.model.generation?.cache.isComplete).toBe(false);
		desk.onPage = () => undefined;
		desk.isDown = false;
		again.calls.reconnect();
		await untilQuiet([again]);
		expect(countKept(again)).toBe(900);
	});

	it("never brings back what was deleted while the working set was on its way", async () => {
		const desk = makeDesk(40);
		desk.pageLimit = 15;
		const station = new Workstation(desk);
		desk.onPage = (query) => {
			if (query.get("scope") === "working" && query.get("since") !== "0") desk.remove(makeUuid(3));
		};
		const window = await station.open();
		await untilQuiet([window]);
		expect(rowOf(window, makeUuid(3))).toBe(null);
		expect(countKept(window)).toBe(39);
	});

	it("leaves out what ended long ago, fetches it when more is wanted, and drops it when less is", async () => {
		const desk = makeDeskWithEnded(100);
		desk.pageLimit = 30;
		const station = new Workstation(desk);
		await station.outbox.writeMeta("keepEndedMonths", 1);
		const window = await station.open();
		await untilQuiet([window]);
		expect(countKept(window)).toBe(50 + 16);
		await window.calls.keepEnded(2);
		await untilQuiet([window]);
		expect(countKept(window)).toBe(50 + 31);
		await window.calls.keepEnded(null);
		await untilQuiet([window]);
		expect(countKept(window)).toBe(100);
		await window.calls.keepEnded(1);
		await pass(8_000);
		expect(countKept(window)).toBe(50 + 16);
		await window.engine.dispose();
		desk.goDown();
		expect(countKept(await station.open())).toBe(50 + 16);
	});

	it("shows a ticket that is not kept when somebody asks for it, and has none of it offline", async () => {
		const desk = makeDeskWithEnded(100);
		const station = new Workstation(desk);
		await station.outbox.writeMeta("keepEndedMonths", 1);
		const window = await station.open();
		await untilQuiet([window]);
		expect(await ticketPayload(window.model, "INC0000002")).toBe(undefined);
		await pass(100);
		expect((await ticketPayload(window.model, "INC0000002"))?.ticket.state).toBe(6);
		expect((await window.calls.edit({ ticketId: makeUuid(2), set: { category: "Network" } })).ok).toBe(true);
		await untilQuiet([window]);
		expect(desk.tickets.get(makeUuid(2))?.ticket.category).toBe("Network");
		desk.goDown();
		await pass(3_000);
		expect(await ticketPayload(window.model, "INC0000004")).toBe(null);
	});

	it("takes in what changed in the second window as well when more is kept", async () => {
		const desk = makeDeskWithEnded(100);
		const station = new Workstation(desk);
		await station.outbox.writeMeta("keepEndedMonths", 1);
		const [first, second] = [await station.open(), await station.open()];
		await untilQuiet([first]);
		await second.calls.keepEnded(null);
		await untilQuiet([first]);
		desk.change(makeUuid(1), { impact: 1, urgency: 1 }, 1_800_000_000_000);
		await pass(500);
		expect([countKept(first), countKept(second)]).toEqual([100, 100]);
		expect(rowOf(second, makeUuid(1))).toMatchObject({ priority: 1 });
	});
});
