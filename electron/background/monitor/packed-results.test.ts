import fc from "fast-check";
import { expect, it } from "vitest";
import { CHECK_STATES } from "../../../shared/api/checks.ts";
import { packResults, unpackResults } from "./packed-results.ts";
import { thinResults } from "./result-archive.ts";

const ms = fc.option(fc.double({ min: 0, max: 120_000, noNaN: true, noDefaultInfinity: true }));
const result = fc.record({
	at: fc.integer({ min: 0, max: 4_000_000_000_000 }),
	state: fc.constantFrom(...CHECK_STATES),
	summary: fc.string(),
	statusCode: fc.option(fc.integer({ min: 100, max: 999 })),
	errorCode: fc.option(fc.string()),
	totalMs: fc.double({ min: 0, max: 120_000, noNaN: true }).map((value) => value + 0),
	phases: fc.record({ dnsMs: ms, connectMs: ms, tlsMs: ms, firstByteMs: ms, transferMs: ms }),
});

it("unpacks exactly what was packed", () => {
	fc.assert(
		fc.property(fc.array(result, { maxLength: 80 }), (results) => {
			// JSON has no minus zero.
			const plain = JSON.parse(JSON.stringify(results));
			expect(unpackResults(packResults(results))).toEqual(plain);
		}),
	);
});

it("takes about 30 bytes a result for a check that answers evenly", () => {
	const results = Array.from({ length: 60 }, (_, index) => ({
		at: 1_700_000_000_000 + index * 15_003,
		state: "up" as const,
		summary: "HTTP 200",
		statusCode: 200,
		errorCode: null,
		totalMs: 12.34,
		phases: { dnsMs: null, connectMs: 1.23, tlsMs: null, firstByteMs: 9.87, transferMs: 0.12 },
	}));
	expect(packResults(results).length / results.length).toBeLessThan(50);
});

it("thins to the limit and keeps every stretch's worst", () => {
	fc.assert(
		fc.property(fc.array(result, { maxLength: 300 }), fc.integer({ min: 1, max: 50 }), (results, limit) => {
			const thinned = thinResults(results, limit);
			expect(thinned.length).toBeLessThanOrEqual(Math.max(limit, 0));
			expect(thinned.some(({ state }) => state === "down")).toBe(
				results.some(({ state }) => state === "down"),
			);
		}),
	);
});
