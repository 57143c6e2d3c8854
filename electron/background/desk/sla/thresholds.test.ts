import { writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { definitionsSchema } from "../../../../shared/api/sla.ts";
import type { HistoryEntry } from "../../../../shared/api/tickets.ts";
import type { Threshold } from "../../../../shared/sla/policy.ts";
import { addStaff, changing, makeDataDir, opening, startTestDesk, type TestDesk } from "../../fixture.ts";
import { importLog } from "../import/import-log.ts";
import { writeLog } from "../import/testing/generate-log.ts";

const START = Date.parse("2026-01-19T09:00Z"); // a Monday
const MINUTE = 60_000;
const set = { shortDescription: "VPN is down", callerId: "ben", impact: 1, urgency: 1, teamId: "network" };

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

/** The resolution policy does this from now on. */
async function askFor(thresholds: readonly Threshold[]): Promise<void> {
	const { policies } = definitionsSchema.parse((await desk.ask("/api/sla")).body);
	const versions = policies.find(({ id }) => id === "sla-resolution")?.versions ?? [];
	const {
		version,
		effectiveFrom: _from,
		savedAt: _at,
		savedById: _by,
		...policy
	} = versions.at(-1) ?? { version: 0 };
	const body = { policy: { ...policy, thresholds }, effectiveFrom: null, baseVersion: version };
	expect((await desk.ask("/api/sla/policies/sla-resolution/versions", { body })).status).toBe(200);
}

async function open(over: object = {}): Promise<string> {
	const intent = opening({ occurredAt: now, set: { ...set, ...over } });
	await desk.send(intent);
	return intent.ticketId;
}

/** Lets time pass, minute by minute, as the desk would see it. */
async function pass(minutes: number): Promise<void> {
	now += minutes * MINUTE;
	await desk.background.actOnClocks();
}

async function byRule(ticketId: string): Promise<readonly HistoryEntry[]> {
	const { history } = (await desk.ask(`/api/tickets/${ticketId}`)).body as { history: HistoryEntry[] };
	return history.filter(({ actor }) => actor.kind === "rule");
}

const notify = { kind: "notify", to: "assignee" } as const;

describe("at a threshold of a clock", () => {
	it("somebody is told, once, with the policy as the reason", async () => {
		await askFor([{ percent: 75, actions: [notify] }]);
		const ticketId = await open({ assigneeId: "ada" });
		await pass(44);
		expect(await byRule(ticketId)).toEqual([]);
		await pass(1);
		await pass(1);
		await pass(200);
		expect(await byRule(ticketId)).toMatchObject([
			{
				actor: { kind: "rule", id: "sla-resolution" },
				occurredAt: START + 45 * MINUTE,
				note: {
					kind: "workNote",
					text: "Resolution: 75 % of 1 h used, due 19 Jan 2026, 10:00 UTC.\nFor ada.",
				},
			},
		]);
	});

	it("a ticket is handed on and its urgency raised, in one entry", async () => {
		await askFor([{ percent: 100, actions: [{ kind: "reassign", teamId: "servers" }, { kind: "raise" }] }]);
		const ticketId = await open({ impact: 1, urgency: 2, assigneeId: "ada" });
		await pass(8 * 60);
		expect(await desk.readTicket(ticketId)).toMatchObject({
			teamId: "servers",
			assigneeId: null,
			urgency: 1,
			priority: 1,
		});
		await pass(60);
		expect(await byRule(ticketId)).toHaveLength(1);
	});

	it("a team that is no more gets nothing, and the note says why", async () => {
		await askFor([{ percent: 100, actions: [{ kind: "reassign", teamId: "servers" }] }]);
		const ticketId = await open();
		await desk.background.store.write(({ tx }) =>
			tx.updateTable("team").set({ is_active: 0 }).where("id", "=", "servers").execute(),
		);
		await pass(60);
		expect((await desk.readTicket(ticketId)).teamId).toBe("network");
		expect((await byRule(ticketId))[0]?.note?.text).toContain("Not done: There is no such team");
	});

	it("what a person has set since the opening stays, and the note says what would have been", async () => {
		await askFor([{ percent: 100, actions: [{ kind: "raise" }] }]);
		const ticketId = await open({ impact: 1, urgency: 1 });
		await desk.send(changing(await desk.readTicket(ticketId), { urgency: 2 }, { occurredAt: now }));
		await pass(8 * 60);
		expect((await desk.readTicket(ticketId)).urgency).toBe(2);
		expect((await byRule(ticketId))[0]?.note?.text).toContain("Urgency would be raised to High");
	});

	it("a priority set by hand stays, and the note says what would have been", async () => {
		await askFor([{ percent: 100, actions: [{ kind: "raise" }] }]);
		const override = { $priorityOverride: 1, $priorityReason: "The board" };
		const ticketId = await open({ impact: 2, urgency: 3, ...override });
		await pass(60);
		expect(await desk.readTicket(ticketId)).toMatchObject({ urgency: 3, priority: 1 });
		expect((await byRule(ticketId))[0]?.note?.text).toContain(
			"Urgency would be raised to Medium; a person has set the priority to P1, so it stays.",
		);
	});

	it("nothing happens while the clock is paused, nor once it has stopped", async () => {
		await askFor([{ percent: 50, actions: [notify] }]);
		const [held, done] = [await open(), await open()];
		const hold = { state: 3, holdReason: 1, followUpAt: 9e12 };
		const note = { kind: "comment", text: "Which site?" };
		const closing = { state: 6, closeCode: "Duplicate", closeNotes: "x" };
		await desk.send(
			changing(await desk.readTicket(held), hold, { occurredAt: now, note }),
			changing(await desk.readTicket(done), closing, { occurredAt: now }),
		);
		await pass(600);
		expect([...(await byRule(held)), ...(await byRule(done))]).toEqual([]);
		await desk.send(changing(await desk.readTicket(held), { state: 2 }, { occurredAt: now }));
		await pass(30);
		expect(await byRule(held)).toHaveLength(1);
	});

	it("what was missed while the desk was down is done once when it is back, and not again after that", async () => {
		await askFor([50, 100].map((percent) => ({ percent, actions: [notify] })));
		const ticketId = await open();
		await pass(31);
		await desk.close();
		now += 60 * MINUTE;
		for (let start = 0; start < 2; start += 1) {
			desk = await startTestDesk({ now: () => now, dataDir });
			await desk.background.actOnClocks();
			expect((await byRule(ticketId)).map(({ note }) => note?.text.slice(0, 17))).toEqual([
				"Resolution: 50 % ",
				"Resolution: 100 %",
			]);
			if (start === 0) await desk.close();
		}
	});

	it("what was past before anybody asked for it is no news", async () => {
		const ticketId = await open();
		await pass(70);
		await askFor([50, 200].map((percent) => ({ percent, actions: [notify] })));
		await pass(1);
		expect(await byRule(ticketId)).toEqual([]);
		await pass(60);
		expect((await byRule(ticketId)).map(({ note }) => note?.text.split("\n")[0])).toEqual([
			"Resolution: 200 % of 1 h used, it was due 19 Jan 2026, 10:00 UTC.",
		]);
	});

	it("imported history fires nothing, and what comes after it does", async () => {
		await askFor([100, 1_000].map((percent) => ({ percent, actions: [notify] })));
		const day = "19/1/2026";
		const common = {
			opened_at: `${day} 10:00`,
			priority: "1",
			impact: "1",
			urgency: "1",
			resolved_at: "?",
			closed_at: "?",
		};
		const lines = [
			{ ...common, sys_updated_at: `${day} 10:05` },
			{ ...common, incident_state: "Active", sys_updated_at: `${day} 10:10` },
		];
		const path = `${dataDir}/log.csv`;
		writeFileSync(path, writeLog(lines));
		now += 4 * 60 * MINUTE;
		const options = { path, asOf: null, zone: "UTC", now: () => now, onProgress: () => undefined };
		expect(await importLog(desk.background.store, options)).toMatchObject({ value: { open: 1 } });
		desk.background.store.events.emit("tickets.filled", {});
		await pass(1);
		const { id } = await desk.readTicket("INC0000045");
		expect(await byRule(id)).toEqual([]);
		await pass(8 * 60);
		expect((await byRule(id)).map(({ note }) => note?.text.slice(0, 18))).toEqual(["Resolution: 1000 %"]);
	});
});
