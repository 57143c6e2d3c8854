import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changePageSchema } from "../../../shared/api/changes.ts";
import {
	type ArticleInput,
	articleListSchema,
	articleSchema,
	articleVersionsSchema,
} from "../../../shared/knowledge/article.ts";
import { startStaffedDesk, type TestDesk } from "../fixture.ts";

type Headers = Readonly<Record<string, string>>;

let desk: TestDesk;
let ada: Headers;
let ben: Headers;

const INPUT: ArticleInput = {
	name: "Printer prints blank pages",
	audience: { kind: "everybody" },
	text: "Take the tape off the toner.",
	reviewAt: 1_800_000_000_000,
	ticketId: null,
};
const put = (headers: Headers, id: string, version: number, over: Partial<ArticleInput> = {}) =>
	desk.ask(`/api/articles/${id}`, {
		method: "PUT",
		headers,
		body: { version, article: { ...INPUT, ...over } },
	});
const rate = (headers: Headers, id: string, isHelpful: boolean | null) =>
	desk.ask(`/api/articles/${id}/rating`, { method: "PUT", headers, body: { isHelpful } });
const versionsOf = async (headers: Headers, id: string) =>
	articleVersionsSchema.parse((await desk.ask(`/api/articles/${id}/versions`, { headers })).body);

beforeAll(async () => {
	({ desk, ada, ben } = await startStaffedDesk());
});
afterAll(() => desk.close());

describe("an article", () => {
	it("is a draft of one’s own until it is shared, which agents may", async () => {
		const id = randomUUID();
		expect((await put(ada, id, 0, { audience: { kind: "own" } })).status).toBe(200);
		const listed = async (headers: Headers) =>
			articleListSchema
				.parse((await desk.ask("/api/articles", { headers })).body)
				.articles.map((one) => one.id);
		expect([await listed(ada), await listed(ben)]).toEqual([[id], []]);
		expect((await desk.ask(`/api/articles/${id}/versions`, { headers: ben })).status).toBe(404);
		expect((await rate(ben, id, true)).status).toBe(404);
		expect((await put(ada, id, 1)).status).toBe(200);
		expect(await listed(ben)).toEqual([id]);
	});

	it("keeps every wording, and who wrote it", async () => {
		const id = randomUUID();
		await put(ada, id, 0);
		const second = await put(ben, id, 1, { text: "Change the toner." });
		expect(articleSchema.parse(second.body)).toMatchObject({ version: 2, ownerId: "ada", editedById: "ben" });
		const { versions } = await versionsOf(ada, id);
		expect(versions.map(({ version, text, editedById }) => ({ version, text, editedById }))).toEqual([
			{ version: 2, text: "Change the toner.", editedById: "ben" },
			{ version: 1, text: INPUT.text, editedById: "ada" },
		]);
		// Two at once: the second is told, and nothing is kept of it.
		const late = await put(ada, id, 1, { text: "Mine" });
		expect(late.status).toBe(409);
		expect((await versionsOf(ada, id)).versions).toHaveLength(2);
	});

	it("counts each person’s last word once, and tells it with the article", async () => {
		const id = randomUUID();
		await put(ada, id, 0);
		await rate(ada, id, true);
		await rate(ben, id, true);
		expect(articleSchema.parse((await rate(ben, id, false)).body)).toMatchObject({
			helpful: 1,
			unhelpful: 1,
		});
		expect((await versionsOf(ben, id)).rating).toBe(false);
		await rate(ben, id, null);
		const { body } = await desk.ask("/api/changes?since=0&scope=all", { headers: ben });
		const told = changePageSchema
			.parse(body)
			.changes.find((change) => change.kind === "article" && change.id === id);
		expect(told).toMatchObject({ row: { helpful: 1, unhelpful: 0, name: INPUT.name } });
	});

	it("is taken away with all its wordings, and given back", async () => {
		const id = randomUUID();
		await put(ada, id, 0);
		await rate(ben, id, true);
		expect((await desk.ask(`/api/articles/${id}?version=1`, { method: "DELETE", headers: ada })).status).toBe(
			200,
		);
		expect((await desk.ask(`/api/articles/${id}/versions`, { headers: ada })).status).toBe(404);
		expect(articleSchema.parse((await put(ada, id, 0)).body)).toMatchObject({ version: 1, helpful: 0 });
	});

	it("without a title or text is refused", async () => {
		expect((await put(ada, randomUUID(), 0, { name: "  " })).status).toBe(400);
		expect((await put(ada, randomUUID(), 0, { text: "" })).status).toBe(400);
	});
});
