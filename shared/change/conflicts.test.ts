import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeWallClock } from "../sla/wall-clock.ts";
import { neighboursOf, type RelatedCi, relationsOf } from "./ci-relations.ts";
import { findConflicts, type PlannedChange, type Surroundings } from "./conflicts.ts";
import { isWithinMaintenance, type MaintenanceWindow } from "./windows.ts";

const HOUR_MS = 3_600_000;
const HALF_MS = HOUR_MS / 2;
const ZONE = "Europe/Berlin";
const NAMES = ["a", "b", "c", "d", "e", "f"] as const;
const ids = fc.constantFrom(...NAMES);
const cis = fc.tuple(
	...NAMES.map((id) =>
		fc.uniqueArray(ids, { maxLength: 3 }).map((dependsOnIds): RelatedCi => ({ id, dependsOnIds })),
	),
);
const plans = fc
	.array(
		fc.record({
			startAt: fc.integer({ min: 0, max: 40 }),
			lasts: fc.integer({ min: 1, max: 12 }),
			ciId: fc.option(ids),
			assigneeId: fc.option(fc.constantFrom("ada", "ben")),
		}),
		{ minLength: 2, maxLength: 6 },
	)
	.map((drawn) =>
		drawn.map(
			({ startAt, lasts, ciId, assigneeId }, index): PlannedChange => ({
				ticketId: `change-${index}`,
				ciId,
				assigneeId,
				startAt: startAt * HOUR_MS,
				endAt: (startAt + lasts) * HOUR_MS,
			}),
		),
	);

function around(graph: readonly RelatedCi[], over: Partial<Surroundings> = {}): Surroundings {
	return { neighbours: neighboursOf(graph), blackouts: [], maintenance: [], zone: ZONE, ...over };
}

/** Whether two CIs are at most two steps apart, by trying every way. */
function isNear(graph: readonly RelatedCi[], one: string | null, other: string | null): boolean {
	if (one === null || other === null) return false;
	const isNext = (from: string, to: string) =>
		graph.some(
			({ id, dependsOnIds }) =>
				(id === from && dependsOnIds.includes(to)) || (id === to && dependsOnIds.includes(from)),
		);
	if (one === other || isNext(one, other)) return true;
	return NAMES.some((between) => isNext(one, between) && isNext(between, other));
}

describe("conflicts of changes", () => {
	it("are exactly those that overlap on a CI within two steps, or have one assignee", () => {
		fc.assert(
			fc.property(plans, cis, (planned, graph) => {
				const [one, ...others] = planned;
				if (!one) return;
				const found = findConflicts(one, planned, around(graph)).map((conflict) =>
					"ticketId" in conflict ? `${conflict.code} ${conflict.ticketId}` : conflict.code,
				);
				const wanted = others.flatMap((other) => {
					if (Math.max(one.startAt, other.startAt) >= Math.min(one.endAt, other.endAt)) return [];
					const isOfOne = one.assigneeId !== null && one.assigneeId === other.assigneeId;
					return [
						...(isNear(graph, one.ciId, other.ciId) ? [`ci ${other.ticketId}`] : []),
						...(isOfOne ? [`assignee ${other.ticketId}`] : []),
					];
				});
				expect(found).toEqual(wanted);
			}),
		);
	});

	it("hold both ways", () => {
		fc.assert(
			fc.property(plans, cis, ([one, other], graph) => {
				if (!one || !other) return;
				const codesOf = (own: PlannedChange, its: PlannedChange) =>
					findConflicts(own, [its], around(graph)).map(({ code }) => code);
				expect(codesOf(one, other)).toEqual(codesOf(other, one));
			}),
		);
	});

	it("name the parent, the child and what is only related", () => {
		const graph = [
			{ id: "shop", dependsOnIds: ["web", "db"] },
			{ id: "web", dependsOnIds: ["switch"] },
			{ id: "db", dependsOnIds: [] },
			{ id: "switch", dependsOnIds: ["power"] },
		];
		expect(Object.fromEntries(relationsOf("web", neighboursOf(graph)))).toEqual({
			web: "same",
			switch: "parent",
			power: "parent",
			shop: "child",
			db: "related",
		});
		expect(relationsOf("power", neighboursOf(graph)).get("web")).toBe("child");
		expect(relationsOf("power", neighboursOf(graph)).get("shop")).toBeUndefined();
	});

	it("are none where one begins as the other ends", () => {
		const one = { ticketId: "one", ciId: "a", assigneeId: "ada", startAt: 0, endAt: HOUR_MS };
		const next = { ...one, ticketId: "next", startAt: HOUR_MS, endAt: 2 * HOUR_MS };
		expect(findConflicts(one, [one, next], around([]))).toEqual([]);
	});

	it("name blackouts of all CIs or of its own, and a maintenance window that is missed", () => {
		const change = { ticketId: "one", ciId: "a", assigneeId: null, startAt: 0, endAt: HOUR_MS };
		const span = { startAt: 0, endAt: 2 * HOUR_MS };
		const blackouts = [
			{ id: "all", name: "Stocktaking", ciIds: [], ...span },
			{ id: "other", name: "Other", ciIds: ["b"], ...span },
		];
		// 1970-01-01 was a Thursday.
		const maintenance = [
			{ id: "m", name: "Saturdays", ciIds: ["a"], weekdays: [6], fromMinute: 0, toMinute: 1_440 },
		];
		expect(findConflicts(change, [], around([], { blackouts, maintenance }))).toEqual([
			{ code: "blackout", blackoutId: "all", name: "Stocktaking" },
			{ code: "maintenance", names: ["Saturdays"] },
		]);
		expect(findConflicts({ ...change, ciId: "c" }, [], around([], { maintenance }))).toEqual([]);
	});
});

describe("maintenance windows", () => {
	const windows = fc.array(
		fc.record({
			weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
			fromMinute: fc.integer({ min: 0, max: 47 }).map((half) => half * 30),
			toMinute: fc.integer({ min: 0, max: 48 }).map((half) => half * 30),
		}),
		{ maxLength: 3 },
	);

	it("hold a span exactly where they hold each half hour of it, also when the clocks change", () => {
		const clock = makeWallClock(ZONE);
		// Around the last Sunday of March 2026, when an hour is skipped.
		const from = Date.UTC(2026, 2, 27);
		fc.assert(
			fc.property(windows, fc.nat(192), fc.integer({ min: 1, max: 30 }), (drawn, start, halves) => {
				const all = drawn.map(
					(window, index): MaintenanceWindow => ({ ...window, id: `${index}`, name: "", ciIds: [] }),
				);
				const startAt = from + start * HALF_MS;
				const isOpenAt = (at: number): boolean =>
					all.some(({ weekdays, fromMinute, toMinute }) => {
						const until = toMinute > fromMinute ? toMinute : toMinute + 1_440;
						const today = clock.localDayOf(at);
						return [today - 1, today].some((day) => {
							const moment = (minute: number) => clock.toEpoch(day * 24 * HOUR_MS + minute * 60_000);
							return weekdays.includes((day + 4) % 7) && moment(fromMinute) <= at && at < moment(until);
						});
					});
				const isOpen = Array.from({ length: halves }, (_, half) => startAt + half * HALF_MS).every(isOpenAt);
				expect(isWithinMaintenance({ startAt, endAt: startAt + halves * HALF_MS }, all, ZONE)).toBe(isOpen);
			}),
		);
	});
});
