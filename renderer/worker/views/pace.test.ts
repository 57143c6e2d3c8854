import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Pace } from "./pace.ts";

describe("what is made at a pace", () => {
	beforeEach(() => {
		vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	it("is made at once, then once for all who ask within the time, of what is true at its end", async () => {
		const pace = new Pace(1_000);
		let value = 1;
		const ask = () => pace.run("load", () => value);
		expect(ask()).toBe(1);
		value = 2;
		const [second, third] = [ask(), ask()];
		expect(third).toBe(second);
		value = 3;
		await vi.advanceTimersByTimeAsync(1_000);
		expect(await second).toBe(3);
		expect(ask()).toBeInstanceOf(Promise);
		await vi.advanceTimersByTimeAsync(5_000);
		expect(ask()).toBe(3);
	});

	it("keeps nothing of another name waiting", () => {
		const pace = new Pace(1_000);
		expect(pace.run("one", () => 1)).toBe(1);
		expect(pace.run("other", () => 2)).toBe(2);
	});
});
