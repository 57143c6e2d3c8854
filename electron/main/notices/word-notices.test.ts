import { describe, expect, it } from "vitest";
import type { Notice } from "../../../shared/notice/notice-book.ts";
import { wordNotices } from "./word-notices.ts";

const notice = (kind: Notice["kind"], index: number): Notice => ({
	kind,
	ticketId: `id-${index}`,
	number: `INC000000${index}`,
	shortDescription: "Mail is down",
});

describe("wordNotices", () => {
	it("says each of a few, and where it leads", () => {
		expect(wordNotices([notice("p1", 1), notice("breach", 2)])).toEqual([
			{ title: "P1: INC0000001", body: "Mail is down", path: "/tickets/INC0000001" },
			{ title: "Breached: INC0000002", body: "Mail is down", path: "/tickets/INC0000002" },
		]);
	});

	it("says many at once in one", () => {
		const kinds = ["p1", "breach", "breach", "threshold", "followUp"] as const;
		expect(wordNotices(kinds.map(notice))).toEqual([
			{
				title: "5 tickets need somebody now",
				body: "1 new P1, 2 breached, 1 short of time, 1 to follow up",
				path: "/home",
			},
		]);
	});
});
