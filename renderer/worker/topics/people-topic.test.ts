import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Person } from "../../../shared/api/directory.ts";
import { SESSION } from "../fixture.ts";
import type { PeopleQuery } from "../protocol.ts";
import { makeDesk, type OpenWindow, untilQuiet, Workstation } from "../workstation.ts";
import { peoplePayload, teamsPayload } from "./people-topic.ts";

beforeEach(() => {
	vi.useFakeTimers({ now: 1_800_000_000_000 });
});
afterEach(() => {
	vi.useRealTimers();
});

const BLANK = SESSION.person as Person;
const PEOPLE: readonly Partial<Person>[] = [
	{ id: "a", name: "Zoë Agent", roles: ["agent"], teamIds: ["t1", "t2"], email: "zoe@example.org" },
	{ id: "b", name: "adam caller", roles: ["caller"], teamIds: [], department: "Finance" },
	{ id: "c", name: "Carla Nobody", roles: [], teamIds: [], phone: "4711" },
	{ id: "d", name: "Dora Gone", roles: ["lead"], teamIds: ["t2"], isActive: false },
];

async function openWindow(): Promise<OpenWindow> {
	const window = await new Workstation(makeDesk(1)).open();
	await untilQuiet([window]);
	const things = window.model.generation?.cache.things;
	for (const [index, person] of PEOPLE.entries()) {
		const row = { ...BLANK, ...person };
		things?.apply({ seq: index + 1, kind: "person", id: row.id, row });
	}
	for (const [id, name] of [
		["t1", "Servers"],
		["t2", "network"],
	] as const)
		things?.apply({ seq: 9, kind: "team", id, row: { id, name, isActive: id === "t1" } });
	return window;
}

it("lists people by name: who works here, who calls, who left", async () => {
	const { model } = await openWindow();
	const find = (query: Partial<PeopleQuery>) =>
		peoplePayload(model, { text: "", show: "all", teamId: null, limit: 10, ...query }).people.map(
			({ id }) => id,
		);
	expect(find({})).toEqual(["b", "c", "d", "a"]);
	expect(find({ limit: 2 })).toEqual(["b", "c"]);
	expect(find({ show: "staff" })).toEqual(["a"]);
	expect(find({ show: "callers" })).toEqual(["b", "c"]);
	expect(find({ show: "inactive" })).toEqual(["d"]);
	expect(find({ teamId: "t2" })).toEqual(["d", "a"]);
	expect(find({ text: "zoe EXAMPLE" })).toEqual(["a"]);
	expect(find({ text: "finance" })).toEqual(["b"]);
	expect(find({ text: "4711" })).toEqual(["c"]);
});

it("lists all teams with their active members", async () => {
	const { model } = await openWindow();
	expect(teamsPayload(model).map(({ team, members }) => [team.name, members])).toEqual([
		["network", 1],
		["Servers", 1],
	]);
});
