import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changePageSchema } from "../../../shared/api/changes.ts";
import { ticketPageSchema } from "../../../shared/api/tickets.ts";
import type { Scope } from "../../../shared/permission/scope.ts";
import { addStaff, changing, opening, signInAs, startTestDesk, type TestDesk } from "../fixture.ts";
import { makeRandomId } from "../store/crypto.ts";

type Headers = Readonly<Record<string, string>>;

let desk: TestDesk;
let admin: Headers;
let ada: Headers;
const deviceId = makeRandomId();

const asAda = (path: string, body?: unknown) =>
	desk.ask(path, { headers: ada, ...(body === undefined ? {} : { body }) });
const send = async (headers: Headers, ...intents: readonly object[]) => {
	const { body } = await desk.ask("/api/intents", { headers, body: { deviceId, fence: 1, intents } });
	return (body as { results: readonly Record<string, unknown>[] }).results;
};
const read = async (headers: Headers, number: string) => {
	const { body } = await desk.ask(`/api/tickets/${number}`, { headers });
	return (body as { ticket: Parameters<typeof changing>[0] }).ticket;
};
const setScope = (scope: Scope) =>
	desk.ask("/api/people/ada/scope", { method: "PUT", headers: admin, body: scope });
const changes = async (query: string) => changePageSchema.parse((await asAda(`/api/changes?${query}`)).body);
const numbers = async () =>
	ticketPageSchema.parse((await asAda("/api/tickets?order=number")).body).tickets.map(({ number }) => number);

beforeEach(async () => {
	desk = await startTestDesk({ auth: { mode: "password" } });
	await addStaff(desk);
	const password = desk.background.firstPassword ?? "";
	admin = await signInAs(desk, { name: "admin", password }, "kettle-orbit-19");
	const made = await desk.ask("/api/accounts", { headers: admin, body: { personId: "ada", name: "ada" } });
	const { oneTimePassword } = made.body as { oneTimePassword: string };
	ada = await signInAs(desk, { name: "ada", password: oneTimePassword }, "lantern gravel 77");
	// Ada is in the team network.
	const open = (teamId: string, kind = "incident") =>
		opening({ kind, set: { shortDescription: teamId, callerId: "ben", teamId } });
	await send(admin, open("network"), open("servers"), open("network", "problem"));
});
afterEach(() => desk.close());

describe("who has a scope of own teams", () => {
	it("lists, opens, follows and edits nothing beyond it", async () => {
		expect(await numbers()).toEqual(["INC0000001", "INC0000002", "PRB0000001"]);
		const hidden = await read(admin, "inc2");
		expect((await setScope({ kinds: null, teams: "own" })).status).toBe(200);
		expect(await numbers()).toEqual(["INC0000001", "PRB0000001"]);
		expect((await asAda("/api/tickets/inc2")).status).toBe(404);
		expect((await asAda(`/api/histories?ticketIds=${hidden.id}`)).body).toEqual({ histories: [] });
		expect((await asAda("/api/wall")).status).toBe(403);
		const [refused] = await send(ada, changing(hidden, { impact: 1 }));
		expect(refused).toMatchObject({ status: "rejected", reason: { code: "no_such_ticket" } });
		const rows = (await changes("since=0")).changes.filter((change) => change.kind === "ticket");
		expect(rows.map((change) => [change.id === hidden.id, "deleted" in change])).toEqual([
			[false, false],
			[true, true],
			[false, false],
		]);
		const head = desk.background.store.head();
		const blank = (await changes(`since=0&blankTo=${head}`)).changes;
		expect(blank.some(({ id }) => id === hidden.id)).toBe(false);
	});

	it("is told by a tombstone of a ticket that leaves it, and sees one that comes in", async () => {
		await setScope({ kinds: null, teams: "own" });
		const since = desk.background.store.head();
		const [own, foreign] = [await read(admin, "inc1"), await read(admin, "inc2")];
		await send(
			admin,
			changing(own, { teamId: "servers" }),
			changing(foreign, { assigneeId: "ada", teamId: "servers" }),
		);
		const page = await changes(`since=${since}`);
		expect(page.changes).toMatchObject([
			{ kind: "ticket", id: own.id, deleted: true },
			{ kind: "ticket", id: foreign.id, row: { assigneeId: "ada" } },
		]);
		expect(await numbers()).toEqual(["INC0000002", "PRB0000001"]);
	});

	it("still sees what they open themselves for another team", async () => {
		await setScope({ kinds: null, teams: "own" });
		const [made] = await send(
			ada,
			opening({ set: { shortDescription: "For the others", callerId: "ben", teamId: "servers" } }),
		);
		expect(made).toMatchObject({ status: "applied" });
		expect(await numbers()).toContain(made?.number);
	});
});

describe("who has a scope of kinds", () => {
	it("neither sees nor opens others", async () => {
		await setScope({ kinds: ["incident"], teams: "all" });
		expect(await numbers()).toEqual(["INC0000001", "INC0000002"]);
		const [refused] = await send(
			ada,
			opening({ kind: "problem", set: { shortDescription: "Why?", callerId: "ben" } }),
		);
		expect(refused).toMatchObject({ status: "rejected", reason: { code: "out_of_scope", path: "kind" } });
		await setScope({ kinds: [], teams: "all" });
		expect(await numbers()).toEqual([]);
		await setScope({ kinds: null, teams: "all" });
		expect((await desk.ask("/api/session", { headers: ada })).body).not.toHaveProperty("person.scope");
		const { body } = await desk.ask("/api/audit?personId=ada&limit=1", { headers: admin });
		expect(body).toMatchObject({
			entries: [
				{
					action: "scope.changed",
					from: "no kind of all teams",
					to: "all kinds of all teams",
				},
			],
		});
	});

	it("sees what they are asked to approve, and what that is about, and decides it", async () => {
		const approvers = [{ kind: "person", personId: "ada" }];
		const body = { name: "Chair", description: "", isActive: true, fields: [], tasks: [] };
		const stages = [{ name: "Lead", rule: "all", approvers }];
		const made = await desk.ask("/api/offers", { headers: admin, body: { ...body, stages } });
		const { id: $offerId } = made.body as { readonly id: string };
		const common = { shortDescription: "Chair", callerId: "ben" };
		const request = opening({ kind: "request", set: common });
		const item = opening({ kind: "item", set: { ...common, parentId: request.ticketId, $offerId } });
		await setScope({ kinds: ["incident"], teams: "own" });
		const since = desk.background.store.head();
		await send(admin, request, item);
		const numbersSince = async () =>
			(await changes(`since=${since}`)).changes.flatMap((change) =>
				change.kind === "ticket" && "row" in change ? change.row.number : [],
			);
		expect((await numbersSince()).toSorted()).toEqual(["APPR0000001", "RITM0000001"]);
		const approval = await read(ada, "APPR0000001");
		expect(await send(ada, changing(approval, { state: 2 }))).toMatchObject([{ status: "applied" }]);
		expect(await read(ada, "RITM0000001")).toMatchObject({ state: 1 });
	});

	it("sees everything as an admin", async () => {
		await setScope({ kinds: [], teams: "own" });
		await desk.ask("/api/people/ada/roles/admin", { method: "PUT", headers: admin });
		expect(await numbers()).toHaveLength(3);
	});
});
