import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Priority } from "../ticket/priority.ts";
import type { TrackMove } from "../ticket/ticket.ts";
import type { DayHours } from "./calendar.ts";
import { computeClocks } from "./clock.ts";
import { compileDefinitions } from "./compile-definitions.ts";
import { BUSINESS_HOURS_ID, makeDefaultDefinitions } from "./default-definitions.ts";
import { at, editCalendar, editPolicy, MINUTE, recalculate } from "./fixture.ts";
import { countNaively } from "./naive-clock.fixture.ts";
import { findNextDue, pickNextDue } from "./next-due.ts";
import type { ClockTarget, Definitions } from "./policy.ts";

/** Five days around the night in which Berlin's clocks go back; of 2026 also a holiday. */
const FROM = at("2026-10-23T00:00Z");
const MINUTES = 5 * 1_440;
const moment = fc.integer({ min: 0, max: MINUTES }).map((minute) => FROM + minute * MINUTE);

const WORKDAYS: readonly DayHours[] = [
	[[540, 1_020]],
	[
		[480, 720],
		[780, 1_080],
	],
	[[0, 1_440]],
	[[120, 200]],
];
const calendarEdit = fc.record({
	kind: fc.constant("calendar" as const),
	from: moment,
	weekdays: fc.array(fc.constantFrom<DayHours>([], ...WORKDAYS), { minLength: 7, maxLength: 7 }),
	holidays: fc.constantFrom([], ["2026-10-26"]),
	minutesPerDay: fc.constantFrom(60, 240, 480),
});
const targetsOf = fc.tuple(
	fc.integer({ min: 1, max: 90 }),
	fc.integer({ min: 1, max: 20 }),
	fc.constantFrom(null, BUSINESS_HOURS_ID),
);
const policyEdit = fc.record({
	kind: fc.constant("policy" as const),
	from: moment,
	targets: targetsOf.map(([minutes, hours, calendarId]): readonly ClockTarget[] => [
		{ priority: 1, amount: minutes, unit: "minute", calendarId: null },
		{ priority: 2, amount: hours, unit: "hour", calendarId },
		{ priority: 3, amount: 2, unit: "day", calendarId: BUSINESS_HOURS_ID },
	]),
	pausedBy: fc.constantFrom([], [1], [1, 4]),
});

const recalculation = fc.record({
	kind: fc.constant("recalculation" as const),
	from: moment,
	lasting: fc.integer({ min: 1, max: 3 * 1_440 }),
});

const move = fc.record({
	at: moment,
	state: fc.constantFrom(1, 2, 2, 3, 3, 6),
	holdReason: fc.constantFrom(1, 4),
	priority: fc.constantFrom<Priority>(1, 2, 3),
});

function toTrack(moves: readonly ValueOf<typeof move>[]): TrackMove[] {
	return [...moves]
		.sort((one, other) => one.at - other.at)
		.map(({ at: when, state, holdReason, priority }) => [
			when,
			state,
			state === 3 ? holdReason : 0,
			priority,
			null,
		]);
}

type ValueOf<Made> = Made extends fc.Arbitrary<infer Value> ? Value : never;
type Edit = ValueOf<typeof policyEdit> | ValueOf<typeof calendarEdit> | ValueOf<typeof recalculation>;

function edited(edits: readonly Edit[]): Definitions {
	// What applies at a moment is known only after all edits.
	const inOrder = [...edits].sort((one, other) => rankOf(one) - rankOf(other));
	return inOrder.reduce<Definitions>((definitions, edit) => {
		if (edit.kind === "calendar") return editCalendar(definitions, edit.from, edit);
		if (edit.kind === "recalculation") {
			const madeAt = edit.from + edit.lasting * MINUTE;
			return recalculate(definitions, { id: "sla-resolution", from: edit.from, at: madeAt });
		}
		const { from, targets, pausedBy } = edit;
		return editPolicy(definitions, { id: "sla-resolution", from }, { targets, pausedBy });
	}, makeDefaultDefinitions("Europe/Berlin"));
}

function rankOf({ kind }: Edit): number {
	return kind === "recalculation" ? 1 : 0;
}

const edits = fc.array(fc.oneof(calendarEdit, policyEdit, recalculation), { maxLength: 5 });
const moves = fc.array(move, { minLength: 1, maxLength: 9 });

describe("whatever happens to a ticket and to the definitions", () => {
	it("the clock is what one counts on paper, minute by minute", () => {
		fc.assert(
			fc.property(moves, edits, moment, (made, changes, now) => {
				const track = toTrack(made);
				const definitions = edited(changes);
				const policy = definitions.policies.find(({ id }) => id === "sla-resolution");
				const [opening] = track;
				if (!policy || !opening || now < opening[0]) return;
				const until = track.filter(([when]) => when <= now);
				const naive = countNaively(policy, definitions, until, now);
				const clocks = computeClocks(
					compileDefinitions(definitions),
					{ kind: "incident", track: until },
					now,
				);
				const clock = clocks.find(
					({ policyId, replacedAt }) => policyId === policy.id && replacedAt === null,
				);
				expect(clock).toMatchObject({
					elapsedMs: naive.elapsedMs,
					pausedMs: naive.pausedMs,
					stage: naive.stage,
					isBreached: naive.breachedAt !== null,
				});
				if (naive.breachedAt !== null) expect(clock?.breachedAt).toBe(naive.breachedAt);
			}),
			{ numRuns: 1_000 },
		);
	});

	it("explains itself without gaps: its stretches add up to it", () => {
		fc.assert(
			fc.property(moves, edits, moment, (made, changes, now) => {
				const definitions = compileDefinitions(edited(changes));
				for (const clock of computeClocks(definitions, { kind: "incident", track: toTrack(made) }, now)) {
					const { stretches } = clock;
					expect(stretches[0]?.from).toBe(clock.startedAt);
					for (const [index, { to }] of stretches.entries()) {
						if (index < stretches.length - 1) expect(stretches[index + 1]?.from).toBe(to);
					}
					const sum = (kind: string) =>
						stretches.reduce((total, one) => total + (one.kind === kind ? one.businessMs : 0), 0);
					expect([sum("counted"), sum("paused")]).toEqual([clock.elapsedMs, clock.pausedMs]);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it("a list says what the page says, by facts that know nothing of the time", () => {
		fc.assert(
			fc.property(moves, edits, moment, (made, changes, now) => {
				const definitions = compileDefinitions(edited(changes));
				const subject = { kind: "incident" as const, track: toTrack(made) };
				const last = subject.track.at(-1)?.[0] ?? now;
				const later = Math.max(now, last);
				const shown = pickNextDue(computeClocks(definitions, subject, later));
				const facts = findNextDue(definitions, subject, later);
				const isLive = shown?.stage === "in-progress" || shown?.stage === "paused";
				expect(facts).toEqual({
					measure: shown?.measure ?? null,
					stage: shown?.stage ?? null,
					dueAt: isLive ? (shown?.dueAt ?? null) : null,
					breachedAt: shown?.breachedAt ?? null,
				});
				const next = definitions.changesAt.find((date) => date > later) ?? later + 1;
				expect(findNextDue(definitions, subject, next - 1)).toEqual(facts);
			}),
			{ numRuns: 500 },
		);
	});
});
