import { expect, test } from "vitest";
import { formatClock } from "../text/time.ts";
import type { SyncStatus } from "../worker/protocol.ts";
import { describeSync } from "./describe-sync.ts";

const LIVE: SyncStatus = {
	state: "live",
	pending: 0,
	needsYou: 0,
	left: 0,
	offlineSince: null,
	heardAt: 1,
	storage: "cache",
	problem: null,
	happenings: [],
	firstSync: null,
	clockOffsetMs: 0,
	isWriter: true,
};

test("a quiet desk is one calm word", () => {
	expect(describeSync(LIVE)).toEqual({ tone: "calm", text: "Live" });
});

test("offline says since when and how many edits wait", () => {
	const at = Date.UTC(2026, 2, 10, 12, 5);
	const told = describeSync({ ...LIVE, state: "offline", offlineSince: at, pending: 3 });
	expect(told).toEqual({ tone: "warning", text: `Offline since ${formatClock(at)}, 3 edits waiting` });
});

test("what needs a person is not also counted as waiting", () => {
	expect(describeSync({ ...LIVE, state: "needs-you", pending: 3, needsYou: 1 }).text).toBe(
		"1 edit needs you, 2 edits waiting",
	);
	expect(describeSync({ ...LIVE, state: "offline", pending: 1, needsYou: 1 }).text).toBe(
		"Offline, 1 edit needs you",
	);
});

test("catching up counts down, a first synchronisation counts up", () => {
	expect(describeSync({ ...LIVE, state: "catching-up", left: 1_204 }).text).toBe(
		"Catching up, 1,204 changes left",
	);
	expect(describeSync({ ...LIVE, state: "catching-up", firstSync: 0.42 }).text).toBe(
		"Loading the desk, 42 %",
	);
});
