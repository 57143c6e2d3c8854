import { expect, test } from "vitest";
import type { Wall } from "../../shared/api/wall.ts";
import { DESK_SILENT_AFTER_MS, judgeWall } from "./judge-wall.ts";

const SERVER_TIME = 1_800_000_000_000;

function service(id: string, change: Partial<Wall["services"][number]> = {}): Wall["services"][number] {
	return {
		id,
		name: id,
		state: "up",
		since: SERVER_TIME - 60_000,
		observedAt: SERVER_TIME - 1_000,
		staleAfterMs: 5_000,
		checkCount: 1,
		openIncidents: 0,
		...change,
	};
}

function wallOf(services: Wall["services"], sources: Wall["sources"] = []): Wall {
	return {
		serverTime: SERVER_TIME,
		epoch: "e",
		deskName: "Desk",
		services,
		alerts: { total: 0, items: [], observedAt: SERVER_TIME },
		incidents: {
			open: 0,
			byPriority: [0, 0, 0, 0, 0],
			unassigned: 0,
			breached: 0,
			oldest: [],
			breaching: [],
			observedAt: SERVER_TIME,
		},
		sources,
	};
}

test("a service that was observed lately has the state the desk gave", () => {
	const view = judgeWall({ wall: wallOf([service("a")]), askedAtMs: 100 }, 1_100);
	expect(view.services[0]).toMatchObject({ state: "up", unknownBecause: null, ageMs: 2_000 });
	expect(view.deskNow).toBe(SERVER_TIME + 1_000);
});

test("a service whose source fell silent is unknown, without a further answer from the desk", () => {
	const answer = { wall: wallOf([service("a")]), askedAtMs: 0 };
	expect(judgeWall(answer, 4_000).services[0]?.state).toBe("up");
	expect(judgeWall(answer, 4_001).services[0]).toMatchObject({
		state: "unknown",
		unknownBecause: "source-silent",
		since: null,
	});
});

test("a service that nobody ever observed is unknown even if it is called up", () => {
	const wall = wallOf([service("a", { observedAt: null })]);
	expect(judgeWall({ wall, askedAtMs: 0 }, 0).services[0]).toMatchObject({
		state: "unknown",
		unknownBecause: "never-observed",
		ageMs: null,
	});
});

test("when the desk is out of reach nothing is believed, not even what is down", () => {
	const wall = wallOf([
		service("a", { staleAfterMs: 3_600_000 }),
		service("b", { state: "down", staleAfterMs: 3_600_000 }),
	]);
	const before = judgeWall({ wall, askedAtMs: 0 }, DESK_SILENT_AFTER_MS);
	expect(before.services.map(({ state }) => state)).toEqual(["down", "up"]);
	const after = judgeWall({ wall, askedAtMs: 0 }, DESK_SILENT_AFTER_MS + 1);
	expect(after.isDeskSilent).toBe(true);
	expect(after.services.map(({ state }) => state)).toEqual(["unknown", "unknown"]);
});

test("the worst comes first: down, unknown, degraded, up; then by open incidents and name", () => {
	const wall = wallOf([
		service("up"),
		service("limping", { state: "degraded" }),
		service("silent", { observedAt: null }),
		service("b-down", { state: "down" }),
		service("a-down", { state: "down" }),
		service("z-down", { state: "down", openIncidents: 2 }),
	]);
	const order = judgeWall({ wall, askedAtMs: 0 }, 0).services.map(({ id }) => id);
	expect(order).toEqual(["z-down", "a-down", "b-down", "silent", "limping", "up"]);
});

test("a service that no check looks at is unknown for a reason of its own, and comes last", () => {
	const wall = wallOf([
		service("unwatched", { checkCount: 0, observedAt: null, openIncidents: 9 }),
		service("up"),
		service("silent", { observedAt: null }),
	]);
	const view = judgeWall({ wall, askedAtMs: 0 }, 0);
	expect(view.services.map(({ id }) => id)).toEqual(["silent", "up", "unwatched"]);
	expect(view.services[2]).toMatchObject({ state: "unknown", unknownBecause: "not-watched" });
});

test("a source is silent when the desk says so or when the time since it spoke says so", () => {
	const wall = wallOf(
		[],
		[
			{ name: "told", state: "silent", lastSeenAt: SERVER_TIME, staleAfterMs: 60_000 },
			{ name: "prober", state: "live", lastSeenAt: SERVER_TIME, staleAfterMs: 3_000 },
		],
	);
	expect(judgeWall({ wall, askedAtMs: 0 }, 3_000).silentSources).toEqual(["told"]);
	expect(judgeWall({ wall, askedAtMs: 0 }, 3_001).silentSources).toEqual(["told", "prober"]);
});
