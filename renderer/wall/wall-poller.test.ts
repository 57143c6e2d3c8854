import { afterEach, expect, test, vi } from "vitest";
import type { Wall } from "../../shared/api/wall.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { WallPoller, type WallStanding } from "./wall-poller.ts";

const wall: Wall = {
	serverTime: 1_000,
	epoch: "e",
	deskName: "Desk",
	services: [],
	alerts: { total: 0, items: [], observedAt: 0 },
	incidents: {
		open: 0,
		byPriority: [0, 0, 0, 0, 0],
		unassigned: 0,
		breached: 0,
		oldest: [],
		breaching: [],
		observedAt: 0,
	},
	sources: [],
};
const GONE = refuse("desk_unreachable", "gone");
const NOBODY = refuse("sign_in_needed", "who?");

/** A desk that answers what it is told to, and a clock that each question moves on by 10 ms. */
function makeWorld(answers: Result<Wall>[], signIns: Result<unknown>[] = [], wasLetIn = false) {
	let now = 0;
	const letIn = vi.fn();
	const tokens: string[] = [];
	const world = {
		askWall: async () => {
			now += 10;
			return answers.shift() ?? GONE;
		},
		signIn: async (token: string) => {
			tokens.push(token);
			return signIns.shift() ?? GONE;
		},
		steadyNow: () => now,
		wasLetIn,
		noteLetIn: letIn,
		pollEveryMs: 1,
	};
	return { world, tokens, letIn };
}

let poller: WallPoller | null = null;
afterEach(() => poller?.dispose());

async function standings(made: WallPoller, count: number): Promise<WallStanding[]> {
	poller = made;
	const seen: WallStanding[] = [];
	made.subscribe(() => seen.push(made.standing()));
	await vi.waitFor(() => expect(seen.length).toBeGreaterThanOrEqual(count), { interval: 1 });
	return seen.slice(0, count);
}

test("an answer is dated by when it was asked for, and survives a desk that is gone", async () => {
	const { world } = makeWorld([ok(wall), GONE, GONE, ok(wall)]);
	const seen = await standings(new WallPoller(world, null), 4);
	expect(seen.map(({ phase, answer, silentSinceMs }) => [phase, answer?.askedAtMs, silentSinceMs])).toEqual([
		["showing", 0, null],
		["showing", 0, 10],
		["showing", 0, 10],
		["showing", 30, null],
	]);
});

test("a token is kept while the desk is away, and spent once", async () => {
	const { world, tokens, letIn } = makeWorld([ok(wall), ok(wall)], [GONE, ok(null)]);
	const seen = await standings(new WallPoller(world, "secret"), 3);
	expect(tokens).toEqual(["secret", "secret"]);
	expect(letIn).toHaveBeenCalledOnce();
	expect(seen.map(({ phase }) => phase)).toEqual(["connecting", "showing", "showing"]);
});

test("a refused token says so, and goes on saying so", async () => {
	const { world } = makeWorld([NOBODY], [refuse("sign_in_refused", "no")]);
	const seen = await standings(new WallPoller(world, "old"), 2);
	expect(seen.map(({ signedOutWhy }) => signedOutWhy)).toEqual(["bad-token", "bad-token"]);
});

test("a wall whose access was taken away shows nothing of what it knew", async () => {
	const { world } = makeWorld([ok(wall), NOBODY]);
	const seen = await standings(new WallPoller(world, null), 2);
	expect(seen[1]).toMatchObject({ phase: "signed-out", answer: null, signedOutWhy: "revoked" });
});

test("a screen that was let in before a reload is told that its access was taken away", async () => {
	const before = await standings(new WallPoller(makeWorld([NOBODY], [], true).world, null), 1);
	expect(before[0]?.signedOutWhy).toBe("revoked");
	poller?.dispose();
	const never = await standings(new WallPoller(makeWorld([NOBODY]).world, null), 1);
	expect(never[0]?.signedOutWhy).toBe("never");
});

test("a wall that is let in again shows again by itself", async () => {
	const { world } = makeWorld([NOBODY, ok(wall)]);
	const seen = await standings(new WallPoller(world, null), 2);
	expect(seen.map(({ phase }) => phase)).toEqual(["signed-out", "showing"]);
});
