import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { throttle } from "./throttle.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("typing without a pause is still saved every 250 ms", () => {
	const saved: string[] = [];
	const { push } = throttle((text: string) => saved.push(text), 250);
	for (let typed = 1; typed <= 10; typed += 1) {
		push("x".repeat(typed));
		vi.advanceTimersByTime(100);
	}
	expect(saved.map((text) => text.length)).toEqual([3, 6, 9]);
});

test("what waits is saved at once when it must be, and only once", () => {
	const saved: string[] = [];
	const { push, flush } = throttle((text: string) => saved.push(text), 250);
	push("draft");
	flush();
	flush();
	vi.advanceTimersByTime(1_000);
	expect(saved).toEqual(["draft"]);
});
