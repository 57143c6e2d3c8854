import { expect, it } from "vitest";
import { makeTicket } from "../fixture.ts";
import { packTicket, unpackTicket } from "./pack-ticket.ts";

it("a ticket comes back from the disk as it was, in less room than with the names of its fields", () => {
	const ticket = makeTicket(7, {
		description: "“Two\nlines”, é 𝄞",
		holdReason: 3,
		followUpAt: 1_700_000_000_000,
		closeNotes: null,
		$causeNotes: "a cause",
		track: [
			[1, 1, 0, 3, null],
			[2, 2, 0, 3, "t1"],
		],
	});
	const packed = packTicket(ticket);
	expect(unpackTicket(packed)).toEqual(ticket);
	expect(packed.length).toBeLessThan(JSON.stringify(ticket).length * 0.7);
});

it.each(["", "{}", "[1, 2]", "[", "null"])("%s is a damaged ticket", (text) => {
	expect(() => unpackTicket(text)).toThrow();
});
