import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillReply, openFields, REPLY_FIELDS, type ReplyValues, unknownFields } from "./reply-fields.ts";

const VALUES: ReplyValues = {
	"caller.name": "Vera Holt",
	"caller.firstName": "Vera",
	"ticket.number": "INC0000001",
	"ticket.title": "No sound",
	"team.name": null,
	"service.name": "Telephony",
	"ci.name": null,
	"me.name": "Ada Agent",
};

describe("the fields of a reply", () => {
	it("are filled in with what the ticket says; what it does not say stays open", () => {
		const filled = fillReply(
			"Hello {{ caller.firstName }},\n{{team.name}} looks at {{ticket.number}}.",
			VALUES,
		);
		expect(filled).toBe("Hello Vera,\n{{team.name}} looks at INC0000001.");
		expect(openFields(filled)).toEqual(["team.name"]);
	});

	it("are only those that there are: others are told, and stay as they were typed", () => {
		const text = "{{caller.nmae}} and {{x}} and {{x}}, {{me.name}} { not } {{}}";
		expect(unknownFields(text)).toEqual(["caller.nmae", "x", ""]);
		expect(fillReply(text, VALUES)).toContain("{{caller.nmae}} and {{x}}");
	});

	it("are never filled in twice: what a ticket says is no text of a reply", () => {
		const values = { ...VALUES, "ticket.title": "{{me.name}} $& {{caller.name}}" };
		expect(fillReply("About: {{ticket.title}}", values)).toBe("About: {{me.name}} $& {{caller.name}}");
	});

	it("leave nothing open where a ticket says all of it, whatever stands around them", () => {
		const part = fc.oneof(
			fc.constantFrom(...REPLY_FIELDS.map((field) => `{{${field}}}`)),
			fc.string().map((text) => text.replaceAll(/[{}]/g, "")),
		);
		fc.assert(
			fc.property(fc.array(part), (parts) => {
				const all = Object.fromEntries(REPLY_FIELDS.map((field) => [field, "x"])) as Record<string, string>;
				expect(openFields(fillReply(parts.join(""), all as unknown as ReplyValues))).toEqual([]);
			}),
		);
	});
});
