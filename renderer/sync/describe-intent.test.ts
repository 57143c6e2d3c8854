import { expect, test } from "vitest";
import { INTENT_VERSION } from "../../shared/api/intents.ts";
import type { PendingIntent } from "../worker/topics/ticket-protocol.ts";
import { describeContent } from "./describe-content.ts";
import { describeIntent } from "./describe-intent.ts";

const COMMON = {
	v: INTENT_VERSION,
	id: "0190a000-0000-7000-8000-000000000002",
	ticketId: "0190a000-0000-7000-8000-000000000001",
	occurredAt: 0,
	counter: 1,
} as const;

function pending(intent: PendingIntent["intent"]): PendingIntent {
	return {
		intent,
		ticketNumber: "INC0000001",
		ticketKind: "incident",
		shortDescription: "VPN",
		names: {},
		state: "queued",
		reason: null,
		conflict: null,
		queuedAt: 0,
		attempts: 0,
	};
}

test("an edit is named by its fields and its note", () => {
	const edit = pending({
		...COMMON,
		type: "change",
		baseRevision: 1,
		base: {},
		set: { state: 6, closeCode: "Duplicate" },
		note: { kind: "workNote", text: "see other" },
	});
	expect(describeIntent(edit)).toBe("State, Close code, Work note");
});

test("an edit is known again by what it sets and says", () => {
	const edit = pending({
		...COMMON,
		type: "change",
		baseRevision: 1,
		base: {},
		set: { impact: 1, assigneeId: null },
		note: { kind: "workNote", text: "see other" },
	});
	expect(describeContent(edit)).toBe("Impact: 1 High · Assignee: nothing · Work note: “see other”");
	const made = pending({ ...COMMON, type: "create", kind: "incident", set: { shortDescription: "VPN" } });
	expect(describeContent(made)).toBe("New incident");
});

test("a new ticket is named as such", () => {
	const made = pending({ ...COMMON, type: "create", kind: "incident", set: { shortDescription: "VPN" } });
	expect(describeIntent(made)).toBe("New incident");
});
