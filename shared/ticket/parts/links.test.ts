import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areLinks, LINK_KINDS, LINK_LIMITS, oppositeOf, readLinks, writeLinks } from "./links.ts";

const link = fc.record({
	kind: fc.constantFrom(...LINK_KINDS),
	ticketId: fc.stringMatching(/^[A-Za-z0-9-]{1,64}$/),
});

describe("the links of a ticket", () => {
	it("are read as they were written, each once", () => {
		fc.assert(
			fc.property(fc.array(link, { maxLength: LINK_LIMITS.perTicket }), (links) => {
				const written = writeLinks(links);
				const read = readLinks(written);
				expect(writeLinks(read)).toBe(written);
				expect(new Set(read.map(({ kind, ticketId }) => `${kind}:${ticketId}`))).toEqual(
					new Set(links.map(({ kind, ticketId }) => `${kind}:${ticketId}`)),
				);
				expect(written === null || areLinks(written)).toBe(true);
			}),
		);
	});

	it("have an opposite each, whose opposite they are", () => {
		for (const kind of LINK_KINDS) expect(oppositeOf(oppositeOf(kind))).toBe(kind);
	});

	it("are none that are unknown, unsorted, twice there, or too many", () => {
		for (const value of ["likes:t1", "blocks:", "blocks", "blocks:t2 blocks:t1", "blocks:t1 blocks:t1", 7])
			expect(areLinks(value)).toBe(false);
		const many = Array.from({ length: LINK_LIMITS.perTicket + 1 }, (_, at) => `blocks:t${at}`).sort();
		expect(areLinks(many.join(" "))).toBe(false);
	});
});
