import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Planner, spread } from "./planner.ts";
import { SleepWatch } from "./sleep-watch.ts";

const START = { wallMs: 1_700_000_000_000, monotonicMs: 5_000 };
const later = (ms: number) => ({ wallMs: START.wallMs + ms, monotonicMs: START.monotonicMs + ms });
const rhythm = (checkId: string, intervalMs: number, isUrgent = false) => ({ checkId, intervalMs, isUrgent });

/** Runs a planner in virtual time, looking around every `stepMs`; answers all starts. */
function simulate(planner: Planner, lengthMs: number, stepMs: number) {
	const starts: { readonly checkId: string; readonly at: number }[] = [];
	for (let at = 0; at <= lengthMs; at += stepMs) {
		for (const checkId of planner.takeDue(later(at))) starts.push({ checkId, at });
	}
	return starts;
}

describe("Planner", () => {
	it("spreads the starts of many checks evenly over the interval", () => {
		const planner = new Planner();
		for (let index = 0; index < 10_000; index += 1) planner.add(rhythm(`check-${index}`, 30_000), START);
		const perSecond = new Map<number, number>();
		for (const { at } of simulate(planner, 29_990, 10)) {
			perSecond.set(Math.floor(at / 1_000), (perSecond.get(Math.floor(at / 1_000)) ?? 0) + 1);
		}
		expect(perSecond.size).toBe(30);
		for (const count of perSecond.values()) {
			expect(count).toBeGreaterThan(250);
			expect(count).toBeLessThan(420);
		}
	});

	it("misses no start and makes none up, however irregularly it is looked at", () => {
		fc.assert(
			fc.property(
				fc.string({ minLength: 1, maxLength: 20 }),
				fc.integer({ min: 1_000, max: 60_000 }),
				fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 500, maxLength: 800 }),
				(checkId, intervalMs, steps) => {
					const planner = new Planner();
					planner.add(rhythm(checkId, intervalMs), START);
					const starts: number[] = [];
					let at = 0;
					for (const step of steps) {
						at += step;
						if (planner.takeDue(later(at)).length > 0) starts.push(at);
					}
					const places = Math.floor(at / intervalMs);
					expect(Math.abs(starts.length - places)).toBeLessThanOrEqual(1);
					for (const [index, start] of starts.entries()) {
						const before = starts[index - 1];
						if (before === undefined) continue;
						expect(start - before).toBeGreaterThanOrEqual(intervalMs - 400);
						expect(start - before).toBeLessThanOrEqual(intervalMs + 400);
					}
				},
			),
			{ numRuns: 50 },
		);
	});

	it("keeps a check at the same place of its interval over a restart", () => {
		const placeAfter = (offsetMs: number) => {
			const planner = new Planner();
			planner.add(rhythm("check-7", 20_000), later(offsetMs));
			return ((planner.nextAt ?? 0) - START.monotonicMs) % 20_000;
		};
		expect(placeAfter(13_337)).toBe(placeAfter(0));
	});

	it("runs a new check at once, then at its place", () => {
		const planner = new Planner();
		planner.add(rhythm("fresh", 10_000, true), START);
		const [first, second, third] = simulate(planner, 30_000, 10).map(({ at }) => at);
		expect(first).toBe(0);
		expect((third ?? 0) - (second ?? 0)).toBe(10_000);
		expect(spread("fresh") * 10_000).toBeCloseTo((START.wallMs + (second ?? 0)) % 10_000, -2);
	});

	it("moves one start for a retry and goes back to the place after it", () => {
		const planner = new Planner();
		planner.add(rhythm("soft", 60_000, true), START);
		planner.takeDue(START);
		planner.moveTo("soft", later(5_000).monotonicMs);
		expect(simulate(planner, 5_010, 10)).toEqual([{ checkId: "soft", at: 5_000 }]);
		planner.moveToPlace("soft", later(5_020));
		expect(planner.takeDue(later(5_030))).toEqual([]);
	});

	it("makes nothing up after a gap: each check runs once, at its next place", () => {
		const planner = new Planner();
		for (let index = 0; index < 100; index += 1) planner.add(rhythm(`check-${index}`, 10_000), START);
		planner.replanAll(later(3_600_000));
		expect(planner.takeDue(later(3_600_000))).toEqual([]);
		const due = planner.takeDue(later(3_610_100));
		expect(new Set(due).size).toBe(100);
		expect(due).toHaveLength(100);
	});

	it("forgets a check that was removed", () => {
		const planner = new Planner();
		planner.add(rhythm("gone", 1_000), START);
		planner.remove("gone");
		expect(simulate(planner, 5_000, 100)).toEqual([]);
	});
});

describe("SleepWatch", () => {
	it("sees no gap while it is looked at twice a second, nor when the loop is a little late", () => {
		const watch = new SleepWatch(START);
		expect([500, 1_000, 4_000, 4_500].map((ms) => watch.look(later(ms)))).toEqual([0, 0, 0, 0]);
	});

	it("sees a sleep that stops the monotonic clock, one that does not, and a clock set back", () => {
		const watch = new SleepWatch(START);
		expect(watch.look({ wallMs: START.wallMs + 600_000, monotonicMs: START.monotonicMs + 500 })).toBe(
			600_000,
		);
		const late = { wallMs: START.wallMs + 660_000, monotonicMs: START.monotonicMs + 60_500 };
		expect(watch.look(late)).toBe(60_000);
		expect(watch.look({ wallMs: START.wallMs, monotonicMs: late.monotonicMs + 500 })).toBe(1);
	});
});
