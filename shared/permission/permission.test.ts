import { describe, expect, it } from "vitest";
import { type Action, can, PERSON_ROLES, ROLES, type Role } from "./permission.ts";

/** What each role opens, by itself. Written out a second time: a right never changes unnoticed. */
const EXPECTED: Readonly<Record<Role, readonly Action[]>> = {
	caller: [],
	agent: ["wall.read", "desk.read", "ticket.edit", "check.edit"],
	lead: ["wall.read", "desk.read", "ticket.edit", "check.edit", "rule.edit", "device.manage", "view.share"],
	approver: ["wall.read", "desk.read"],
	change_manager: ["wall.read", "desk.read", "ticket.edit"],
	major_incident_manager: ["wall.read", "desk.read", "ticket.edit"],
	noc: ["wall.read", "desk.read", "ticket.edit", "check.edit"],
	admin: [
		"wall.read",
		"desk.read",
		"ticket.edit",
		"check.edit",
		"rule.edit",
		"import.run",
		"device.manage",
		"setup.run",
		"people.manage",
		"audit.read",
		"view.share",
	],
	viewer: ["wall.read"],
	prober: [],
};
const ACTIONS = EXPECTED.admin;

describe("what a role allows", () => {
	const table = ROLES.flatMap((role) => ACTIONS.map((action) => [role, action] as const));
	it.each(table)("%s: %s", (role, action) => {
		expect(can([role], action)).toBe(EXPECTED[role].includes(action));
	});

	it("is what any of a person's roles allows, and nothing without one", () => {
		for (const action of ACTIONS) {
			expect(can([], action)).toBe(false);
			expect(can(["approver", "noc"], action)).toBe(can(["approver"], action) || can(["noc"], action));
		}
	});

	it("never comes to a person by a device's role", () => {
		expect(PERSON_ROLES).toEqual(ROLES.filter((role) => role !== "viewer" && role !== "prober"));
	});
});
