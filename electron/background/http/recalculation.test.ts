import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AuditPage } from "../../../shared/api/audit.ts";
import type { Change } from "../../../shared/api/changes.ts";
import { definitionsSchema, policyRecordSchema, recalculationAnswerSchema } from "../../../shared/api/sla.ts";
import { ticketDetailSchema } from "../../../shared/api/tickets.ts";
import { addStaff, changing, opening, signInAs, startTestDesk, type TestDesk } from "../fixture.ts";

const START = Date.parse("2026-01-19T09:00Z"); // a Monday
const HOUR = 3_600_000;
const ID = "sla-resolution";
const urgent = { shortDescription: "VPN", callerId: "ben", impact: 1, urgency: 1, teamId: "network" };

let desk: TestDesk;
let now = START;

beforeEach(async () => {
	now = START;
	desk = await startTestDesk({ now: () => now });
	await addStaff(desk);
});
afterEach(() => desk.close());

async function clockOf(key: string) {
	const { clocks } = ticketDetailSchema.parse((await desk.ask(`/api/tickets/${key}`)).body);
	return clocks.find(({ policyId }) => policyId === ID);
}

async function policy() {
	const { policies } = definitionsSchema.parse((await desk.ask("/api/sla")).body);
	const record = policies.find(({ id }) => id === ID);
	const newest = record?.versions.at(-1);
	if (!record || !newest) throw new Error("there is a policy");
	const { version, effectiveFrom: _from, savedAt: _at, savedById: _by, ...rest } = newest;
	return { record, version, rest };
}

/** Three hours for what is critical, from now on. */
async function lengthen(): Promise<void> {
	const { version, rest } = await policy();
	const targets = rest.targets.map((one) => (one.priority === 1 ? { ...one, amount: 3 } : one));
	const body = { policy: { ...rest, targets }, effectiveFrom: null, baseVersion: version };
	expect((await desk.ask(`/api/sla/policies/${ID}/versions`, { body })).status).toBe(200);
}

/** One that took two hours, against a promise of one; then it is three. */
async function missThenLengthen(): Promise<string> {
	const done = opening({ set: urgent, occurredAt: now });
	await desk.send(done);
	now += 2 * HOUR;
	const closing = { state: 6, closeCode: "Duplicate", closeNotes: "x" };
	await desk.send(changing(await desk.readTicket(done.ticketId), closing, { occurredAt: now }));
	now += HOUR;
	await lengthen();
	now += HOUR;
	return done.ticketId;
}

const scope = (over: object = {}) => ({ from: START - HOUR, policies: [{ id: ID, version: 2 }], ...over });
const preview = (body: object) => desk.ask("/api/sla/recalculations/preview", { body });
const recalculate = (over: object = {}) =>
	desk.ask("/api/sla/recalculations", { body: { ...scope(over), reason: "Agreed in writing" } });

describe("counting clocks anew", () => {
	it("says first how many would change, and does nothing", async () => {
		const ticketId = await missThenLengthen();
		const [before, head] = [await clockOf(ticketId), desk.background.store.head()];
		expect(before).toMatchObject({ stage: "completed", isBreached: true, percent: 200, policyVersion: 1 });
		expect(await preview(scope())).toMatchObject({
			status: 200,
			body: {
				effects: [{ policyId: ID, clocks: 1, changed: 1, completed: 1, breached: 0, relieved: 1 }],
			},
		});
		expect(await clockOf(ticketId)).toEqual(before);
		expect(desk.background.store.head()).toBe(head);
	});

	it("moves completed clocks too, says so in each, in the policy, the feed and the audit", async () => {
		const ticketId = await missThenLengthen();
		const head = desk.background.store.head();
		const answer = await recalculate();
		expect(answer.status).toBe(201);
		expect(recalculationAnswerSchema.parse(answer.body).effects).toMatchObject([{ changed: 1 }]);
		const clock = await clockOf(ticketId);
		expect(clock).toMatchObject({
			stage: "completed",
			isBreached: false,
			policyVersion: 2,
			targetMs: 3 * HOUR,
			elapsedMs: 2 * HOUR,
			stretches: [{ kind: "counted", policyVersion: 2, recalculatedAt: now }, { kind: "stopped" }],
		});
		const { record } = await policy();
		expect(record.recalculations).toEqual([
			{ from: START - HOUR, at: now, byId: "owner", version: 2, reason: "Agreed in writing" },
		]);
		const { changes } = (await desk.ask(`/api/changes?since=${head}`)).body as { changes: Change[] };
		expect(changes).toMatchObject([{ kind: "policy", id: ID, row: policyRecordSchema.parse(record) }]);
		const { entries } = (await desk.ask("/api/audit?limit=1")).body as AuditPage;
		expect(entries).toMatchObject([
			{
				action: "clocks.recalculated",
				actorId: "owner",
				at: now,
				from: "2026-01-19T08:00:00.000Z",
				to: "Resolution, version 2 (1 changed): Agreed in writing",
			},
		]);
	});

	it("is kept by a desk that starts again, and edits go on from there", async () => {
		const ticketId = await missThenLengthen();
		await recalculate();
		const clock = await clockOf(ticketId);
		now += HOUR;
		await lengthen();
		expect((await policy()).record).toMatchObject({ recalculations: [{ version: 2 }] });
		expect(await clockOf(ticketId)).toEqual(clock);
	});

	it("leaves alone what was over before its date", async () => {
		const ticketId = await missThenLengthen();
		const before = await clockOf(ticketId);
		const later = { from: START + 3 * HOUR };
		expect((await preview(scope(later))).body).toMatchObject({ effects: [{ changed: 0 }] });
		expect((await recalculate(later)).status).toBe(201);
		expect(await clockOf(ticketId)).toEqual(before);
	});

	it("is refused where it makes no sense, with the reason", async () => {
		await missThenLengthen();
		const cases = [
			[{ from: now + 1 }, 422, "from_not_past", "from"],
			[{ policies: [{ id: ID, version: 1 }] }, 409, "edited_meanwhile", "policies.0"],
			[{ policies: [{ id: "nothing", version: 1 }] }, 404, "not_found", "policies.0"],
		] as const;
		for (const [over, status, code, path] of cases) {
			const refusal = { status, body: { error: { code, path } } };
			expect(await preview(scope(over))).toMatchObject(refusal);
			expect(await recalculate(over)).toMatchObject(refusal);
		}
		expect((await preview(scope({ policies: [] }))).status).toBe(400);
		expect((await desk.ask("/api/sla/recalculations", { body: { ...scope(), reason: " " } })).status).toBe(
			400,
		);
		expect((await policy()).record.recalculations).toBeUndefined();
	});

	it("has nothing to count by where the policy is switched off", async () => {
		const { version, rest } = await policy();
		const body = { policy: { ...rest, isActive: false }, effectiveFrom: null, baseVersion: version };
		await desk.ask(`/api/sla/policies/${ID}/versions`, { body });
		now += HOUR;
		expect(await recalculate()).toMatchObject({ status: 422, body: { error: { code: "nothing_applies" } } });
	});

	it("fires no threshold for what it moves into the past", async () => {
		const { version, rest } = await policy();
		const acting = { percent: 100, actions: [{ kind: "notify", to: "team" }] } as const;
		const body = { policy: { ...rest, thresholds: [acting] }, effectiveFrom: null, baseVersion: version };
		await desk.ask(`/api/sla/policies/${ID}/versions`, { body });
		const held = opening({ set: urgent, occurredAt: now });
		await desk.send(held);
		const holding = { state: 3, holdReason: 1, followUpAt: 9e12 };
		const note = { kind: "comment", text: "Which site?" };
		await desk.send(changing(await desk.readTicket(held.ticketId), holding, { occurredAt: now, note }));
		now += 3 * HOUR;
		const edited = { ...body.policy, pausedBy: [] };
		await desk.ask(`/api/sla/policies/${ID}/versions`, {
			body: { policy: edited, effectiveFrom: null, baseVersion: 2 },
		});
		await recalculate({ policies: [{ id: ID, version: 3 }] });
		now += HOUR;
		await desk.background.actOnClocks();
		expect(await clockOf(held.ticketId)).toMatchObject({ breachedAt: START + HOUR, isBreached: true });
		expect((await desk.readTicket(held.ticketId)).revision).toBe(2);
	});
});

describe("who may count clocks anew", () => {
	it("is a lead or an admin, and everybody may ask what was made of them", async () => {
		await desk.close();
		desk = await startTestDesk({ now: () => now, auth: { mode: "password" } });
		await addStaff(desk);
		const password = desk.background.firstPassword ?? "";
		const admin = await signInAs(desk, { name: "admin", password }, "kettle-orbit-19");
		const made = await desk.ask("/api/accounts", { headers: admin, body: { personId: "ada", name: "ada" } });
		const { oneTimePassword } = made.body as { oneTimePassword: string };
		const ada = await signInAs(desk, { name: "ada", password: oneTimePassword }, "lantern gravel 77");
		const body = { ...scope({ policies: [{ id: ID, version: 1 }] }), reason: "Agreed in writing" };
		expect((await preview(scope())).status).toBe(401);
		expect((await desk.ask("/api/sla/recalculations", { headers: ada, body })).status).toBe(403);
		expect((await desk.ask("/api/sla/recalculations", { headers: admin, body })).status).toBe(201);
		const { policies } = definitionsSchema.parse((await desk.ask("/api/sla", { headers: ada })).body);
		expect(policies.flatMap(({ recalculations = [] }) => recalculations)).toMatchObject([{ byId: "owner" }]);
	});
});
