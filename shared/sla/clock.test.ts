import { describe, expect, it } from "vitest";
import type { TrackMove } from "../ticket/ticket.ts";
import { at, clockOf, clocksOf, DEFAULTS, HOUR, MINUTE } from "./fixture.ts";

const opened = at("2026-01-19T09:00Z"); // a Monday

describe("the resolution clock", () => {
	it("runs around the clock for a critical ticket, and breaches after an hour", () => {
		const track: TrackMove[] = [[opened, 1, 0, 1, null]];
		expect(clockOf(track, opened + 30 * MINUTE)).toMatchObject({
			stage: "in-progress",
			dueAt: opened + HOUR,
			isBreached: false,
			percent: 50,
		});
		expect(clockOf(track, opened + 2 * HOUR)).toMatchObject({ isBreached: true, percent: 200 });
	});

	it("counts days as the calendar's own days of eight hours", () => {
		// Priority 3 has three business days: Wednesday 17:00.
		expect(clockOf([[opened, 1, 0, 3, null]], opened).dueAt).toBe(at("2026-01-21T17:00Z"));
	});

	it("waits for the first opening of a ticket that came outside hours", () => {
		const saturday = at("2026-01-17T12:00Z");
		const clock = clockOf([[saturday, 1, 0, 3, null]], at("2026-01-18T12:00Z"));
		expect(clock).toMatchObject({ elapsedMs: 0, dueAt: at("2026-01-21T17:00Z") });
	});

	it("pauses while awaiting the caller, also over a holiday, and is due later by it", () => {
		const start = at("2026-12-24T09:00Z"); // a Thursday
		const track: TrackMove[] = [
			[start, 2, 0, 3, null],
			[start + 4 * HOUR, 3, 1, 3, null],
			[at("2026-12-28T13:00Z"), 2, 0, 3, null],
		];
		expect(clockOf(track.slice(0, 2), at("2026-12-27T00:00Z"))).toMatchObject({
			stage: "paused",
			dueAt: null,
			elapsedMs: 4 * HOUR,
		});
		// Twenty hours are left from Monday 13:00: four on that day, eight on Tuesday and Wednesday each.
		expect(clockOf(track, at("2026-12-28T13:00Z")).dueAt).toBe(at("2026-12-30T17:00Z"));
	});

	it("goes on while a vendor is awaited: that pauses internal clocks only", () => {
		const track: TrackMove[] = [
			[opened, 2, 0, 1, null],
			[opened + 10 * MINUTE, 3, 4, 1, null],
		];
		expect(clockOf(track, opened + 20 * MINUTE)).toMatchObject({
			stage: "in-progress",
			elapsedMs: 20 * MINUTE,
		});
	});

	it("belongs to the present priority from the opening on, raised and lowered twice", () => {
		const track: TrackMove[] = [
			[opened, 1, 0, 3, null],
			[opened + HOUR, 1, 0, 1, null],
			[opened + 90 * MINUTE, 1, 0, 3, null],
			[opened + 2 * HOUR, 1, 0, 2, null],
			[opened + 3 * HOUR, 1, 0, 3, null],
		];
		const now = opened + 3 * HOUR;
		expect(clockOf(track.slice(0, 2), now)).toMatchObject({ breachedAt: opened + HOUR, isBreached: true });
		const replaced = clocksOf(track, now).filter(
			({ policyId, replacedAt }) => policyId === "sla-resolution" && replacedAt !== null,
		);
		expect(replaced.map(({ priority, stage, isBreached }) => [priority, stage, isBreached])).toEqual([
			[2, "canceled", false],
			[3, "canceled", false],
			[1, "canceled", true],
			[3, "canceled", false],
		]);
		expect(clockOf(track.slice(0, 4), now)).toMatchObject({ dueAt: opened + 8 * HOUR });
		expect(clockOf(track, now)).toMatchObject({
			dueAt: at("2026-01-21T17:00Z"),
			isBreached: false,
			elapsedMs: 3 * HOUR,
		});
	});

	it("takes the held time out of a clock that is attached later", () => {
		const track: TrackMove[] = [
			[opened, 2, 0, 3, null],
			[opened + 10 * MINUTE, 3, 1, 3, null],
			[opened + 5 * HOUR, 3, 1, 1, null],
			[opened + 6 * HOUR, 2, 0, 1, null],
		];
		expect(clockOf(track, opened + 6 * HOUR)).toMatchObject({
			isBreached: false,
			dueAt: opened + 6 * HOUR + 50 * MINUTE,
		});
	});

	it("stops at Resolved, and a reopen resumes it without the resolved time", () => {
		const track: TrackMove[] = [
			[opened, 2, 0, 1, null],
			[opened + 20 * MINUTE, 6, 0, 1, null],
			[opened + 10 * HOUR, 2, 0, 1, null],
		];
		expect(clockOf(track.slice(0, 2), opened + 5 * HOUR)).toMatchObject({
			stage: "completed",
			isBreached: false,
			elapsedMs: 20 * MINUTE,
		});
		expect(clockOf(track, opened + 10 * HOUR).dueAt).toBe(opened + 10 * HOUR + 40 * MINUTE);
	});

	it("keeps a breach through resolving and reopening", () => {
		const track: TrackMove[] = [
			[opened, 2, 0, 1, null],
			[opened + 2 * HOUR, 6, 0, 1, null],
			[opened + 3 * HOUR, 2, 0, 1, null],
			[opened + 4 * HOUR, 3, 1, 1, null],
		];
		for (const length of [2, 3, 4]) {
			expect(clockOf(track.slice(0, length), opened + 5 * HOUR)).toMatchObject({
				breachedAt: opened + HOUR,
				isBreached: true,
			});
		}
	});

	it("never ran for a ticket that was opened and resolved in one act", () => {
		const track: TrackMove[] = [
			[opened, 1, 0, 1, null],
			[opened, 6, 0, 1, null],
		];
		expect(clockOf(track, opened + 9 * HOUR)).toMatchObject({
			stage: "completed",
			elapsedMs: 0,
			breachedAt: null,
			isBreached: false,
		});
	});

	it("has counted nothing yet by a clock that is behind the server's", () => {
		expect(clockOf([[opened, 1, 0, 1, null]], opened - 5 * MINUTE)).toMatchObject({
			elapsedMs: 0,
			isBreached: false,
		});
	});

	it("does not move when the priority of a resolved ticket is put right, but when that is reopened", () => {
		const track: TrackMove[] = [
			[opened, 2, 0, 3, null],
			[opened + HOUR, 6, 0, 3, null],
			[opened + 2 * HOUR, 6, 0, 1, null],
			[opened + 3 * HOUR, 2, 0, 1, null],
		];
		expect(clockOf(track.slice(0, 3), opened + 9 * HOUR)).toMatchObject({
			priority: 3,
			stage: "completed",
			stoppedAt: opened + HOUR,
			elapsedMs: HOUR,
		});
		expect(clockOf(track, opened + 9 * HOUR)).toMatchObject({ priority: 1, startedAt: opened });
	});

	it("begins anew at a reopen where the policy says so", () => {
		const definitions = {
			...DEFAULTS,
			policies: DEFAULTS.policies.map((record) => ({
				...record,
				versions: record.versions.map((version) => ({ ...version, onReopen: "reset" as const })),
			})),
		};
		const track: TrackMove[] = [
			[opened, 2, 0, 1, null],
			[opened + 2 * HOUR, 6, 0, 1, null],
			[opened + 5 * HOUR, 2, 0, 1, null],
		];
		const own = clocksOf(track, opened + 5.5 * HOUR, { definitions }).filter(
			({ policyId }) => policyId === "sla-resolution",
		);
		expect(own).toMatchObject([
			{ stage: "in-progress", startedAt: opened + 5 * HOUR, percent: 50, isBreached: false },
			{ stage: "completed", startedAt: opened, stoppedAt: opened + 2 * HOUR, isBreached: true },
		]);
	});

	it("is cancelled with its ticket", () => {
		const track: TrackMove[] = [
			[opened, 2, 0, 1, null],
			[opened + HOUR / 2, 8, 0, 1, null],
		];
		expect(clockOf(track, opened + 9 * HOUR)).toMatchObject({
			stage: "canceled",
			stoppedAt: opened + HOUR / 2,
			isBreached: false,
			percent: 50,
		});
	});

	it("is not there for kinds that are promised nothing", () => {
		expect(clocksOf([[opened, 101, 0, 3, null]], opened, { kind: "problem" })).toEqual([]);
	});
});
