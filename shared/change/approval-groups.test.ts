import { describe, expect, it } from "vitest";
import { blankTicket } from "../ticket/blank.ts";
import { type Approver, approversOf } from "./approval-groups.ts";
import { DEFAULT_CHANGE_SETTINGS } from "./default-settings.ts";

const person = (id: string, ...roles: readonly string[]): Approver => ({
	id,
	isActive: true,
	roles,
	teamIds: ["platform"],
});
const change = {
	...blankTicket("00000000-0000-7000-8000-000000000000", "change", "CHG0000001"),
	teamId: "platform",
	assigneeId: "maker",
	openedById: "opener",
	callerId: "caller",
};
const own = [person("maker", "approver"), person("opener", "approver"), person("caller", "approver")];

describe("who is asked to approve a change", () => {
	it("are the team’s active members, but nobody whose own change it is", () => {
		const people = [
			...own,
			person("peer"),
			{ ...person("gone"), isActive: false },
			{ ...person("far"), teamIds: [] },
		];
		expect(approversOf("peers", DEFAULT_CHANGE_SETTINGS, change, people)).toEqual(["peer"]);
		expect(approversOf("peers", DEFAULT_CHANGE_SETTINGS, { ...change, teamId: null }, people)).toEqual([]);
	});

	it("are those who are named, and with nobody named those whose role it is, else the leads", () => {
		const named = { ...DEFAULT_CHANGE_SETTINGS, cab: { personIds: ["far", "maker"], rule: "all" as const } };
		const people = [...own, person("far"), person("lead", "lead"), person("board", "change_manager")];
		expect(approversOf("cab", named, change, people)).toEqual(["far"]);
		expect(approversOf("cab", DEFAULT_CHANGE_SETTINGS, change, people)).toEqual(["board"]);
		expect(approversOf("emergencyCab", DEFAULT_CHANGE_SETTINGS, change, people.slice(0, -1))).toEqual([
			"lead",
		]);
	});
});
