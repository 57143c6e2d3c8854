import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { readLifecycle } from "../../../shared/api/lifecycles.ts";
import { registerLifecycles } from "../../../shared/ticket/known-lifecycles.ts";
import type { Lifecycle } from "../../../shared/ticket/lifecycle.ts";
import { judgeOpening } from "../../../shared/ticket/open.ts";
import { openingRequirements } from "../../../shared/ticket/opening-needs.ts";
import type { TicketPatch } from "../../../shared/ticket/ticket.ts";
import {
	EMPTY_KIND_VALUES,
	fieldsToFill,
	findMissing,
	type NewKindValues,
	patchOf,
	ticketOf,
} from "./new-kind-values.ts";

const FILE = new URL("../../../sim/further-kind.json", import.meta.url);

/** As the further kind is, with a first state that asks for more and a field that rules alone set. */
function define(): Lifecycle {
	const read = readLifecycle(JSON.parse(readFileSync(FILE, "utf8")));
	if (!read.ok) throw new Error("the further kind is whole");
	const [first, ...others] = read.definition.states;
	if (!first) throw new Error("it has states");
	const asked = [
		...first.requires,
		{ anyOf: ["teamId", "assigneeId"] },
		{ anyOf: ["category"], when: [{ field: "$hazard", isOneOf: ["water"] }] },
		{ note: "workNote" },
	] as const;
	return {
		...read.definition,
		states: [{ ...first, requires: asked }, ...others],
		fields: [
			...read.definition.fields,
			{ name: "$cost", label: "Cost", type: "number", isByRule: true },
			{ name: "$isUrgent", label: "Urgent", type: "flag", initial: 1 },
			{ name: "$budget", label: "Budget", type: "text", needs: "sla.edit" },
		],
	};
}

beforeAll(() => {
	registerLifecycles([{ definition: define(), place: 0 }]);
});

const valuesOf = (fields: TicketPatch, note = ""): NewKindValues => ({
	fields: { ...EMPTY_KIND_VALUES.fields, ...fields },
	note,
});

it("the form has the fields of the kind that its opener may fill, and what its first state asks for", () => {
	const fieldsFor = (fields: TicketPatch, role: "agent" | "lead") => {
		const ticket = ticketOf("facility", valuesOf(fields));
		return fieldsToFill("facility", openingRequirements(ticket), [role]);
	};
	expect(fieldsFor({}, "agent")).toEqual(["$floor", "$hazard", "$lockedBy", "$isUrgent"]);
	expect(fieldsFor({}, "lead")).toContain("$budget");
	expect(fieldsFor({ $hazard: "water" }, "agent")).toContain("category");
});

it("everything that is missing is said at once, and what the form sends then is what the rules take", () => {
	const missing = (values: NewKindValues) =>
		Object.keys(findMissing(ticketOf("facility", values), values.note));
	expect(missing(valuesOf({ $hazard: "water" }))).toEqual([
		"shortDescription",
		"$floor",
		"teamId",
		"category",
		"note",
	]);
	const filled = valuesOf({ shortDescription: " Lift ", $floor: "3", assigneeId: "ada" }, "Seen it.");
	expect(missing(filled)).toEqual([]);
	const set = patchOf("facility", filled);
	expect(set).toEqual({ shortDescription: "Lift", $floor: "3", assigneeId: "ada", impact: 3, urgency: 3 });
	const note = { kind: "workNote", text: "Seen it." } as const;
	const opening = { id: "1", number: "FAC", kind: "facility", set, note, openedById: null, at: 0 };
	expect(judgeOpening(opening)).toMatchObject({ ok: true });
});

it("what was emptied is not sent, but where it would be filled by itself", () => {
	const emptied = valuesOf({ description: "", $floor: null, $isUrgent: null });
	expect(patchOf("facility", emptied)).toEqual({ impact: 3, urgency: 3, $isUrgent: null });
	expect(ticketOf("facility", valuesOf({})).$isUrgent).toBe(1);
});
