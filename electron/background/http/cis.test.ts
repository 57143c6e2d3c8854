import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditPageSchema } from "../../../shared/api/audit.ts";
import { changePageSchema } from "../../../shared/api/changes.ts";
import { ciImportSchema, ciPreviewSchema } from "../../../shared/api/cis.ts";
import { type Ci, ciSchema } from "../../../shared/api/directory.ts";
import { addStaff, opening, startTestDesk, type TestDesk } from "../fixture.ts";

let desk: TestDesk;
beforeEach(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
});
afterEach(() => desk.close());

const INPUT = { name: "Shop", class: "service", ownerTeamId: "network", criticality: 1, dependsOnIds: [] };
const add = async (over: Record<string, unknown> = {}): Promise<Ci> => {
	const made = await desk.ask("/api/cis", { body: { ...INPUT, ...over } });
	expect(made.status, JSON.stringify(made.body)).toBe(201);
	return ciSchema.parse(made.body);
};
const put = ({ id, revision, ...ci }: Ci, over: Record<string, unknown>) =>
	desk.ask(`/api/cis/${id}`, {
		method: "PUT",
		body: { baseRevision: revision ?? 1, ci: { ...ci, ...over } },
	});
const remove = (id: string) => desk.ask(`/api/cis/${id}`, { method: "DELETE" });
const preview = async (text: string, over: Record<string, unknown> = {}) =>
	ciPreviewSchema.parse(
		(await desk.ask("/api/cis/imports/preview", { body: { form: "cis", text, mapping: null, ...over } }))
			.body,
	);
const apply = (text: string, fingerprint: string, form = "cis") =>
	desk.ask("/api/cis/imports", { body: { form, text, mapping: null, fingerprint } });
const undo = (id: string) => desk.ask(`/api/cis/imports/${id}/undo`, { method: "POST" });
const audit = async () =>
	auditPageSchema
		.parse((await desk.ask("/api/audit")).body)
		.entries.filter(({ action }) => action.startsWith("ci."));

/** As a console that has heard all of it knows them, by name. */
async function heard(): Promise<ReadonlyMap<string, Ci>> {
	const { changes } = changePageSchema.parse((await desk.ask("/api/changes?since=0")).body);
	return new Map(
		changes.flatMap((change) =>
			change.kind === "ci" && "row" in change ? [[change.row.name, change.row]] : [],
		),
	);
}

describe("a CI", () => {
	it("is added, changed and removed, each in the audit trail and told to the consoles", async () => {
		const db = await add({ name: "db-01", class: "server", externalId: "A1" });
		const shop = await add({ dependsOnIds: [db.id], status: "planned", note: "New in spring" });
		const changed = await put(shop, { criticality: 2, status: "in_use", runsOnIds: [db.id] });
		expect(changed.body).toMatchObject({ criticality: 2, revision: 2, runsOnIds: [db.id] });
		expect((await heard()).get("Shop")).toEqual(changed.body);
		expect((await remove(db.id)).body).toMatchObject({ error: { code: "is_named" } });
		expect((await remove(shop.id)).status).toBe(200);
		expect((await remove(db.id)).status).toBe(200);
		expect((await heard()).size).toBe(0);
		expect((await audit()).map(({ action, from, to }) => [action, from, to])).toEqual([
			["ci.removed", "db-01", null],
			["ci.removed", "Shop", null],
			[
				"ci.changed",
				"Shop",
				"criticality from critical to high; status from planned to in_use; runsOnIds from nothing to db-01",
			],
			["ci.made", null, "Shop"],
			["ci.made", null, "db-01"],
		]);
	});

	it("is refused by the name of the field that is wrong, and over what somebody else saved", async () => {
		const shop = await add({ externalId: "A1" });
		const refused = async (over: Record<string, unknown>) =>
			(await desk.ask("/api/cis", { body: { ...INPUT, ...over } })).body;
		expect(await refused({ name: " " })).toMatchObject({ error: { path: "name" } });
		expect(await refused({ ownerTeamId: "nowhere" })).toMatchObject({ error: { path: "ownerTeamId" } });
		expect(await refused({ externalId: "A1" })).toMatchObject({ error: { path: "externalId" } });
		expect(await refused({ partOfIds: ["nothing"] })).toMatchObject({ error: { path: "relations" } });
		expect((await put(shop, { dependsOnIds: [shop.id] })).body).toMatchObject({
			error: { path: "relations" },
		});
		expect((await put(shop, { name: "Shop 2" })).status).toBe(200);
		expect((await put(shop, { name: "Shop 3" })).body).toMatchObject({ error: { code: "edited_meanwhile" } });
	});

	it("that a ticket names stays", async () => {
		const shop = await add();
		await desk.send(opening({ set: { shortDescription: "Shop", callerId: "ada", serviceId: shop.id } }));
		expect((await remove(shop.id)).status).toBe(409);
	});
});

const FILE = ["External ID;Name", "A1;db-01"].join("\n").replaceAll(";", ",");

describe("an import", () => {
	it("shows its difference, applies exactly that as one act, and is taken back as one", async () => {
		const db = await add({ name: "db-01", class: "server" });
		const file = `external_id,name,owner,criticality
A1,db-01,servers,low
A2,"Billing, new",network,critical
A3,Broken,nobody,critical
`;
		const shown = await preview(file);
		expect(shown.counts).toEqual({ fresh: 1, changed: 1, unchanged: 0, missing: 0, refused: 1 });
		expect(shown.changed[0]?.changes).toEqual([
			{ field: "externalId", from: null, to: "A1" },
			{ field: "ownerTeam", from: "network", to: "servers" },
			{ field: "criticality", from: "critical", to: "low" },
		]);
		expect(shown.refused).toEqual([
			{ line: 4, column: "ownerTeam", message: "is no team of this desk", value: "nobody" },
		]);
		expect((await heard()).get("db-01")).toEqual(db);

		const applied = ciImportSchema.parse((await apply(file, shown.fingerprint)).body);
		expect(applied).toMatchObject({ fresh: 1, changed: 1 });
		expect((await heard()).get("Billing, new")).toMatchObject({ externalId: "A2", criticality: 1 });
		expect((await preview(file)).counts).toMatchObject({ fresh: 0, changed: 0, unchanged: 2 });
		expect((await preview("key,name\nA1,db-01")).missing.map(({ name }) => name)).toEqual(["Billing, new"]);

		const relations = "from,relation,to\nA2,depends_on,db-01\n";
		const related = await preview(relations, { form: "relations" });
		expect(related.changed[0]?.changes).toEqual([{ field: "dependsOnIds", from: null, to: "db-01" }]);
		const relating = ciImportSchema.parse((await apply(relations, related.fingerprint, "relations")).body);
		expect((await undo(applied.id)).body).toMatchObject({ error: { code: "edited_meanwhile" } });

		expect((await undo(relating.id)).status).toBe(200);
		expect((await heard()).get("Billing, new")?.dependsOnIds).toEqual([]);
		expect((await undo(applied.id)).status).toBe(200);
		expect([...(await heard()).values()]).toEqual([{ ...db, revision: 3 }]);
		expect((await audit()).map(({ action }) => action)).toEqual([
			"ci.import_undone",
			"ci.import_undone",
			"ci.imported",
			"ci.imported",
			"ci.made",
		]);
		expect((await undo(relating.id)).status).toBe(404);
	});

	it("gives back what was there before, and takes away what came", async () => {
		const db = await add({ name: "db-01", class: "server", location: "Hall 2" });
		const file = "key,name,location\nA1,db-01,Hall 3\nA2,new,\n";
		const applied = ciImportSchema.parse((await apply(file, (await preview(file)).fingerprint)).body);
		expect((await undo(applied.id)).body).toMatchObject({ fresh: 1, changed: 1 });
		const after = await heard();
		expect([...after.values()]).toEqual([{ ...db, revision: 3 }]);
	});

	it("is refused where the desk is another by then", async () => {
		const shown = await preview(FILE);
		await add({ name: "db-01" });
		const refused = await apply(FILE, shown.fingerprint);
		expect([refused.status, refused.body]).toMatchObject([409, { error: { code: "edited_meanwhile" } }]);
		expect((await heard()).get("db-01")?.externalId).toBeUndefined();
	});

	it("follows the columns that a person set right", async () => {
		const file = "What,Which\ndb-01,A1\n";
		expect((await preview(file)).counts.refused).toBeGreaterThan(0);
		const shown = await preview(file, { mapping: { name: 0, externalId: 1 } });
		expect(shown.fresh[0]).toMatchObject({ name: "db-01", externalId: "A1" });
	});

	it("is refused where nothing can be read", async () => {
		const answer = await desk.ask("/api/cis/imports/preview", {
			body: { form: "cis", text: "\n", mapping: null },
		});
		expect(answer.body).toMatchObject({ error: { code: "unreadable" } });
	});
});
