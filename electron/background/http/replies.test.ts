import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changePageSchema } from "../../../shared/api/changes.ts";
import { type ReplyInput, replyListSchema, replySchema } from "../../../shared/reply/reply.ts";
import { startStaffedDesk, type TestDesk } from "../fixture.ts";

type Headers = Readonly<Record<string, string>>;

let desk: TestDesk;
let admin: Headers;
let ada: Headers;
let ben: Headers;

const INPUT: ReplyInput = {
	name: "We look at it",
	audience: { kind: "own" },
	use: "comment",
	text: "Hello {{caller.firstName}}, we look at {{ticket.number}}.",
};
const put = (headers: Headers, id: string, version: number, over: object = {}) =>
	desk.ask(`/api/replies/${id}`, { method: "PUT", headers, body: { version, reply: { ...INPUT, ...over } } });
const listed = async (headers: Headers) =>
	replyListSchema.parse((await desk.ask("/api/replies", { headers })).body).replies.map(({ name }) => name);

beforeAll(async () => {
	({ desk, admin, ada, ben } = await startStaffedDesk());
});
afterAll(() => desk.close());

describe("a reply", () => {
	it("of one's own is there for nobody else, in lists and in the feed", async () => {
		const id = randomUUID();
		const saved = await put(ada, id, 0);
		expect(replySchema.parse(saved.body)).toMatchObject({ id, version: 1, ownerId: "ada", name: INPUT.name });
		expect(await listed(ada)).toEqual([INPUT.name]);
		expect(await listed(ben)).toEqual([]);
		const heard = async (headers: Headers) => {
			const { body } = await desk.ask("/api/changes?since=0&scope=all", { headers });
			const changes = changePageSchema.parse(body).changes;
			return changes.filter((change) => change.kind === "reply" && "row" in change).length;
		};
		expect([await heard(ada), await heard(ben)]).toEqual([1, 0]);
		expect((await put(ben, id, 1)).status).toBe(404);
	});

	it("with a field that there is not is refused, and told which", async () => {
		const { status, body } = await put(ada, randomUUID(), 0, { text: "Hello {{caller.nmae}}" });
		expect(status).toBe(400);
		expect(JSON.stringify(body)).toContain("there is no field {{caller.nmae}}");
	});

	it("is shared only by those who may, and is everybody's then", async () => {
		const refused = await put(ada, randomUUID(), 0, { audience: { kind: "everybody" } });
		expect(refused.status).toBe(403);
		const id = randomUUID();
		expect((await put(admin, id, 0, { name: "Shared", audience: { kind: "everybody" } })).status).toBe(200);
		expect(await listed(ben)).toContain("Shared");
		expect((await desk.ask(`/api/replies/${id}?version=1`, { method: "DELETE", headers: ben })).status).toBe(
			403,
		);
		const gone = await desk.ask(`/api/replies/${id}?version=1`, { method: "DELETE", headers: admin });
		expect(gone.status).toBe(200);
		expect(await listed(ben)).not.toContain("Shared");
	});

	it("that somebody has changed meanwhile is not overwritten; the same sent twice is one", async () => {
		const id = randomUUID();
		await put(ada, id, 0, { name: "Mine" });
		expect((await put(ada, id, 1, { name: "Mine, better" })).status).toBe(200);
		expect((await put(ada, id, 1, { name: "Mine, better" })).status).toBe(200);
		const { status, body } = await put(ada, id, 1, { name: "Mine, otherwise" });
		expect(status).toBe(409);
		expect(body).toMatchObject({ error: { code: "edited_meanwhile" } });
	});
});
