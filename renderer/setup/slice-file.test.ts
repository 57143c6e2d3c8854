import fc from "fast-check";
import { expect, test } from "vitest";
import { LIMITS } from "../../shared/api/common.ts";
import { sliceFile } from "./slice-file.ts";

test("parts cover a file without gap or overlap, none bigger than the desk takes", () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: LIMITS.importBytes }), (sizeBytes) => {
			const parts = sliceFile(sizeBytes);
			let at = 0;
			for (const [index, part] of parts.entries()) {
				expect(part.index).toBe(index);
				expect(part.from).toBe(at);
				expect(part.to).toBeGreaterThan(part.from);
				expect(part.to - part.from).toBeLessThanOrEqual(LIMITS.uploadPartBytes);
				at = part.to;
			}
			expect(at).toBe(sizeBytes);
		}),
		{ numRuns: 50 },
	);
});

test("a file of exactly one part is not followed by an empty one", () => {
	expect(sliceFile(LIMITS.uploadPartBytes)).toHaveLength(1);
	expect(sliceFile(LIMITS.uploadPartBytes + 1)).toHaveLength(2);
});
