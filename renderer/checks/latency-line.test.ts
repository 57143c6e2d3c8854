import { expect, test } from "vitest";
import type { CheckResult } from "../../shared/api/checks.ts";
import { drawLatency } from "./latency-line.ts";

function result(at: number, totalMs: number, state: CheckResult["state"] = "up"): CheckResult {
	const phases = { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null, transferMs: null };
	return { at, state, summary: "", statusCode: null, errorCode: null, totalMs, phases };
}
const box = { width: 100, height: 50, from: 0, to: 100, gapMs: 15 };

test("the line runs through the answers, the slowest near the top", () => {
	const line = drawLatency([result(0, 10), result(10, 20)], box);
	expect(line).toEqual({ path: "M0.0 25.0h0.01L10.0 0.0", topMs: 20, badX: [] });
});

test("nothing is drawn over a time without results", () => {
	expect(drawLatency([result(0, 10), result(50, 10)], box).path.match(/M/g)).toHaveLength(2);
});

test("a failure breaks the line and leaves a mark", () => {
	const line = drawLatency([result(0, 10), result(10, 5_000, "down"), result(12, 10)], box);
	expect(line.path.match(/M/g)).toHaveLength(2);
	expect(line.badX).toEqual([10]);
	expect(line.topMs).toBe(10);
});

test("the axis ends at a round number", () => {
	expect(drawLatency([result(0, 201)], box).topMs).toBe(500);
	expect(drawLatency([], box).topMs).toBe(1);
});
