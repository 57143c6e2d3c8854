import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Intent } from "../../../shared/api/intents.ts";
import { makeTicket, makeUuid } from "../fixture.ts";
import { batchPayload } from "../topics/batch-topic.ts";
import { makeDesk, type OpenWindow, pass, untilQuiet, Workstation } from "../workstation.ts";

beforeEach(() => {
	vi.useFakeTimers({ now: 1_800_000_000_000 });
});
afterEach(() => {
	vi.useRealTimers();
});

const IDS = Array.from({ length: 40 }, (_, index) => makeUuid(index + 1));

async function openConsole(desk = makeDesk(40)): Promise<OpenWindow> {
	const window = await new Workstation(desk).open();
	await untilQuiet([window]);
	return window;
}

async function apply(window: OpenWindow, set: Intent["set"], ticketIds = IDS) {
	const applied = await window.calls.applyBulk({ ticketIds, edit: { set } });
	if (!applied.ok) throw new Error(applied.error.message);
	return applied.value;
}

async function takeBack(window: OpenWindow, id: string) {
	const undone = await window.calls.takeBack(id);
	if (!undone.ok) throw new Error(undone.error.message);
	return undone.value;
}

describe("a preview", () => {
	it("says of each ticket what it becomes, that it stays, or why it refuses, and writes nothing", async () => {
		const desk = makeDesk(3);
		desk.put(makeTicket(2, { assigneeId: "p1", teamId: "t1" }));
		desk.put(makeTicket(3, { state: 7, closedAt: 1 }));
		const window = await openConsole(desk);
		const preview = await window.calls.previewBulk({
			ticketIds: [makeUuid(1), makeUuid(2), makeUuid(3), makeUuid(99)],
			edit: { set: { assigneeId: "p1" } },
		});
		expect(preview.lines).toMatchObject([
			{ number: "INC0000001", outcome: "changes", changes: { assigneeId: { from: null, to: "p1" } } },
			{ number: "INC0000002", outcome: "same" },
			{ number: "INC0000003", outcome: "refused", reason: "It is Closed and can no longer be edited." },
		]);
		expect(window.model.generation?.outbox.entries).toEqual([]);
	});

	it("shows what follows, and what no undo will bring back", async () => {
		const window = await openConsole();
		const edit = { set: { state: 2, assigneeId: "p1", impact: 1 }, stateOf: "incident" } as const;
		const { lines } = await window.calls.previewBulk({ ticketIds: IDS, edit });
		expect(lines).toHaveLength(40);
		expect(lines[0]).toMatchObject({
			outcome: "changes",
			isOneWay: true,
			changes: { state: { from: 1, to: 2 }, priority: { from: 5, to: 3 } },
		});
	});

	it("keeps a state of one kind from tickets of another", async () => {
		const desk = makeDesk(1);
		desk.put({ ...makeTicket(2), kind: "problem", number: "PRB0000002", state: 101 });
		const window = await openConsole(desk);
		const edit = { set: { state: 2, assigneeId: "p1" }, stateOf: "incident" } as const;
		const { lines } = await window.calls.previewBulk({ ticketIds: [makeUuid(1), makeUuid(2)], edit });
		expect(lines.map(({ outcome }) => outcome)).toEqual(["changes", "refused"]);
	});
});

describe("an edit of many", () => {
	it("is one intent a ticket under one batch, each once on the desk", async () => {
		const desk = makeDesk(40);
		const window = await openConsole(desk);
		const { batchId, changed } = await apply(window, { assigneeId: "p1" });
		expect(changed).toBe(40);
		const intents = window.model.generation?.outbox.entries.map(({ intent }) => intent) ?? [];
		expect(new Set(intents.map(({ counter }) => counter)).size).toBe(40);
		expect(intents).toMatchObject(IDS.map((ticketId) => ({ ticketId, batchId })));
		await untilQuiet([window]);
		expect([...desk.tickets.values()].every(({ ticket }) => ticket.assigneeId === "p1")).toBe(true);
		expect([...desk.appliedCounts.values()]).toEqual(IDS.map(() => 1));
		expect(batchPayload(window.model, batchId)).toEqual({ waiting: 0, needsYou: 0 });
	});

	it("waits offline, shown at once, and is told how far it is", async () => {
		const desk = makeDesk(40);
		const window = await openConsole(desk);
		desk.goDown();
		await pass(3_000);
		const { batchId } = await apply(window, { impact: 1 });
		expect(window.model.generation?.views.rowOf(makeUuid(40))).toMatchObject({ impact: 1, pendingCount: 1 });
		expect(batchPayload(window.model, batchId)).toEqual({ waiting: 40, needsYou: 0 });
		desk.isDown = false;
		window.calls.reconnect();
		await untilQuiet([window]);
		expect(desk.tickets.get(makeUuid(40))?.ticket.impact).toBe(1);
	});

	it("of one that the desk refuses leaves all others done", async () => {
		const desk = makeDesk(40);
		const window = await openConsole(desk);
		desk.goDown();
		await pass(3_000);
		const { batchId } = await apply(window, { impact: 1 });
		desk.isDown = false;
		desk.change(makeUuid(7), { impact: 2 }, 1_800_000_000_000);
		window.calls.reconnect();
		await untilQuiet([window]);
		expect(batchPayload(window.model, batchId)).toEqual({ waiting: 0, needsYou: 1 });
		expect(desk.tickets.get(makeUuid(8))?.ticket.impact).toBe(1);
		expect(await takeBack(window, batchId)).toMatchObject({ undone: 39, left: 0 });
	});
});

describe("taking it back", () => {
	it("gives each ticket its own value back, but not where others went on", async () => {
		const desk = makeDesk(40);
		for (const [index, id] of IDS.entries())
			desk.change(id, { assigneeId: `p${index % 3}` }, 1_799_000_000_000);
		const window = await openConsole(desk);
		const { batchId } = await apply(window, { assigneeId: "p9", impact: 1 });
		await untilQuiet([window]);
		desk.change(makeUuid(5), { assigneeId: "p7" }, 1_800_000_000_000);
		await pass(100);
		const undone = await takeBack(window, batchId);
		expect(undone).toMatchObject({ undone: 39, left: 1, partly: 0, refused: {} });
		await untilQuiet([window]);
		for (const [index, id] of IDS.entries()) {
			const assigneeId = id === makeUuid(5) ? "p7" : `p${index % 3}`;
			expect(desk.tickets.get(id)?.ticket).toMatchObject({ assigneeId, impact: 3 });
		}
	});

	it("works after a restart, and can itself be taken back", async () => {
		const station = new Workstation(makeDesk(40));
		const first = await station.open();
		await untilQuiet([first]);
		const { batchId } = await apply(first, { impact: 1 });
		await untilQuiet([first]);
		await first.engine.dispose();
		const again = await station.open();
		await untilQuiet([again]);
		const undone = await takeBack(again, batchId);
		expect(undone.undone).toBe(40);
		await untilQuiet([again]);
		expect(station.desk.tickets.get(makeUuid(3))?.ticket.impact).toBe(3);
		await takeBack(again, undone.batchId ?? "");
		await untilQuiet([again]);
		expect(station.desk.tickets.get(makeUuid(3))?.ticket.impact).toBe(1);
	});

	it("leaves a state without a way back and gives back the rest", async () => {
		const desk = makeDesk(40);
		const window = await openConsole(desk);
		const { batchId } = await apply(window, { state: 2, assigneeId: "p1" });
		await untilQuiet([window]);
		expect(await takeBack(window, batchId)).toMatchObject({ undone: 0, partly: 40 });
		await untilQuiet([window]);
		expect(desk.tickets.get(makeUuid(1))?.ticket).toMatchObject({ state: 2, assigneeId: null, teamId: "t1" });
	});

	it("of one edit is one entry that says which it takes back", async () => {
		const window = await openConsole();
		const edited = await window.calls.edit({ ticketId: makeUuid(1), set: { impact: 1 } });
		if (!edited.ok) throw new Error(edited.error.message);
		await takeBack(window, edited.value.intentId);
		const intent = window.model.generation?.outbox.entries.at(-1)?.intent;
		expect(intent).toMatchObject({ set: { impact: 3 }, undoes: edited.value.intentId });
		expect(intent).not.toHaveProperty("batchId");
	});

	it("says where nothing is known of an edit", async () => {
		const window = await openConsole();
		expect(await window.calls.takeBack(makeUuid(77))).toMatchObject({
			ok: false,
			error: { code: "nothing_to_undo" },
		});
	});
});
