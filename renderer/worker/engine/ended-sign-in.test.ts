import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Session } from "../../../shared/api/desk.ts";
import { makeUuid, SESSION } from "../fixture.ts";
import { outboxPayload } from "../topics/outbox-topic.ts";
import { syncPayload } from "../topics/sync-topic.ts";
import { makeDesk, pass, untilQuiet, Workstation } from "../workstation.ts";

beforeEach(() => {
	vi.useFakeTimers({ now: 1_800_000_000_000 });
});
afterEach(() => {
	vi.useRealTimers();
});

const signedOut = (reason: "rights" | "password", isScopeLost: boolean) => ({
	...SESSION,
	mode: "password" as const,
	person: null,
	roles: [],
	ended: { personId: "p1", reason, isScopeLost },
});

async function workedAt() {
	const desk = makeDesk(20);
	desk.session = { ...SESSION, mode: "password" };
	const station = new Workstation(desk);
	const window = await station.open();
	await untilQuiet([window]);
	desk.intentsFailure = { kind: "signed-out" };
	await window.calls.edit({ ticketId: makeUuid(1), set: { impact: 1 } });
	return { desk, station, window };
}

describe("a sign-in that was ended at the desk", () => {
	it("with the right to read purges what was kept, and leaves the edits to the person", async () => {
		const { desk, station, window } = await workedAt();
		desk.session = signedOut("rights", true);
		desk.cutFeeds();
		await pass(2_000);
		expect(window.model.session).toMatchObject({
			person: { id: "p1" },
			roles: [],
			ended: { reason: "rights" },
		});
		expect(window.model.generation?.views.counts().all).toBe(0);
		expect(await station.caches.names()).toEqual([]);
		expect(outboxPayload(window.model)).toMatchObject([
			{ state: "needs-you", reason: { code: "right_lost" }, intent: { set: { impact: 1 } } },
		]);
		const again = await station.open();
		expect(again.model.generation?.views.counts().all).toBe(0);
	});

	it("for another reason keeps the page as it is, until the same person is back", async () => {
		const { desk, window } = await workedAt();
		desk.session = signedOut("password", false);
		desk.cutFeeds();
		await pass(2_000);
		expect(syncPayload(window.model)).toMatchObject({ state: "signed-out", pending: 1, needsYou: 0 });
		expect(window.model.generation?.views.counts().all).toBe(20);
		desk.session = { ...SESSION, mode: "password" };
		desk.intentsFailure = null;
		await window.calls.refreshSession();
		await untilQuiet([window]);
		expect([...desk.appliedCounts.values()]).toEqual([1]);
	});

	it("of somebody else purges nothing of whoever works here", async () => {
		const { desk, station, window } = await workedAt();
		desk.session = {
			...signedOut("rights", true),
			ended: { personId: "p2", reason: "rights", isScopeLost: true },
		};
		desk.cutFeeds();
		await pass(2_000);
		expect(window.model.generation?.views.counts().all).toBe(20);
		expect(await station.caches.names()).toHaveLength(1);
	});
});

describe("a scope that became another one", () => {
	const scoped = (teamIds: readonly string[]): Session => ({
		...SESSION,
		person: SESSION.person && {
			...SESSION.person,
			teamIds: [...teamIds],
			scope: { kinds: null, teams: "own" },
		},
	});

	it("takes the cache of before from the disk at once, and fetches what is seen now", async () => {
		const desk = makeDesk(20);
		const station = new Workstation(desk);
		const window = await station.open();
		await untilQuiet([window]);
		const [before] = await station.caches.names();
		await window.calls.edit({ ticketId: makeUuid(1), set: { impact: 1 } });
		for (const id of [...desk.tickets.keys()].slice(5)) desk.tickets.delete(id);
		desk.session = scoped(["t1"]);
		desk.cutFeeds();
		await pass(2_000);
		await untilQuiet([window]);
		const [after, ...others] = await station.caches.names();
		expect(others).toEqual([]);
		expect(after).not.toBe(before);
		expect(window.model.generation?.views.counts().all).toBe(5);
		expect([...desk.appliedCounts.values()]).toEqual([1]);
	});

	it("keeps the cache where teams change that make no difference to what is seen", async () => {
		const desk = makeDesk(5);
		const station = new Workstation(desk);
		const window = await station.open();
		await untilQuiet([window]);
		const before = await station.caches.names();
		desk.session = { ...SESSION, person: SESSION.person && { ...SESSION.person, teamIds: ["t9"] } };
		desk.cutFeeds();
		await pass(2_000);
		await untilQuiet([window]);
		expect(await station.caches.names()).toEqual(before);
	});
});

describe("somebody without a role", () => {
	it("is told so, sees nothing, and works again once a role was given", async () => {
		const { desk, window } = await workedAt();
		desk.session = { ...SESSION, roles: [] };
		desk.cutFeeds();
		await pass(2_000);
		expect(syncPayload(window.model)).toMatchObject({ state: "no-access", needsYou: 1 });
		desk.session = SESSION;
		await pass(15_000);
		await untilQuiet([window]);
		expect(window.model.generation?.views.counts().all).toBe(20);
	});
});
