import { describe, expect, it } from "vitest";
import type { TrackMove } from "../ticket/ticket.ts";
import { at, clockOf, HOUR, MINUTE } from "./fixture.ts";

const opened = at("2026-01-19T09:00Z"); // a Monday
const responseOf = (track: readonly TrackMove[], now: number) =>
	clockOf(track, now, { policyId: "sla-response" });

describe("the response clock", () => {
	it("runs until a person has answered, and not for a rule that assigns or moves", () => {
		const track: TrackMove[] = [
			[opened, 1, 0, 1, null],
			[opened + MINUTE, 1, 0, 1, "t1"],
			[opened + 2 * MINUTE, 2, 0, 1, "t1"],
			[opened + 9 * MINUTE, 2, 0, 1, "t1", 1],
		];
		expect(responseOf(track.slice(0, 3), opened + 6 * MINUTE)).toMatchObject({
			stage: "in-progress",
			dueAt: opened + 15 * MINUTE,
			percent: 40,
		});
		expect(responseOf(track, opened + HOUR)).toMatchObject({
			stage: "completed",
			stoppedAt: opened + 9 * MINUTE,
			elapsedMs: 9 * MINUTE,
			isBreached: false,
		});
	});

	it("never pauses", () => {
		const track: TrackMove[] = [
			[opened, 1, 0, 3, null],
			[opened + HOUR, 3, 1, 3, null],
		];
		expect(responseOf(track, opened + 3 * HOUR)).toMatchObject({
			stage: "in-progress",
			elapsedMs: 3 * HOUR,
			pausedMs: 0,
			dueAt: opened + 4 * HOUR,
		});
	});

	it("is never judged again once it is met: not by a reopen, and not by another priority", () => {
		const track: TrackMove[] = [
			[opened, 1, 0, 3, null],
			[opened + HOUR, 2, 0, 3, null, 1],
			[opened + 2 * HOUR, 6, 0, 3, null, 1],
			[opened + 30 * HOUR, 2, 0, 3, null, 1],
			[opened + 40 * HOUR, 2, 0, 1, null, 1],
		];
		const met = responseOf(track.slice(0, 2), opened + HOUR);
		expect(met).toMatchObject({ stage: "completed", isBreached: false, priority: 3, elapsedMs: HOUR });
		for (const length of [3, 4, 5]) {
			const later = responseOf(track.slice(0, length), opened + 99 * HOUR);
			expect({ ...later, stretches: [] }).toEqual({ ...met, stretches: [] });
		}
	});

	it("goes with a raised priority while nobody has answered", () => {
		const track: TrackMove[] = [
			[opened, 1, 0, 3, null],
			[opened + 10 * MINUTE, 1, 0, 1, null],
		];
		expect(responseOf(track, opened + 10 * MINUTE)).toMatchObject({ dueAt: opened + 15 * MINUTE });
	});

	it("is cancelled where the ticket ends without anybody answering, and was no answer then", () => {
		const track: TrackMove[] = [
			[opened, 1, 0, 1, null],
			[opened + 5 * MINUTE, 6, 0, 1, null],
		];
		expect(responseOf(track, opened + HOUR)).toMatchObject({ stage: "canceled", isBreached: false });
	});

	it("is met at once by who answers while opening", () => {
		expect(responseOf([[opened, 1, 0, 1, null, 1]], opened + HOUR)).toMatchObject({
			stage: "completed",
			elapsedMs: 0,
			isBreached: false,
		});
	});
});
