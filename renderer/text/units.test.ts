import { expect, test } from "vitest";
import { formatBytes, formatLatency, formatPercent } from "./units.ts";

test("an uptime is never rounded up to a hundred", () => {
	expect(formatPercent(1)).toBe("100\u202f%");
	expect(formatPercent(0.99999)).toBe("99.99\u202f%");
	expect(formatPercent(0.5)).toBe("50\u202f%");
	expect(formatPercent(0)).toBe("0\u202f%");
});

test("latencies keep about three digits, in the unit people say", () => {
	expect(formatLatency(0.43)).toBe("0.4 ms");
	expect(formatLatency(38.4)).toBe("38 ms");
	expect(formatLatency(1_250)).toBe("1.25 s");
});

test("sizes are in the unit that keeps them short", () => {
	expect(formatBytes(1)).toBe("1 byte");
	expect([formatBytes(12), formatBytes(1_536), formatBytes(1_404_240)]).toEqual([
		"12 bytes",
		"1.5 KB",
		"1.3 MB",
	]);
});
