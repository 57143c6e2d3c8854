import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditPageSchema } from "../../../shared/api/audit.ts";
import { apiErrorSchema } from "../../../shared/api/common.ts";
import { type Person, personSchema, type Team, teamSchema } from "../../../shared/api/directory.ts";
import { peoplePageSchema, teamListSchema } from "../../../shared/api/people.ts";
import { addStaff, changing, cookieOf, opening, startTestDesk, type TestDesk } from "../fixture.ts";

let desk: TestDesk;
beforeEach(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
});
afterEach(() => desk.close());

const makePerson = async (over: Record<string, unknown> = {}): Promise<Person> => {
	const made = await desk.ask("/api/people", { body: { name: "Mary Okafor", ...over } });
	expect(made.status).toBe(201);
	return personSchema.parse(made.body);
};
const makeTeam = async (name: string): Promise<Team> =>
	teamSchema.parse((await desk.ask("/api/teams", { body: { name } })).body);
const put = (path: string) => desk.ask(path, { method: "PUT" });
const remove = (path: string) => desk.ask(path, { method: "DELETE" });
const patch = (path: string, body: unknown) => desk.ask(path, { method: "PATCH", body });
const audit = async (query = "") =>
	auditPageSchema.parse((await desk.ask(`/api/audit?${query}`)).body).entries;

describe("people", () => {
	it("are added, changed, found by words, role and team, and come to the consoles", async () => {
		const mary = await makePerson({ email: "mary@example.org", roles: ["agent"], teamIds: ["network"] });
		expect(mary).toMatchObject({ roles: ["agent"], teamIds: ["network"], isVip: false, isActive: true });
		const changed = await patch(`/api/people/${mary.id}`, { phone: " 4711 ", department: "", isVip: true });
		expect(changed.body).toEqual({ ...mary, phone: "4711", isVip: true });
		const find = async (query: string) =>
			peoplePageSchema.parse((await desk.ask(`/api/people?${query}`)).body).people.map(({ name }) => name);
		expect(await find("text=okafor%20EXAMPLE")).toEqual(["Mary Okafor"]);
		expect(await find("role=admin")).toEqual(["Desk owner"]);
		expect(await find("teamId=network&limit=2&offset=1")).toEqual(["ben", "Mary Okafor"]);
		expect(await find("text=%25")).toEqual([]);
		const page = await desk.ask("/api/changes?since=0");
		expect(JSON.stringify(page.body)).toContain("mary@example.org");
	});

	it("are refused by the name of the field that is wrong", async () => {
		const refuse = async (body: unknown) =>
			apiErrorSchema.parse((await desk.ask("/api/people", { body })).body).error.path;
		expect(await refuse({ name: "" })).toBe("name");
		expect(await refuse({ name: "A", email: "nowhere" })).toBe("email");
		expect(await refuse({ name: "A", shoeSize: 4 })).toBe("shoeSize");
		expect(await refuse({ name: "A", roles: ["viewer"] })).toBe("roles.0");
		expect(await refuse({ name: "A", teamIds: ["network", "nowhere"] })).toBe("teamIds.1");
		expect((await put("/api/people/ada/roles/prober")).body).toMatchObject({ error: { path: "role" } });
		expect((await put("/api/people/nobody/roles/agent")).status).toBe(404);
	});

	it("get and lose roles and teams, each change once in the audit trail", async () => {
		const mary = await makePerson();
		await put(`/api/people/${mary.id}/roles/lead`);
		await put(`/api/people/${mary.id}/roles/lead`);
		await put(`/api/teams/servers/members/${mary.id}`);
		await remove(`/api/teams/servers/members/${mary.id}`);
		const left = await remove(`/api/people/${mary.id}/roles/lead`);
		expect(left.body).toMatchObject({ roles: [], teamIds: [] });
		expect(await audit(`personId=${mary.id}`)).toMatchObject([
			{ action: "role.taken", from: "lead", to: null, actorName: "Desk owner", personName: "Mary Okafor" },
			{ action: "team.left", teamName: "servers" },
			{ action: "team.joined", teamName: "servers" },
			{ action: "role.given", from: null, to: "lead" },
			{ action: "person.made" },
		]);
		const older = auditPageSchema.parse((await desk.ask("/api/audit?limit=2&before=4")).body);
		expect(older).toMatchObject({ entries: [{ id: 3 }, { id: 2 }], hasMore: true });
	});

	it("can't be changed or deleted in the audit trail, not even by a program", async () => {
		await makePerson();
		const { store } = desk.background;
		const forge = store.write(({ tx }) => tx.updateTable("audit").set({ actor_id: "ben" }).execute());
		await expect(forge).rejects.toThrow("append-only");
		await expect(store.write(({ tx }) => tx.deleteFrom("audit").execute())).rejects.toThrow("append-only");
	});

	it("are deactivated, never deleted: their tickets stay, nobody gives them new ones", async () => {
		await desk.send(opening());
		await desk.send(changing(await desk.readTicket("inc1"), { teamId: "network", assigneeId: "ben" }));
		expect((await patch("/api/people/ben", { isActive: false })).body).toMatchObject({ isActive: false });
		const ticket = await desk.readTicket("inc1");
		expect(ticket).toMatchObject({ assigneeId: "ben" });
		await desk.send(changing(ticket, { assigneeId: "ada" }));
		const [refused] = await desk.send(changing(await desk.readTicket("inc1"), { assigneeId: "ben" }));
		expect(refused).toMatchObject({ status: "rejected", reason: { path: "assigneeId" } });
	});
});

describe("who decides for somebody", () => {
	const setFor = (path: string, delegation: object | null) =>
		desk.ask(path, { method: "PUT", body: { delegation } });

	it("is set by an admin or by oneself, taken back, audited, and comes to the consoles", async () => {
		const delegation = { personId: "ben", from: 1_000, until: 2_000 };
		const set = await setFor("/api/people/ada/delegation", delegation);
		expect(personSchema.parse(set.body)).toMatchObject({ id: "ada", delegation });
		const own = await setFor("/api/account/delegation", { ...delegation, personId: "ada" });
		expect(own.body).toMatchObject({ id: "owner", delegation: { personId: "ada" } });
		const { body } = await desk.ask("/api/changes?since=0");
		const { changes } = body as {
			readonly changes: readonly { readonly id: string; readonly row?: Person }[];
		};
		expect(changes.find(({ id }) => id === "ada")?.row?.delegation).toEqual(delegation);
		const taken = await setFor("/api/people/ada/delegation", null);
		expect(personSchema.parse(taken.body).delegation).toBeUndefined();
		const [last, , first] = await audit();
		expect(last).toMatchObject({ action: "delegation.changed", personId: "ada", to: null });
		expect(first?.to).toBe("ben from 1970-01-01T00:00:01.000Z to 1970-01-01T00:00:02.000Z");
	});

	it("is never oneself, nobody unknown, nobody who may not approve, and ends after it begins", async () => {
		const mary = await makePerson({ roles: ["caller"] });
		const answers = [];
		for (const personId of ["ada", "nobody", mary.id])
			answers.push(await setFor("/api/people/ada/delegation", { personId, from: 1, until: 2 }));
		answers.push(await setFor("/api/people/ada/delegation", { personId: "ben", from: 2, until: 2 }));
		expect(answers.map(({ body }) => apiErrorSchema.parse(body).error.code)).toEqual([
			"value_not_allowed",
			"not_found",
			"right_required",
			"invalid_request",
		]);
	});
});

describe("the last admin", () => {
	it("can be neither deactivated nor made less", async () => {
		const taken = await remove("/api/people/owner/roles/admin");
		expect(taken).toMatchObject({ status: 409, body: { error: { code: "last_admin", path: "role" } } });
		await put("/api/people/ada/roles/admin");
		const ada = cookieOf(await desk.ask("/api/session/act-as", { body: { personId: "ada" } }));
		expect((await remove("/api/people/owner/roles/admin")).status).toBe(200);
		const asAda = (path: string, method: string, body?: unknown) =>
			desk.ask(path, { method, headers: ada, ...(body === undefined ? {} : { body }) });
		expect((await asAda("/api/people/ada/roles/admin", "DELETE")).status).toBe(409);
		await asAda("/api/people/owner/roles/admin", "PUT");
		expect((await asAda("/api/people/ada/roles/admin", "DELETE")).status).toBe(200);
	});

	it("is not alone where another admin can't sign in", async () => {
		await put("/api/people/ada/roles/admin");
		await desk.ask("/api/accounts", { body: { personId: "ada", name: "ada" } });
		const shut = await patch("/api/accounts/ada", { isDisabled: true });
		expect(shut).toMatchObject({ status: 409, body: { error: { code: "last_admin", path: "isDisabled" } } });
	});

	it("is also nobody who would shut themselves, or Monitoring, out", async () => {
		const self = await patch("/api/people/owner", { isActive: false });
		expect(self).toMatchObject({ status: 409, body: { error: { code: "yourself" } } });
		const monitoring = await patch("/api/people/monitoring", { isActive: false });
		expect(monitoring).toMatchObject({ status: 409, body: { error: { code: "standing_person" } } });
	});
});

describe("teams", () => {
	it("are added, renamed and deactivated; a name is given once", async () => {
		const team = await makeTeam("Field service");
		const again = await desk.ask("/api/teams", { body: { name: "FIELD service" } });
		expect(again).toMatchObject({ status: 409, body: { error: { code: "name_taken", path: "name" } } });
		await patch(`/api/teams/${team.id}`, { name: "On site" });
		await patch(`/api/teams/${team.id}`, { isActive: false });
		const { teams } = teamListSchema.parse((await desk.ask("/api/teams")).body);
		expect(teams.map(({ name, isActive }) => [name, isActive])).toEqual([
			["network", true],
			["On site", false],
			["servers", true],
		]);
		expect(await audit()).toMatchObject([
			{ action: "team.deactivated", teamName: "On site" },
			{ action: "team.renamed", from: "Field service", to: "On site" },
			{ action: "team.made", to: "Field service" },
		]);
	});

	it("keep their tickets when they are deactivated, and take no new ones", async () => {
		await desk.send(opening({ set: { shortDescription: "VPN", callerId: "ada", teamId: "servers" } }));
		await patch("/api/teams/servers", { isActive: false });
		expect(await desk.readTicket("inc1")).toMatchObject({ teamId: "servers" });
		const [refused] = await desk.send(
			opening({ set: { shortDescription: "VPN", callerId: "ada", teamId: "servers" } }),
		);
		expect(refused).toMatchObject({ status: "rejected", reason: { path: "teamId" } });
	});
});
