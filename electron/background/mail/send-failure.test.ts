import { expect, it } from "vitest";
import { judgeSendFailure, type SendFailure } from "./send-failure.ts";

it.each<[SendFailure, string, string | undefined, number | undefined]>([
	["desk", "ECONNECTION", "CONN", undefined],
	["desk", "ETIMEDOUT", "CONN", undefined],
	["desk", "EAUTH", "AUTH PLAIN", 535],
	["desk", "ETLS", "STARTTLS", undefined],
	["desk", "EENVELOPE", "MAIL FROM", 530],
	["desk", "EENVELOPE", "MAIL FROM", 451],
	["refused", "EENVELOPE", "MAIL FROM", 552],
	["refused", "EENVELOPE", "RCPT TO", 550],
	["put-off", "EENVELOPE", "RCPT TO", 450],
	["refused", "EENVELOPE", "API", undefined],
	["refused", "EMESSAGE", "DATA", 554],
	["put-off", "EMESSAGE", "DATA", 452],
	["refused", "EMESSAGE", "MAIL FROM", undefined],
	["put-off", "ESTREAM", "API", undefined],
])("%s is to blame for %s at %s, answered %s", (expected, code, command, responseCode) => {
	expect(judgeSendFailure(Object.assign(new Error("no"), { code, command, responseCode }))).toBe(expected);
});

it("blames the desk for what it does not know, so that nothing is given up for it", () => {
	expect(judgeSendFailure("strange")).toBe("desk");
	expect(judgeSendFailure(new TypeError("a bug"))).toBe("desk");
});
