import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { systemClock } from "../clock.ts";
import { ArrivalPace } from "./arrival-pace.ts";
import type { Aspect } from "./model.ts";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

function makePace() {
	const touched: (readonly Aspect[])[] = [];
	const pace = new ArrivalPace({ clock: systemClock, onTouched: (...aspects) => touched.push(aspects) });
	return { pace, touched };
}

it("shows the first page at once, those that follow on its heels together", () => {
	const { pace, touched } = makePace();
	for (let page = 0; page < 10; page += 1) pace.touchSoon(["tickets", "names"]);
	expect(touched).toEqual([["tickets", "names"]]);
	vi.advanceTimersByTime(1_000);
	expect(touched).toEqual([
		["tickets", "names"],
		["tickets", "names"],
	]);
});

it("leaves nothing unseen where the way down ends in the middle", () => {
	const { pace, touched } = makePace();
	pace.touchSoon(["tickets"]);
	pace.touchSoon(["alerts"]);
	vi.advanceTimersByTime(1_000);
	expect(touched).toEqual([["tickets"], ["alerts"]]);
});

it("shows the last page at once, with what waited", () => {
	const { pace, touched } = makePace();
	pace.touchSoon(["tickets"]);
	pace.touchSoon(["names"]);
	pace.touch(["tickets"]);
	expect(touched.at(-1)).toEqual(["names", "tickets"]);
	vi.advanceTimersByTime(1_000);
	expect(touched).toHaveLength(2);
});
