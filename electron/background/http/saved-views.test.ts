import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changePageSchema } from "../../../shared/api/changes.ts";
import {
	type SavedViewInput,
	savedViewListSchema,
	savedViewSchema,
} from "../../../shared/view/saved-view.ts";
import { startStaffedDesk, type TestDesk } from "../fixture.ts";

type Headers = Readonly<Record<string, string>>;

let desk: TestDesk;
let admin: Headers;
let ada: Headers;
let ben: Headers;

const INPUT: SavedViewInput = {
	name: "Network, urgent",
	audience: { kind: "own" },
	position: 0,
	shows: {
		base: "open",
		text: "ci:switch",
		kinds: ["incident"],
		states: [],
		priorities: [1, 2],
		teamIds: ["network"],
		assigneeIds: ["none"],
		order: { by: "dueAt", isDescending: false },
		columns: ["number", "due"],
	},
};
const put = (headers: Headers, id: string, version: number, over: object = {}) =>
	desk.ask(`/api/views/${id}`, { method: "PUT", headers, body: { version, view: { ...INPUT, ...over } } });
const remove = (headers: Headers, id: string, version: number) =>
	desk.ask(`/api/views/${id}?version=${version}`, { method: "DELETE", headers });
const listed = async (headers: Headers) =>
	savedViewListSchema.parse((await desk.ask("/api/views", { headers })).body).views.map(({ name }) => name);
let before = 0;
/** As a console that has heard all of it. */
const heard = async (headers: Headers, scope = "all") => {
	const { body } = await desk.ask(`/api/changes?since=${before}&scope=${scope}`, { headers });
	return changePageSchema.parse(body).changes.filter(({ kind }) => kind === "view");
};
const namesHeard = async (headers: Headers, scope?: string) =>
	(await heard(headers, scope)).map((change) =>
		change.kind === "view" && "row" in change ? change.row.name : null,
	);

beforeAll(async () => {
	({ desk, admin, ada, ben } = await startStaffedDesk());
});
afterAll(() => desk.close());
beforeEach(async () => {
	await desk.background.store.write(({ tx }) => tx.deleteFrom("saved_view").execute());
	before = desk.background.store.head();
});

describe("a view of one’s own", () => {
	it("is saved, changed, taken away and put back; others neither see nor hear of it", async () => {
		const id = randomUUID();
		const made = savedViewSchema.parse((await put(ada, id, 0)).body);
		expect(made).toMatchObject({ ...INPUT, id, version: 1, ownerId: "ada", editedById: "ada" });
		expect((await put(ada, id, 1, { name: "Urgent" })).body).toMatchObject({ name: "Urgent", version: 2 });
		expect(await listed(ada)).toEqual(["Urgent"]);
		expect(await namesHeard(ada)).toEqual(["Urgent"]);
		expect(await namesHeard(ada, "working")).toEqual(["Urgent"]);
		expect(await listed(ben)).toEqual([]);
		expect(await namesHeard(ben)).toEqual([null]);
		expect((await put(ben, id, 0)).status).toBe(404);
		expect((await put(ben, id, 2)).status).toBe(404);
		expect((await remove(ben, id, 2)).status).toBe(404);
		expect((await remove(ada, id, 2)).body).toMatchObject({ name: "Urgent" });
		expect(await namesHeard(ada)).toEqual([null]);
		expect((await put(ada, id, 2)).body).toMatchObject({ error: { code: "not_found" } });
		expect((await put(ada, id, 0, { name: "Urgent" })).body).toMatchObject({ name: "Urgent", version: 1 });
	});

	it("keeps what a newer program puts in it", async () => {
		const id = randomUUID();
		const shows = { ...INPUT.shows, base: "shifts", groupBy: { field: "site", depth: 2 } };
		const order = { by: "site", isDescending: true, also: "number" };
		const made = await put(ada, id, 0, { shows: { ...shows, columns: ["site", "number"], order } });
		expect(made.body).toMatchObject({ shows: { ...shows, columns: ["site", "number"], order } });
		expect((await heard(ada))[0]).toMatchObject({ row: { shows: { groupBy: { depth: 2 }, order } } });
	});

	it("is one, also where its answer was lost and it is sent again", async () => {
		const id = randomUUID();
		const first = await put(ada, id, 0);
		expect((await put(ada, id, 0)).body).toEqual(first.body);
		expect((await put(ada, id, 0, { name: "Other" })).status).toBe(409);
	});

	it("is refused with no name, or where it says too much", async () => {
		const id = randomUUID();
		expect((await put(ada, id, 0, { name: "  " })).status).toBe(400);
		const states = Array.from({ length: 201 }, (_, state) => state);
		expect((await put(ada, id, 0, { shows: { ...INPUT.shows, states } })).status).toBe(400);
		const shows = { ...INPUT.shows, more: "x".repeat(20_001) };
		expect((await put(ada, id, 0, { shows })).status).toBe(400);
	});
});

describe("a shared view", () => {
	it("is made and changed by who may share, and seen by all", async () => {
		const id = randomUUID();
		const audience = { kind: "team", teamId: "network" };
		expect((await put(ada, id, 0, { audience })).status).toBe(403);
		expect((await put(ada, id, 0, { audience: { kind: "everybody" } })).status).toBe(403);
		expect((await put(admin, id, 0, { audience: { kind: "team", teamId: "gone" } })).status).toBe(422);
		expect((await put(admin, id, 0, { audience })).status).toBe(200);
		expect(await listed(ada)).toEqual([INPUT.name]);
		expect(await namesHeard(ben)).toEqual([INPUT.name]);
		expect((await put(ada, id, 1, { audience })).status).toBe(403);
		expect((await remove(ada, id, 1)).status).toBe(403);
	});

	it("is a lead’s to change in their team, and nobody takes it for themselves", async () => {
		expect((await desk.ask("/api/people/ada/roles/lead", { method: "PUT", headers: admin })).status).toBe(
			200,
		);
		const id = randomUUID();
		const audience = { kind: "team", teamId: "network" };
		expect((await put(ada, randomUUID(), 0, { audience: { kind: "team", teamId: "servers" } })).status).toBe(
			403,
		);
		expect((await put(admin, id, 0, { audience })).status).toBe(200);
		expect((await put(ada, id, 1, { audience })).body).toMatchObject({
			version: 2,
			ownerId: expect.stringMatching(/./),
			editedById: "ada",
		});
		expect((await put(ada, id, 2, { audience: { kind: "own" } })).status).toBe(403);
		expect((await put(admin, id, 2, { audience: { kind: "own" } })).status).toBe(200);
		expect(await namesHeard(ada)).toEqual([null]);
	});

	it("tells the second of two editors who was first, and loses neither", async () => {
		const id = randomUUID();
		const audience = { kind: "everybody" };
		expect((await desk.ask("/api/people/ada/roles/lead", { method: "PUT", headers: admin })).status).toBe(
			200,
		);
		await put(admin, id, 0, { audience });
		expect((await put(ada, id, 1, { audience, name: "Ada’s" })).status).toBe(200);
		const second = await put(admin, id, 1, { audience, name: "Mine" });
		expect(second.status).toBe(409);
		expect(second.body).toMatchObject({
			error: { code: "edited_meanwhile", message: "ada changed “Ada’s” meanwhile." },
		});
		expect((await remove(admin, id, 1)).status).toBe(409);
		expect(await listed(ben)).toEqual(["Ada’s"]);
	});
});
