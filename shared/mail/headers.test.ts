import { describe, expect, it } from "vitest";
import { automaticReason } from "./automatic.ts";
import { htmlToText } from "./html-to-text.ts";
import { answeredIds, isOwnMessageId, makeMessageId } from "./message-ids.ts";
import { readBounce } from "./read-bounce.ts";
import { numbersInSubject, subjectOfTicket, titleFromSubject } from "./subjects.ts";

describe("a message that nobody wrote by hand", () => {
	it.each([
		["auto-submitted", { "auto-submitted": "auto-replied (vacation)" }],
		["auto-submitted", { "auto-submitted": "auto-generated; owner-email=a@b.c" }],
		["auto-reply", { "x-autoreply": "yes" }],
		["auto-reply", { precedence: "auto_reply" }],
		["list", { "list-id": "<announce.example.org>" }],
		["bulk", { precedence: "Bulk" }],
		["null-sender", { "return-path": "< >" }],
	])("is known as %s", (reason, headers) => {
		expect(automaticReason(headers)).toBe(reason);
	});

	it("is not one that says no, or nothing", () => {
		expect(automaticReason({ "auto-submitted": "No" })).toBeNull();
		expect(automaticReason({ "x-autoreply": "no", "return-path": "<cara@example.org>" })).toBeNull();
		expect(automaticReason({ precedence: "first-class" })).toBeNull();
	});
});

describe("ids of messages", () => {
	it("name what is answered, the nearest first and each once", () => {
		const headers = { "in-reply-to": "<c@x> (Ben)", references: "<a@x>\r\n <b@x> <c@x>" };
		expect(answeredIds(headers)).toEqual(["<c@x>", "<b@x>", "<a@x>"]);
		expect(answeredIds({ references: "no id here" })).toEqual([]);
	});

	it("of the desk are known again, and those of others are not", () => {
		const id = makeMessageId("0198", "desk@Example.org");
		expect(isOwnMessageId(id, "desk@example.org")).toBe(true);
		expect(isOwnMessageId(id, "desk@elsewhere.org")).toBe(false);
		expect(isOwnMessageId("<0198@example.org>", "desk@example.org")).toBe(false);
	});
});

describe("a subject", () => {
	it("names tickets however it is answered, and no other words with digits", () => {
		expect(numbersInSubject("AW: [INC0000012] VPN (was: chg0000003)")).toEqual(["INC0000012", "CHG0000003"]);
		expect(numbersInSubject("Order XINC0000012X of 2026, room A12")).toEqual([]);
	});

	it("carries the number first and gives the title back without marks", () => {
		const subject = subjectOfTicket({ number: "INC0000012", shortDescription: "VPN\nis down" });
		expect(subject).toBe("[INC0000012] VPN is down");
		expect(titleFromSubject("Re: AW: Fwd[2]:  VPN\r\n is down")).toBe("VPN is down");
		expect(titleFromSubject("x".repeat(500))).toHaveLength(200);
	});
});

describe("a report of delivery", () => {
	const status = [
		"Reporting-MTA: dns; mail.example.org",
		"",
		"Action: failed",
		"Final-Recipient: rfc822; gone@example.org",
		"Status: 5.1.1",
		"Diagnostic-Code: smtp; 550 5.1.1 nobody",
		"  here by that name",
	].join("\r\n");

	it("says what failed, for whom and why, and of which message", () => {
		expect(
			readBounce(status, "Message-ID:\r\n <deskwatch.1@example.org>\r\nSubject: x\r\n\r\nMessage-ID: <no@x>"),
		).toEqual({
			messageId: "<deskwatch.1@example.org>",
			recipient: "gone@example.org",
			action: "failed",
			diagnostic: "550 5.1.1 nobody here by that name",
		});
	});

	it("that is damaged fails nothing", () => {
		expect(readBounce("", "")).toEqual({ messageId: null, recipient: null, action: "other", diagnostic: "" });
		expect(readBounce("Action: delayed\nFinal-Recipient: x", "").action).toBe("delayed");
	});
});

describe("the words of a message that has only HTML", () => {
	it("are what can be read of it, with quotes marked", () => {
		const html =
			"<html><head><style>p{color:red}</style></head><body><p>It&nbsp;works &amp; prints<br>again&#33;</p>" +
			"<ul><li>one</li><li>two</li></ul><!-- hidden --><script>alert('x')</script>" +
			"<blockquote><div>Is it back?</div></blockquote></body></html>";
		expect(htmlToText(html)).toBe("It works & prints\nagain!\n\n* one\n* two\n> Is it back?");
	});

	it("are read in time from what is no HTML at all", () => {
		const begun = performance.now();
		expect(htmlToText(`a < b ${"<".repeat(50_000)}`)).toContain("a ");
		expect(performance.now() - begun).toBeLessThan(2_000);
	});
});
