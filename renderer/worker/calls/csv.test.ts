import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { QueueRow } from "../protocol.ts";
import { toCsv } from "./csv.ts";

const ROW: QueueRow = {
	id: "1",
	kind: "incident",
	number: "INC0000001",
	shortDescription: 'She said "no",\nthen left',
	state: 3,
	holdReason: 1,
	sourceState: null,
	priority: 1,
	impact: 1,
	urgency: 1,
	teamId: "t1",
	teamName: "=HYPERLINK(1)",
	assigneeId: null,
	assigneeName: null,
	callerId: "c1",
	callerName: "+49 Ümit",
	openedAt: 0,
	updatedAt: 1_000,
	dueAt: null,
	isBreached: true,
	isClockPaused: true,
	isResponseDue: false,
	isKnownError: false,
	followUp: null,
	pendingCount: 0,
	needsYou: false,
	tags: [],
};

describe("a list as CSV", () => {
	it("reads back cell by cell, with a byte order mark, and runs no formula in a spreadsheet", () => {
		const text = toCsv([ROW]);
		expect(text.charCodeAt(0)).toBe(0xfeff);
		expect(text.endsWith("\r\n")).toBe(true);
		const [row] = parse<Record<string, string>>(text, { columns: true, bom: true });
		expect(row).toMatchObject({
			Number: "INC0000001",
			"Short description": ROW.shortDescription,
			State: "On Hold",
			"Hold reason": "Awaiting Caller",
			Team: "'=HYPERLINK(1)",
			Caller: "'+49 Ümit",
			Assignee: "",
			Opened: "1970-01-01 00:00:00Z",
			Breached: "yes",
		});
	});
});
