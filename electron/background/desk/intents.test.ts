import { rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HistoryEntry } from "../../../shared/api/tickets.ts";
import { addStaff, changing, makeDataDir, opening, startTestDesk, type TestDesk } from "../fixture.ts";
import { makeId, makeRandomId } from "../store/crypto.ts";

let desk: TestDesk;

beforeEach(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
});
afterEach(() => desk.close());

const readHistory = async (key: string): Promise<readonly HistoryEntry[]> => {
	const { body } = await desk.ask(`/api/tickets/${key}`);
	return (body as { readonly history: readonly HistoryEntry[] }).history;
};
const resolving = { state: 6, closeCode: "Solved (Permanently)", closeNotes: "new cable" };

describe("opening by intent", () => {
	it("numbers the ticket, derives its priority and says who opened it when", async () => {
		const occurredAt = Date.now() - 60_000;
		const set = { shortDescription: "VPN is down", callerId: "ada", impact: 1, urgency: 2 };
		const [result] = await desk.send(opening({ set, occurredAt }));
		expect(result).toMatchObject({
			status: "applied",
			number: "INC0000001",
			revision: 1,
			wroteNothing: false,
		});
		expect(await desk.readTicket("inc1")).toMatchObject({
			priority: 2,
			openedAt: occurredAt,
			openedById: "owner",
			state: 1,
		});
		const [second] = await desk.send(opening({ kind: "problem", set: { shortDescription: "Why?" } }));
		expect(second).toMatchObject({ number: "PRB0000001" });
	});

	it("shows New and then Resolved for what was solved while the call lasted", async () => {
		const set = { shortDescription: "VPN is down", callerId: "ada", ...resolving };
		const [result] = await desk.send(opening({ set, note: { kind: "comment", text: "Works again." } }));
		expect(result).toMatchObject({ status: "applied", revision: 2 });
		const history = await readHistory("INC0000001");
		expect(history.map((entry) => [entry.type, entry.changes.state, entry.note?.text])).toEqual([
			["created", { from: null, to: 1 }, undefined],
			["changed", { from: 1, to: 6 }, "Works again."],
		]);
	});

	it("is refused without a caller, and uses up no number", async () => {
		const [refused] = await desk.send(opening({ set: { shortDescription: "VPN is down" } }));
		expect(refused).toMatchObject({
			status: "rejected",
			reason: { code: "field_required", path: "callerId" },
		});
		const [taken] = await desk.send(opening());
		expect(taken).toMatchObject({ number: "INC0000001" });
	});

	it("is refused for an id that is taken, and for people that are not there", async () => {
		const first = opening();
		await desk.send(first);
		const [again, stranger] = await desk.send(
			opening({ ticketId: first.ticketId }),
			opening({ set: { shortDescription: "x", callerId: "stranger" } }),
		);
		expect(again).toMatchObject({ reason: { code: "ticket_exists" } });
		expect(stranger).toMatchObject({ reason: { code: "no_such_reference", path: "callerId" } });
	});
});

describe("at most once", () => {
	it("repeats the first answer, in the same batch, later and after a restart", async () => {
		const dataDir = makeDataDir();
		const first = await startTestDesk({ dataDir });
		const intent = opening({ set: { shortDescription: "VPN", callerId: "owner" } });
		const [applied, repeated] = await first.send(intent, intent);
		expect(applied).toMatchObject({ status: "applied", wroteNothing: false });
		expect(repeated).toEqual({ ...applied, wroteNothing: true });
		await first.close();
		const second = await startTestDesk({ dataDir });
		expect(await second.send(intent)).toEqual([{ ...applied, wroteNothing: true }]);
		const { body } = await second.ask("/api/tickets");
		expect(body).toMatchObject({ total: 1 });
		await second.close();
		rmSync(dataDir, { recursive: true, force: true });
	});

	it("judges anew what was refused: only what was applied is remembered", async () => {
		const created = opening();
		await desk.send(created);
		const seen = await desk.readTicket("inc1");
		const early = changing(seen, { state: 2 });
		expect(await desk.send(early)).toMatchObject([{ status: "rejected", reason: { path: "assigneeId" } }]);
		await desk.send(changing(seen, { teamId: "network" }));
		expect(await desk.send(early)).toMatchObject([{ id: early.id, status: "applied", wroteNothing: false }]);
	});
});

describe("a change by intent", () => {
	it("merges with what others changed meanwhile, and says so", async () => {
		await desk.send(opening());
		const seen = await desk.readTicket("inc1");
		const other = { deviceId: makeRandomId(), fence: 1, intents: [changing(seen, { category: "Network" })] };
		await desk.ask("/api/intents", { body: other });
		const [result] = await desk.send(changing(seen, { impact: 1, urgency: 1 }));
		expect(result).toMatchObject({ status: "merged", revision: 3 });
		expect(await desk.readTicket("inc1")).toMatchObject({ category: "Network", priority: 1 });
	});

	it("is simply applied on top of this workstation's own earlier changes", async () => {
		await desk.send(opening());
		const seen = await desk.readTicket("inc1");
		const results = await desk.send(changing(seen, { category: "Network" }), changing(seen, { impact: 1 }));
		expect(results.map((result) => result.status)).toEqual(["applied", "applied"]);
	});

	it("is a conflict where both changed the same, and nothing of it is applied", async () => {
		await desk.send(opening());
		const seen = await desk.readTicket("inc1");
		await desk.send(changing(seen, { assigneeId: "ada", teamId: "network" }));
		const [result] = await desk.send(changing(seen, { assigneeId: "ben", category: "Network" }));
		expect(result).toMatchObject({
			status: "conflict",
			revision: 2,
			byPersonId: "owner",
			fields: [
				{ field: "teamId", base: null, mine: null, theirs: "network" },
				{ field: "assigneeId", base: null, mine: "ben", theirs: "ada" },
			],
		});
		expect(await desk.readTicket("inc1")).toMatchObject({ category: null, assigneeId: "ada", revision: 2 });
	});

	it("leaves no entry where everything is so already, and a note always leaves one", async () => {
		await desk.send(opening());
		const seen = await desk.readTicket("inc1");
		const [idle] = await desk.send(changing(seen, { impact: 3 }));
		expect(idle).toMatchObject({ status: "applied", revision: 1 });
		const note = { kind: "workNote", text: "Seen it." };
		const [noted] = await desk.send(changing(seen, { impact: 3 }, { note }));
		expect(noted).toMatchObject({ revision: 2 });
		expect((await readHistory("inc1")).at(-1)).toMatchObject({ type: "noted", changes: {}, note });
	});

	it("is refused with the reason and the field that is missing", async () => {
		await desk.send(opening());
		const seen = await desk.readTicket("inc1");
		const [result] = await desk.send(changing(seen, { state: 6, closeCode: "Solved (Permanently)" }));
		expect(result).toMatchObject({
			status: "rejected",
			reason: { code: "field_required", message: "Resolved needs close notes.", path: "closeNotes" },
		});
	});

	it("asks for the values it started from where the ticket has moved on", async () => {
		await desk.send(opening());
		const seen = await desk.readTicket("inc1");
		await desk.send(changing(seen, { impact: 1 }));
		const [result] = await desk.send(changing(seen, { urgency: 1 }, { base: { urgency: 3 } }));
		expect(result).toMatchObject({ reason: { code: "base_required", path: "base.impact" } });
	});

	it("happened neither in the desk's future nor before what clocks have counted", async () => {
		await desk.send(opening());
		const seen = await desk.readTicket("inc1");
		await desk.send(
			changing(seen, { impact: 1 }, { occurredAt: Date.now() + 86_400_000 }),
			changing(seen, { teamId: "network" }, { occurredAt: 0 }),
		);
		const [first, future, past] = await readHistory("inc1");
		expect(future?.occurredAt).toBeLessThanOrEqual(Date.now());
		expect(past?.occurredAt).toBe(future?.occurredAt);
		expect(first?.occurredAt).toBe(seen.openedAt);
	});

	it("counts from when it happened offline, but not from before the workstation's last sync", async () => {
		const ago = (minutes: number): number => Date.now() - minutes * 60_000;
		const [sick, well] = [opening({ occurredAt: ago(60) }), opening({ occurredAt: ago(60) })];
		await desk.send(sick, well);
		const hold = { state: 3, holdReason: 4, followUpAt: 9e12 };
		const [happenedAt, syncedAt] = [ago(50), ago(30)];
		await desk.send(
			changing(await desk.readTicket(sick.ticketId), hold, { occurredAt: happenedAt, syncedAt }),
			changing(await desk.readTicket(well.ticketId), hold, { occurredAt: happenedAt, syncedAt: ago(55) }),
		);
		const [wrongClock] = (await readHistory(sick.ticketId)).slice(1);
		expect(wrongClock?.occurredAt).toBe(syncedAt);
		const [offline] = (await readHistory(well.ticketId)).slice(1);
		expect(offline?.occurredAt).toBe(happenedAt);
		expect(offline?.recordedAt).toBeGreaterThan(ago(1));
		expect((await desk.readTicket(well.ticketId)).track.at(-1)?.[0]).toBe(happenedAt);
	});
});

describe("a batch", () => {
	it("goes on past a bad intent, and holds back only what follows it on its ticket", async () => {
		const [poisoned, healthy] = [opening(), opening()];
		await desk.send(poisoned, healthy);
		const [sick, well] = [await desk.readTicket(poisoned.ticketId), await desk.readTicket(healthy.ticketId)];
		const results = await desk.send(
			{ ...changing(sick, {}), set: { colour: "red" } },
			changing(sick, { category: "Network" }),
			changing(well, { category: "Network" }),
			"not even an object" as unknown as object,
		);
		expect(results.map((result) => result.status)).toEqual(["rejected", "rejected", "applied", "rejected"]);
		expect(results[0]).toMatchObject({ reason: { code: "invalid_request", path: "set.colour" } });
		expect(results[1]).toMatchObject({ reason: { code: "earlier_not_applied" } });
	});

	it("is refused from a window that another one has replaced", async () => {
		const deviceId = makeRandomId();
		const batch = (fence: number) => ({ body: { deviceId, fence, intents: [opening()] } });
		expect((await desk.ask("/api/intents", batch(2))).status).toBe(200);
		expect((await desk.ask("/api/intents", batch(2))).status).toBe(200);
		const late = await desk.ask("/api/intents", batch(1));
		expect(late).toMatchObject({ status: 409, body: { error: { code: "fenced" } } });
		expect((await desk.ask("/api/tickets")).body).toMatchObject({ total: 2 });
	});

	it("is refused whole where its envelope is wrong", async () => {
		const intents = [opening()];
		const batch = { deviceId: makeRandomId(), fence: 1, intents, isUrgent: true };
		expect(await desk.ask("/api/intents", { body: batch })).toMatchObject({
			status: 400,
			body: { error: { code: "invalid_request", path: "isUrgent" } },
		});
	});
});

describe("the door for rules", () => {
	it("opens incidents as the Monitoring account, and knows when a person touched one", async () => {
		const { store } = desk.background;
		const { makeDeskPort } = await import("./desk-port.ts");
		const port = makeDeskPort(store, Date.now);
		const opened = await port.openIncident({
			set: { shortDescription: "web is down", impact: 1, urgency: 1 },
			note: { kind: "workNote", text: "HTTP 503" },
			ruleId: "rule-1",
			alertId: makeId(),
		});
		if (!opened.ok) throw new Error(opened.error.message);
		const ticket = opened.value;
		expect(ticket).toMatchObject({ number: "INC0000001", callerId: "monitoring", priority: 1 });
		expect(await port.isTouched(ticket.id)).toBe(false);
		const change = { ticketId: ticket.id, note: null, ruleId: "rule-1", alertId: null };
		expect((await port.changeTicket({ ...change, set: { state: 6 } })).ok).toBe(false);
		expect((await port.changeTicket({ ...change, set: { ...resolving } })).ok).toBe(true);
		await desk.send(
			changing(await desk.readTicket(ticket.id), {}, { note: { kind: "workNote", text: "hm" } }),
		);
		expect(await port.isTouched(ticket.id)).toBe(true);
	});
});
