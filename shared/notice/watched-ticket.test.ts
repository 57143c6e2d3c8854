import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readLifecycle } from "../api/lifecycles.ts";
import { compileDefinitions } from "../sla/compile-definitions.ts";
import { registerLifecycles } from "../ticket/known-lifecycles.ts";
import { HOLD_REASON, INCIDENT_STATE } from "../ticket/lifecycles/incident.ts";
import { MAJOR_STATE } from "../ticket/lifecycles/major-fields.ts";
import { toWatchedTicket, watchedRowSchema } from "./watched-ticket.ts";

const NOW = 1_800_000_000_000;
const NOTHING_PROMISED = compileDefinitions({ calendars: [], policies: [] });

function watch(fields: object) {
	const row = watchedRowSchema.parse({
		id: "0190a000-0000-7000-8000-000000000001",
		kind: "incident",
		number: "INC0000001",
		shortDescription: "No sound",
		state: INCIDENT_STATE.inProgress,
		priority: 3,
		teamId: null,
		assigneeId: null,
		openedById: null,
		track: [],
		holdReason: null,
		followUpAt: null,
		resolvedAt: null,
		...fields,
	});
	return toWatchedTicket(row, NOTHING_PROMISED, NOW);
}

it("a follow-up and a next update are told when they are due", () => {
	const hold = { state: INCIDENT_STATE.onHold, holdReason: HOLD_REASON.awaitingVendor, followUpAt: NOW + 5 };
	expect(watch(hold).calls).toEqual([
		{ kind: "followUp", key: `follow-up ${NOW + 5}`, at: NOW + 5, to: "assignee" },
	]);
	const major = { $majorState: MAJOR_STATE.accepted, $nextUpdateAt: NOW + 9 };
	expect(watch(major).calls).toMatchObject([{ kind: "followUp", at: NOW + 9 }]);
	expect(watch({}).calls).toEqual([]);
});

it("a ticket of a kind that the desk has added is open as its lifecycle says", () => {
	const job = { kind: "facility", number: "FAC0000001", state: 20 };
	expect(watch(job).isOpen).toBe(false);
	const file = new URL("../../sim/further-kind.json", import.meta.url);
	const read = readLifecycle(JSON.parse(readFileSync(file, "utf8")));
	if (!read.ok) throw new Error("the further kind is whole");
	registerLifecycles([{ definition: read.definition, place: 0 }]);
	expect(watch(job).isOpen).toBe(true);
	expect(watch({ ...job, state: 40 }).isOpen).toBe(false);
});
