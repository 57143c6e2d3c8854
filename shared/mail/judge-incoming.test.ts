import { describe, expect, it } from "vitest";
import { type IncomingFacts, judgeIncoming } from "./judge-incoming.ts";

const PLAIN: IncomingFacts = {
	automatic: null,
	isLoop: false,
	isFlood: false,
	bounce: null,
	senderIds: ["cara"],
	ticket: { id: "t1", callerId: "cara" },
	opensIncidents: true,
};
const judge = (over: Partial<IncomingFacts>) => judgeIncoming({ ...PLAIN, ...over });

describe("what becomes of a message", () => {
	it("is a comment of whoever wrote it, the caller or somebody else known", () => {
		expect(judge({})).toEqual({ act: "comment", ticketId: "t1", personId: "cara" });
		expect(judge({ senderIds: ["dora"] })).toEqual({ act: "comment", ticketId: "t1", personId: "dora" });
	});

	it("is the caller’s where several people share the address, and else nobody’s", () => {
		expect(judge({ senderIds: ["anna", "cara"] })).toMatchObject({ act: "comment", personId: "cara" });
		expect(judge({ senderIds: ["anna", "dora"] })).toMatchObject({ act: "queue", reason: "shared-address" });
	});

	it("opens an incident where the desk says so, and waits where it does not", () => {
		expect(judge({ ticket: null })).toEqual({ act: "open", personId: "cara" });
		expect(judge({ ticket: null, opensIncidents: false })).toMatchObject({
			act: "queue",
			reason: "no-ticket",
		});
	});

	it("waits for a person where nobody knows its sender, with the ticket that it seems to be about", () => {
		expect(judge({ senderIds: [] })).toEqual({ act: "queue", reason: "unknown-sender", ticketId: "t1" });
		expect(judge({ senderIds: [], ticket: null })).toMatchObject({ act: "queue", ticketId: null });
	});

	it("of a program is a note on its ticket, never a comment nor an incident", () => {
		expect(judge({ automatic: "auto-reply" })).toEqual({
			act: "note",
			ticketId: "t1",
			because: "auto-reply",
		});
		expect(judge({ automatic: "list", ticket: null })).toMatchObject({ act: "queue", reason: "automatic" });
	});

	it("of the desk itself, or of somebody who writes without end, waits whatever else it is", () => {
		expect(judge({ isLoop: true, automatic: "auto-reply" })).toMatchObject({ act: "queue", reason: "loop" });
		expect(judge({ isFlood: true })).toMatchObject({ act: "queue", reason: "flood", ticketId: "t1" });
	});

	it("that reports a failed delivery marks what was sent; a delay is only noted", () => {
		const bounce = { isFinal: true, outgoingId: "o1" };
		expect(judge({ bounce, senderIds: [] })).toEqual({ act: "bounce", outgoingId: "o1" });
		expect(judge({ bounce: { ...bounce, isFinal: false } })).toMatchObject({
			act: "note",
			because: "delayed",
		});
		expect(judge({ bounce: { isFinal: true, outgoingId: null } })).toMatchObject({
			act: "queue",
			reason: "bounce",
		});
	});
});
