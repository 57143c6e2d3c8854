import { expect, test } from "vitest";
import { ticketText } from "../text/en/ticket.ts";
import { draftPlace, draftPreview } from "./draft-place.ts";

test("a draft leads back to where it was begun, in words", () => {
	expect(draftPlace("ticket:t1:comment")).toEqual({
		label: ticketText.composer.mode.comment,
		address: "/tickets/t1",
	});
	expect(draftPlace("ticket:t1:move:6")).toEqual({ label: "Change of state", address: "/tickets/t1" });
	expect(draftPlace("new:incident")).toEqual({ label: "New incident", address: "/new" });
	expect(draftPlace("new:problem")).toEqual({ label: "New problem", address: "/new/problem" });
	expect(draftPlace("ticket:t1:addTask")).toEqual({ label: "Add task", address: "/tickets/t1" });
	expect(draftPlace("check:c1:form").address).toBe("/checks/c1/edit");
	expect(draftPlace("person:new")).toEqual({ label: "New person", address: "/settings/people/new" });
	expect(draftPlace("team:t1:name").address).toBe("/settings/teams/t1");
});

test("a form is known by what was written into it", () => {
	expect(draftPreview('{"shortDescription":"VPN is slow","impact":1}')).toBe("VPN is slow");
	expect(draftPreview('{"fields":{"closeNotes":"Restarted."},"note":"Told Ada"}')).toBe(
		"Restarted. · Told Ada",
	);
	expect(draftPreview('{"fields":{"shortDescription":"Lift","$floor":"3"},"note":""}')).toBe("Lift");
	expect(draftPreview('{"text":"Unplug it.","isToCallers":true}')).toBe("Unplug it.");
	expect(draftPreview("{ my own text")).toBe("{ my own text");
});
