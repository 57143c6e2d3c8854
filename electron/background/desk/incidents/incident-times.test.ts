import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HistoryEntry } from "../../../../shared/api/tickets.ts";
import type { Ticket } from "../../../../shared/ticket/ticket.ts";
import { addStaff, changing, makeDataDir, opening, startTestDesk, type TestDesk } from "../../fixture.ts";

const START = Date.parse("2026-01-19T09:00Z"); // a Monday
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SOLVED = { state: 6, closeCode: "Solved (Permanently)", closeNotes: "Done." };

let desk: TestDesk;
let now = START;
let dataDir: string;

beforeEach(async () => {
	now = START;
	dataDir = makeDataDir();
	desk = await startTestDesk({ now: () => now, dataDir });
	await addStaff(desk);
});
afterEach(() => desk.close());

async function open(over: object = {}): Promise<string> {
	const set = { shortDescription: "VPN is down", callerId: "ben", teamId: "network", assigneeId: "ada" };
	const intent = opening({ occurredAt: now, set: { ...set, ...over } });
	expect(await desk.send(intent)).toMatchObject([{ status: "applied" }]);
	return intent.ticketId;
}

/** Changes a ticket as it stands. */
async function change(ticketId: string, set: Partial<Ticket>, text?: string): Promise<void> {
	const note = text === undefined ? {} : { note: { kind: "comment", text } };
	const intent = changing(await desk.readTicket(ticketId), set, { occurredAt: now, ...note });
	expect(await desk.send(intent)).toMatchObject([{ status: "applied" }]);
}

async function hold(holdReason: number, followUpAt: number): Promise<string> {
	const ticketId = await open();
	await change(ticketId, { state: 3, holdReason, followUpAt }, "Which site is it?");
	return ticketId;
}

/** Lets time pass in steps, as the desk would see it. */
async function pass(ms: number, steps = 1): Promise<void> {
	for (let step = 0; step < steps; step += 1) {
		now += ms / steps;
		await desk.background.actOnIncidents();
	}
}

async function restart(): Promise<void> {
	await desk.close();
	desk = await startTestDesk({ now: () => now, dataDir });
}

async function byRule(ticketId: string): Promise<readonly HistoryEntry[]> {
	const { history } = (await desk.ask(`/api/tickets/${ticketId}`)).body as { history: HistoryEntry[] };
	return history.filter(({ actor }) => actor.kind === "rule");
}

describe("a hold whose follow-up time has come", () => {
	it("reminds its caller twice, a business day apart, then offers to resolve; also over restarts", async () => {
		const ticketId = await hold(1, START + HOUR);
		await pass(HOUR - 1);
		expect(await byRule(ticketId)).toEqual([]);
		await pass(1);
		await restart();
		await pass(HOUR, 3);
		expect(await desk.readTicket(ticketId)).toMatchObject({ state: 3, $remindersSent: 1 });
		await pass(DAY - HOUR);
		await restart();
		await pass(HOUR);
		expect(await desk.readTicket(ticketId)).toMatchObject({ $remindersSent: 2 });
		await pass(3 * DAY, 6);
		await restart();
		await pass(9 * DAY, 3);
		expect(await desk.readTicket(ticketId)).toMatchObject({ state: 3, $remindersSent: 2, $callerSilent: 1 });
		const entries = await byRule(ticketId);
		expect(entries.map(({ actor, note, occurredAt }) => [actor.id, note?.kind, occurredAt])).toEqual([
			["hold-reminders", "comment", START + HOUR],
			["hold-reminders", "comment", START + HOUR + DAY],
			["hold-reminders", "workNote", START + 50 * HOUR],
		]);
		expect(entries[2]?.note?.text).toContain("For ada.");
	});

	it("reminds the assignee once where it waits for somebody else", async () => {
		const ticketId = await hold(4, START + HOUR);
		await pass(20 * DAY, 5);
		expect((await byRule(ticketId)).map(({ note }) => note)).toEqual([
			{ kind: "workNote", text: "The follow-up is due: Awaiting Vendor. For ada." },
		]);
	});

	it("begins anew with another follow-up time, and forgets its reminders when it goes on", async () => {
		const ticketId = await hold(4, START + HOUR);
		await pass(2 * HOUR);
		await change(ticketId, { followUpAt: now + DAY });
		expect((await desk.readTicket(ticketId)).$remindersSent).toBeUndefined();
		await pass(DAY);
		expect((await desk.readTicket(ticketId)).$remindersSent).toBe(1);
		await change(ticketId, { state: 2 });
		const ticket = await desk.readTicket(ticketId);
		expect([ticket.$remindersSent, ticket.holdReason, ticket.followUpAt]).toEqual([undefined, null, null]);
	});

	it("reminds no caller twice in a row after an outage", async () => {
		const ticketId = await hold(1, START + HOUR);
		now += 10 * DAY; // a Thursday
		await restart();
		await pass(HOUR, 4);
		expect(await desk.readTicket(ticketId)).toMatchObject({ $remindersSent: 1 });
		await pass(DAY, 4);
		expect(await desk.readTicket(ticketId)).toMatchObject({ $remindersSent: 2 });
	});

	it("reminds nobody once the caller has answered", async () => {
		const ticketId = await hold(4, START + HOUR);
		const other = await hold(1, START + HOUR);
		await desk.background.store.write(({ tx }) =>
			tx.updateTable("ticket").set({ state: 2 }).where("id", "=", other).execute(),
		);
		await pass(DAY);
		expect([(await byRule(ticketId)).length, (await byRule(other)).length]).toEqual([1, 0]);
	});
});

describe("a resolved incident", () => {
	it("closes by itself a day after its last update, once", async () => {
		const ticketId = await open();
		await change(ticketId, SOLVED);
		await pass(20 * HOUR);
		await change(ticketId, {}, "Thank you!");
		await pass(23 * HOUR);
		expect((await desk.readTicket(ticketId)).state).toBe(6);
		await pass(HOUR);
		await restart();
		await pass(DAY);
		expect(await desk.readTicket(ticketId)).toMatchObject({ state: 7, closedAt: START + 44 * HOUR });
		expect((await byRule(ticketId)).map(({ actor }) => actor.id)).toEqual(["auto-close"]);
	});

	it("waits as long as the desk has chosen, and for ever where it never closes", async () => {
		const set = async (closeAfterHours: number | null): Promise<void> => {
			const body = { id: "incidents", reminderDays: 1, closeAfterHours };
			const answer = await desk.ask("/api/desk-settings/incidents", { method: "PUT", body });
			expect(answer).toMatchObject({ status: 200, body: { incidents: { closeAfterHours } } });
		};
		const ticketId = await open();
		await change(ticketId, SOLVED);
		await set(null);
		await pass(90 * DAY);
		expect((await desk.readTicket(ticketId)).state).toBe(6);
		await set(3_000 / 2);
		await pass(1);
		expect((await desk.readTicket(ticketId)).state).toBe(7);
	});

	it("is left alone while it is a major one", async () => {
		const ticketId = await open();
		await change(ticketId, { $majorState: 1, $businessImpact: "Nobody can work." });
		const accept = changing(
			await desk.readTicket(ticketId),
			{ $majorState: 2 },
			{
				occurredAt: now,
				note: { kind: "workNote", text: "All sites." },
				base: { $majorState: 1 },
			},
		);
		expect(await desk.send(accept)).toMatchObject([{ status: "applied" }]);
		await change(ticketId, SOLVED);
		await pass(30 * DAY, 3);
		expect((await desk.readTicket(ticketId)).state).toBe(6);
	});
});
