import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Change } from "../../../shared/api/changes.ts";
import { calendarRecordSchema, definitionsSchema, policyRecordSchema } from "../../../shared/api/sla.ts";
import { type TicketDetail, ticketDetailSchema } from "../../../shared/api/tickets.ts";
import { makeDefaultCalendar } from "../../../shared/sla/calendar.ts";
import { addStaff, changing, opening, startTestDesk, type TestDesk } from "../fixture.ts";

const START = Date.parse("2026-01-19T09:00Z"); // a Monday
const HOUR = 3_600_000;

let desk: TestDesk;
let now = START;

beforeEach(async () => {
	now = START;
	desk = await startTestDesk({ now: () => now });
	await addStaff(desk);
});
afterEach(() => desk.close());

async function readDefinitions() {
	return definitionsSchema.parse((await desk.ask("/api/sla")).body);
}

async function resolutionPolicy() {
	const { policies } = await readDefinitions();
	const record = policies.find(({ id }) => id === "sla-resolution");
	const [version] = record?.versions ?? [];
	if (!version) throw new Error("there is a policy");
	const { version: _, effectiveFrom: _from, savedAt: _at, savedById: _by, ...policy } = version;
	return policy;
}

async function detailOf(key: string): Promise<TicketDetail> {
	return ticketDetailSchema.parse((await desk.ask(`/api/tickets/${key}`)).body);
}

const clockOf = async (key: string) =>
	(await detailOf(key)).clocks.find(({ policyId }) => policyId === "sla-resolution");

const edit = (path: string, body: object) => desk.ask(`/api/sla/${path}/versions`, { body });

describe("editing service levels", () => {
	it("adds a version from its date on, keeps the old one, and tells every console", async () => {
		const policy = await resolutionPolicy();
		const before = desk.background.store.head();
		const body = { policy: { ...policy, name: "Fix" }, effectiveFrom: START + HOUR, baseVersion: 1 };
		const answer = await edit("policies/sla-resolution", body);
		const record = policyRecordSchema.parse(answer.body);
		expect(
			record.versions.map(({ version, name, effectiveFrom, savedById }) => [
				version,
				name,
				effectiveFrom,
				savedById,
			]),
		).toEqual([
			[1, "Resolution", 0, null],
			[2, "Fix", START + HOUR, "owner"],
		]);
		const { changes } = (await desk.ask(`/api/changes?since=${before}`)).body as { changes: Change[] };
		expect(changes).toMatchObject([{ kind: "policy", id: "sla-resolution", row: record }]);
	});

	it("moves running clocks from its date on, and no completed one", async () => {
		const set = { shortDescription: "VPN", callerId: "ben", impact: 1, urgency: 1, teamId: "network" };
		const [running, done] = [opening({ set, occurredAt: now }), opening({ set, occurredAt: now })];
		await desk.send(running, done);
		now += HOUR / 2;
		const closing = { state: 6, closeCode: "Duplicate", closeNotes: "x" };
		await desk.send(changing(await desk.readTicket(done.ticketId), closing, { occurredAt: now }));
		const completed = await clockOf(done.ticketId);
		const policy = await resolutionPolicy();
		const targets = policy.targets.map((one) => (one.priority === 1 ? { ...one, amount: 2 } : one));
		await edit("policies/sla-resolution", {
			policy: { ...policy, targets },
			effectiveFrom: null,
			baseVersion: 1,
		});
		expect(await clockOf(running.ticketId)).toMatchObject({
			policyVersion: 2,
			dueAt: START + 2 * HOUR,
			percent: 25,
		});
		now += 10 * HOUR;
		expect(await clockOf(done.ticketId)).toEqual(completed);
		expect(completed).toMatchObject({ policyVersion: 1, stage: "completed", percent: 50, isBreached: false });
	});

	it("is refused where somebody else saved meanwhile, or where it would apply from before now", async () => {
		const policy = await resolutionPolicy();
		const first = { policy, effectiveFrom: null, baseVersion: 1 };
		expect((await edit("policies/sla-resolution", first)).status).toBe(200);
		expect(await edit("policies/sla-resolution", first)).toMatchObject({
			status: 409,
			body: { error: { code: "edited_meanwhile", path: "baseVersion" } },
		});
		const past = { policy, effectiveFrom: START - HOUR, baseVersion: 2 };
		expect(await edit("policies/sla-resolution", past)).toMatchObject({
			status: 422,
			body: { error: { code: "effective_in_past", path: "effectiveFrom" } },
		});
	});

	it("says what makes no sense, and where", async () => {
		const policy = await resolutionPolicy();
		const targets = policy.targets.map((one) =>
			one.priority === 2 ? { ...one, amount: 1, unit: "minute" } : one,
		);
		expect(
			await edit("policies/sla-resolution", {
				policy: { ...policy, targets },
				effectiveFrom: null,
				baseVersion: 1,
			}),
		).toMatchObject({ status: 422, body: { error: { code: "due_out_of_order", path: "targets.2" } } });
		const nowhere = { policy: { ...policy, teamIds: ["nowhere"] }, effectiveFrom: null, baseVersion: 1 };
		expect(await edit("policies/sla-resolution", nowhere)).toMatchObject({
			status: 422,
			body: { error: { code: "no_such_team", path: "teamIds" } },
		});
		const calendar = { ...makeDefaultCalendar("UTC"), zone: "Mars/Olympus" };
		expect(
			await edit("calendars/business-hours", { calendar, effectiveFrom: null, baseVersion: 1 }),
		).toMatchObject({
			status: 422,
			body: { error: { code: "bad_zone", path: "zone" } },
		});
	});

	it("keeps a calendar from putting due times out of order", async () => {
		const calendar = { ...makeDefaultCalendar("UTC"), minutesPerDay: 60 };
		const answer = await edit("calendars/business-hours", { calendar, effectiveFrom: null, baseVersion: 1 });
		expect(answer).toMatchObject({ status: 422, body: { error: { code: "due_out_of_order" } } });
		expect(JSON.stringify(answer.body)).toContain("Resolution");
	});

	it("begins calendars and policies, which promise from then on", async () => {
		const calendar = { ...makeDefaultCalendar("Asia/Tokyo"), name: "Tokyo" };
		const made = calendarRecordSchema.parse(
			(await desk.ask("/api/sla/calendars", { body: { calendar } })).body,
		);
		const ticket = opening({ occurredAt: now });
		await desk.send(ticket);
		now += HOUR;
		const targets = [{ priority: 5, amount: 1, unit: "day", calendarId: made.id }];
		const unsaid = { ...(await resolutionPolicy()), name: "Repair", targets, thresholds: [] };
		const policy = { ...unsaid, supplier: "Brightlift Ltd" };
		const body = { party: "uc", measure: "resolution", policy, effectiveFrom: null };
		const misfit = { status: 422, body: { error: { code: "bad_supplier", path: "supplier" } } };
		for (const bad of [
			{ ...body, policy: unsaid },
			{ ...body, party: "ola" },
		])
			expect(await desk.ask("/api/sla/policies", { body: bad })).toMatchObject(misfit);
		const { id } = policyRecordSchema.parse((await desk.ask("/api/sla/policies", { body })).body);
		const { clocks } = await detailOf(ticket.ticketId);
		const clock = clocks.find(({ policyId }) => policyId === id);
		expect(clock).toMatchObject({ party: "uc", startedAt: START + HOUR, calendarId: made.id });
		expect(clock?.supplier).toBe("Brightlift Ltd");
		expect(clocks.find(({ party }) => party === "sla")?.supplier).toBeNull();
		const edit = { policy: unsaid, baseVersion: 1, effectiveFrom: null };
		expect(await desk.ask(`/api/sla/policies/${id}/versions`, { body: edit })).toMatchObject(misfit);
	});

	it("needs a lead or an admin", async () => {
		await desk.close();
		desk = await startTestDesk({ auth: { mode: "password" } });
		const refused = await desk.ask("/api/sla/calendars", { body: { calendar: makeDefaultCalendar("UTC") } });
		expect(refused.status).toBe(401);
	});

	it("has business hours in the zone that the desk is given, while nobody has edited them", async () => {
		const setup = await desk.ask("/api/setup", { body: { choice: "sample", tickets: 5 } });
		expect(setup.status).toBeLessThan(300);
		await desk.background.intake.filler.whenIdle();
		const { zone } = (await desk.ask("/api/session")).body as { zone: string };
		const { calendars } = await readDefinitions();
		expect(calendars[0]?.versions.map((version) => version.zone)).toEqual([zone]);
	});
});
