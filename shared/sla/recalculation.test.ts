import { describe, expect, it } from "vitest";
import type { TrackMove } from "../ticket/ticket.ts";
import { at, clockOf, clocksOf, DEFAULTS, editCalendar, editPolicy, HOUR, recalculate } from "./fixture.ts";
import type { Definitions } from "./policy.ts";
import { policyTimeline } from "./recalculation.ts";

const opened = at("2026-01-19T09:00Z"); // a Monday
const running: TrackMove[] = [[opened, 2, 0, 3, null]];
const resolvedOnTuesday: TrackMove[] = [...running, [opened + 26 * HOUR, 6, 0, 3, null]];
const thursday = at("2026-01-22T00:00Z");
const friday = at("2026-01-23T12:00Z");
const id = "sla-resolution";

describe("clocks that are counted anew", () => {
	// It was forgotten that Tuesday is a holiday.
	const edited = editCalendar(DEFAULTS, thursday, { holidays: ["2026-01-20"] });
	const anew = recalculate(edited, { id, from: at("2026-01-19T00:00Z"), at: friday });

	it("go by the calendar as it is now, also where they are completed", () => {
		const now = friday + HOUR;
		expect(clockOf(resolvedOnTuesday, now, { definitions: edited }).elapsedMs).toBe(10 * HOUR);
		expect(clockOf(resolvedOnTuesday, now, { definitions: anew })).toMatchObject({
			stage: "completed",
			elapsedMs: 8 * HOUR,
			stoppedAt: opened + 26 * HOUR,
		});
		expect(clockOf(running, now, { definitions: edited })).toMatchObject({
			isBreached: true,
			breachedAt: at("2026-01-21T17:00Z"),
		});
		expect(clockOf(running, now, { definitions: anew }).breachedAt).toBe(at("2026-01-22T17:00Z"));
	});

	it("leave alone what lies before their date, and every other policy", () => {
		const later = recalculate(edited, { id, from: at("2026-01-20T11:00Z"), at: friday });
		expect(clockOf(resolvedOnTuesday, friday, { definitions: later }).elapsedMs).toBe(10 * HOUR);
		const policyId = "ola-resolution";
		expect(clockOf(running, friday, { definitions: anew, policyId })).toEqual(
			clockOf(running, friday, { definitions: edited, policyId }),
		);
	});

	it("say so, stretch by stretch", () => {
		const { stretches } = clockOf(running, friday + HOUR, { definitions: anew });
		expect(
			stretches.map(({ from, policyVersion, recalculatedAt }) => [from, policyVersion, recalculatedAt]),
		).toEqual([
			[opened, 1, friday],
			[friday, 1, null],
		]);
	});

	it("go by the version that applied then, whatever is saved later", () => {
		const targets = [{ priority: 3, amount: 4, unit: "day", calendarId: "business-hours" }] as const;
		const longer = editPolicy(DEFAULTS, { id, from: thursday }, { targets });
		const lifted = recalculate(longer, { id, from: opened, at: friday });
		expect(clockOf(running, friday, { definitions: longer }).breachedAt).toBe(at("2026-01-21T17:00Z"));
		expect(clockOf(running, friday, { definitions: lifted })).toMatchObject({
			breachedAt: at("2026-01-22T17:00Z"),
			policyVersion: 2,
		});
		const saved = editPolicy(lifted, { id, from: friday + HOUR }, { isActive: false });
		const now = friday + 9 * HOUR;
		expect(clockOf(resolvedOnTuesday, now, { definitions: saved })).toEqual(
			clockOf(resolvedOnTuesday, now, { definitions: lifted }),
		);
	});

	it("are there where nothing was promised, once the past is counted by a later promise", () => {
		const promised = DEFAULTS.policies.map((record) => ({
			...record,
			versions: record.versions.map((one) => ({ ...one, effectiveFrom: thursday })),
		}));
		const definitions = { ...DEFAULTS, policies: promised };
		const of = (one: Definitions) =>
			clocksOf(resolvedOnTuesday, friday, { definitions: one }).filter(({ policyId }) => policyId === id);
		expect(of(definitions)).toEqual([]);
		expect(of(recalculate(definitions, { id, from: 0, at: friday }))).toMatchObject([
			{ stage: "completed", elapsedMs: 10 * HOUR, startedAt: opened },
		]);
	});
});

describe("which version counts which time", () => {
	it("is told by the latest act that covers it", () => {
		const [record] = editPolicy(DEFAULTS, { id, from: 500 }, { name: "Two" }).policies.filter(
			(one) => one.id === id,
		);
		if (!record) throw new Error("there is a policy");
		const act = { byId: null, reason: "x" };
		const timeline = policyTimeline({
			...record,
			recalculations: [
				{ ...act, from: 100, at: 600, version: 2 },
				{ ...act, from: 300, at: 400, version: 1 },
			],
		});
		expect(
			timeline.map(({ from, version, recalculation }) => [from, version?.version, recalculation?.at]),
		).toEqual([
			[Number.NEGATIVE_INFINITY, 1, undefined],
			[100, 2, 600],
			[300, 2, 600],
			[400, 2, 600],
			[500, 2, 600],
			[600, 2, undefined],
		]);
	});
});
