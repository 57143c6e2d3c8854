import { expect, test } from "vitest";
import type { KeptDraft } from "../worker/protocol.ts";
import { draftToContinue } from "./draft-to-continue.ts";

function draft(savedAt: number): KeptDraft {
	const key = `ticket:t${savedAt}:comment`;
	return { key, field: key, ticketNumber: null, text: "Dear", fileNames: [], savedAt };
}

test("the newest is continued first, and the others are counted", () => {
	expect(draftToContinue([], { personId: "p1", dismissed: null })).toBeNull();
	const found = draftToContinue([draft(9), draft(5), draft(2)], { personId: "p1", dismissed: null });
	expect(found).toMatchObject({ draft: { savedAt: 9 }, others: 2 });
});

test("“not now” holds until something newer was begun, and for nobody else", () => {
	const dismissed = draftToContinue([draft(5)], { personId: "p1", dismissed: null })?.mark ?? null;
	expect(draftToContinue([draft(5)], { personId: "p1", dismissed })).toBeNull();
	expect(draftToContinue([draft(6), draft(5)], { personId: "p1", dismissed })).not.toBeNull();
	expect(draftToContinue([draft(5)], { personId: "p2", dismissed })).not.toBeNull();
});
