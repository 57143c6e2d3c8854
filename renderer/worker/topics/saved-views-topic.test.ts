import { describe, expect, it } from "vitest";
import type { SavedView } from "../../../shared/view/saved-view.ts";
import { Things } from "../cache/things.ts";
import type { Model } from "../engine/model.ts";
import { makeUuid, SESSION } from "../fixture.ts";
import { savedViewsPayload } from "./saved-views-topic.ts";

const SHOWS = { base: "open", text: "", kinds: [], states: [], priorities: [], teamIds: [], assigneeIds: [] };
const view = (counter: number, name: string, over: Partial<SavedView> = {}): SavedView => ({
	id: makeUuid(counter),
	version: 1,
	name,
	audience: { kind: "own" },
	position: 0,
	shows: { ...SHOWS, order: { by: "number", isDescending: false }, columns: null },
	ownerId: "p1",
	editedById: "p2",
	editedAt: 0,
	...over,
});
const ofTeam = (teamId: string) => ({ audience: { kind: "team", teamId } }) as const;
const VIEWS = [
	view(1, "Later", { position: 2 }),
	view(2, "Sooner", { position: 1 }),
	view(3, "Of the team", ofTeam("t1")),
	view(4, "Of others", ofTeam("t2")),
	view(5, "For all", { audience: { kind: "everybody" }, ownerId: "p2" }),
	view(6, "Somebody’s", { ownerId: "p2" }),
	view(7, "Of a newer program", { audience: { kind: "shift" } as never }),
];

function makeModel(roles: readonly string[], teamIds = ["t1"]): { things: Things; model: Model } {
	const things = new Things();
	let seq = 0;
	for (const row of VIEWS) things.apply({ seq: ++seq, kind: "view", id: row.id, row });
	things.apply({ seq: ++seq, kind: "team", id: "t1", row: { id: "t1", name: "Network", isActive: true } });
	const person = SESSION.person && { ...SESSION.person, teamIds };
	if (person) things.apply({ seq: ++seq, kind: "person", id: person.id, row: person });
	const session = { ...SESSION, roles: [...roles] };
	return { things, model: { session, generation: { cache: { things } } } as unknown as Model };
}
const listed = (model: Model) =>
	savedViewsPayload(model)?.map(({ view: { name }, teamName, mayEdit }) => [name, teamName, mayEdit]);

describe("the saved views in a list", () => {
	it("are one’s own, one’s teams’ and everybody’s, each in its order, editable by right", () => {
		expect(listed(makeModel(["agent"]).model)).toEqual([
			["Sooner", null, true],
			["Later", null, true],
			["Of the team", "Network", false],
			["For all", null, false],
		]);
		expect(listed(makeModel(["lead"]).model)?.slice(2)).toEqual([
			["Of the team", "Network", true],
			["For all", null, true],
		]);
	});

	it("follow the teams that somebody is in by now", () => {
		const { things, model } = makeModel(["lead"]);
		const person = things.people.get("p1");
		if (person) things.apply({ seq: 99, kind: "person", id: "p1", row: { ...person, teamIds: ["t2"] } });
		expect(listed(model)?.map(([name]) => name)).toEqual(["Sooner", "Later", "Of others", "For all"]);
	});

	it("outlive what is not known here in the cache", () => {
		const { things } = makeModel(["agent"]);
		const loaded = new Things();
		for (const record of things.unsaved()) loaded.load(record);
		expect([...loaded.savedViews.values()]).toEqual(VIEWS);
	});
});
