import { describe, expect, it } from "vitest";
import type { TrackMove } from "../ticket/ticket.ts";
import { type Clock, computeClocks } from "./clock.ts";
import { compileDefinitions } from "./compile-definitions.ts";
import { at, clockOf, clocksOf, DEFAULTS, editCalendar, editPolicy, HOUR } from "./fixture.ts";
import { timelineOf } from "./versions.ts";

const opened = at("2026-01-19T09:00Z"); // a Monday
const running: TrackMove[] = [[opened, 2, 0, 3, null]];
const resolvedOnTuesday: TrackMove[] = [...running, [opened + 26 * HOUR, 6, 0, 3, null]];
const wednesday = at("2026-01-21T00:00Z");
const target = (priority: 1 | 3, amount: number, unit: "hour" | "day" = "hour") =>
	({ priority, amount, unit, calendarId: priority === 1 ? null : "business-hours" }) as const;

describe("a calendar that is edited while a ticket runs", () => {
	// From Wednesday on open from 09:00 to 13:00.
	const morning = [[540, 780]] as const;
	const weekdays = [[], morning, morning, morning, morning, morning, []];
	const definitions = editCalendar(DEFAULTS, wednesday, { weekdays });

	it("counts by the old hours before its date and by the new ones after it", () => {
		const now = at("2026-01-21T12:00Z");
		expect(clockOf(running, now).elapsedMs).toBe(19 * HOUR);
		expect(clockOf(running, now, { definitions }).elapsedMs).toBe(19 * HOUR);
		const evening = at("2026-01-21T16:00Z");
		expect(clockOf(running, evening).elapsedMs).toBe(23 * HOUR);
		expect(clockOf(running, evening, { definitions }).elapsedMs).toBe(20 * HOUR);
		// Eight of 24 hours are left on Wednesday: four a day now.
		expect(clockOf(running, opened, { definitions }).dueAt).toBe(at("2026-01-22T13:00Z"));
	});

	it("moves no clock that is completed", () => {
		const now = opened + 1_000 * HOUR;
		const before = clockOf(resolvedOnTuesday, now);
		expect(clockOf(resolvedOnTuesday, now, { definitions })).toEqual(before);
	});

	it("makes days of another length from its date on", () => {
		const shorter = editCalendar(DEFAULTS, wednesday, { minutesPerDay: 360 });
		expect(clockOf(running, wednesday - 1, { definitions: shorter }).targetMs).toBe(24 * HOUR);
		const after = clockOf(running, wednesday, { definitions: shorter });
		expect(after.targetMs).toBe(18 * HOUR);
		expect(after.dueAt).toBe(at("2026-01-21T11:00Z"));
	});
});

describe("a policy that is edited while a ticket runs", () => {
	it("goes on counting with the new target from its date on", () => {
		const definitions = editPolicy(
			DEFAULTS,
			{ id: "sla-resolution", from: wednesday },
			{
				targets: [target(3, 20)],
			},
		);
		expect(clockOf(running, wednesday - 1, { definitions })).toMatchObject({
			policyVersion: 1,
			targetMs: 24 * HOUR,
		});
		expect(clockOf(running, wednesday, { definitions })).toMatchObject({
			policyVersion: 2,
			targetMs: 20 * HOUR,
			elapsedMs: 16 * HOUR,
			percent: 80,
			dueAt: at("2026-01-21T13:00Z"),
		});
	});

	it("breaches at the moment a shorter target applies, not before there was such a promise", () => {
		const from = at("2026-01-21T10:00Z");
		const definitions = editPolicy(DEFAULTS, { id: "sla-resolution", from }, { targets: [target(3, 2)] });
		expect(clockOf(running, from - 1, { definitions }).isBreached).toBe(false);
		expect(clockOf(running, from, { definitions })).toMatchObject({ isBreached: true, breachedAt: from });
	});

	it("leaves a breach a breach, however long the new target", () => {
		const definitions = editPolicy(
			DEFAULTS,
			{ id: "sla-resolution", from: at("2026-01-26T00:00Z") },
			{
				targets: [target(3, 100, "day")],
			},
		);
		expect(clockOf(running, at("2026-01-27T00:00Z"), { definitions })).toMatchObject({
			isBreached: true,
			breachedAt: at("2026-01-21T17:00Z"),
		});
	});

	it("moves no clock that is completed, not even one that a later version would cancel", () => {
		const now = opened + 1_000 * HOUR;
		const definitions = editPolicy(DEFAULTS, { id: "sla-resolution", from: wednesday }, { isActive: false });
		expect(clockOf(resolvedOnTuesday, now, { definitions })).toEqual(clockOf(resolvedOnTuesday, now));
		expect(clockOf(running, now, { definitions })).toMatchObject({
			stage: "canceled",
			stoppedAt: wednesday,
			isBreached: false,
			elapsedMs: 16 * HOUR,
		});
	});

	it("pauses by the new rules from its date on only", () => {
		const held: TrackMove[] = [...running, [opened + 2 * HOUR, 3, 4, 3, null]];
		const definitions = editPolicy(DEFAULTS, { id: "sla-resolution", from: wednesday }, { pausedBy: [1, 4] });
		const now = at("2026-01-21T12:00Z");
		expect(clockOf(held, now, { definitions })).toMatchObject({
			stage: "paused",
			elapsedMs: 16 * HOUR,
			pausedMs: 3 * HOUR,
		});
	});

	it("promises from its date on what was not promised before", () => {
		const late = DEFAULTS.policies.map((record) =>
			record.id === "sla-resolution"
				? { ...record, versions: record.versions.map((one) => ({ ...one, effectiveFrom: wednesday })) }
				: record,
		);
		const definitions = { ...DEFAULTS, policies: late };
		expect(clocksOf(running, wednesday - 1, { definitions }).map(({ policyId }) => policyId)).not.toContain(
			"sla-resolution",
		);
		expect(clockOf(running, wednesday, { definitions })).toMatchObject({
			startedAt: wednesday,
			elapsedMs: 0,
		});
	});
});

describe("versions", () => {
	const version = (number: number, effectiveFrom: number) => ({
		version: number,
		effectiveFrom,
		savedAt: 0,
		savedById: null,
	});

	it("apply from their dates on, and a later edit replaces one that is still to come", () => {
		const timeline = timelineOf([version(1, 0), version(2, 500), version(3, 300), version(4, 300)]);
		expect(timeline.map(({ from, version: { version: number } }) => [from, number])).toEqual([
			[0, 1],
			[300, 4],
		]);
	});
});

describe("a policy for some teams", () => {
	const definitions = editPolicy(DEFAULTS, { id: "ola-resolution", from: 1 }, { teamIds: ["network"] });
	const track: TrackMove[] = [
		[opened, 2, 0, 1, "desk"],
		[opened + HOUR / 2, 2, 0, 1, "network"],
		[opened + HOUR, 2, 0, 1, "desk"],
	];
	const olaAt = (length: number, now: number): Clock | undefined =>
		computeClocks(
			compileDefinitions(definitions),
			{ kind: "incident", track: track.slice(0, length) },
			now,
		).find(({ policyId }) => policyId === "ola-resolution");

	it("begins with the team, and pauses while another has the ticket", () => {
		expect(olaAt(1, opened + HOUR)).toBeUndefined();
		expect(olaAt(2, opened + HOUR)).toMatchObject({ startedAt: opened + HOUR / 2, percent: 50 });
		expect(olaAt(3, opened + 9 * HOUR)).toMatchObject({
			stage: "paused",
			elapsedMs: HOUR / 2,
			stretches: [{ kind: "counted" }, { kind: "paused", rule: { code: "other-team", teamId: "desk" } }],
		});
	});
});
