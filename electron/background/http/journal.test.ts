import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { journalPageSchema } from "../../../shared/api/journal.ts";
import { makeDataDir, startTestDesk, type TestDesk } from "../fixture.ts";
import { makeId } from "../store/crypto.ts";

const TOKEN = "token-of-this-launch";
const headers = { authorization: `Bearer ${TOKEN}` };
const journalKey = randomBytes(32);
const desks: TestDesk[] = [];
afterEach(async () => {
	for (const desk of desks.splice(0)) await desk.close();
});

async function startApp(dataDir?: string): Promise<TestDesk> {
	const desk = await startTestDesk({
		auth: { mode: "token", token: TOKEN },
		journalKey,
		...(dataDir ? { dataDir } : {}),
	});
	desks.push(desk);
	return desk;
}

const put = (desk: TestDesk, body: object) =>
	desk.ask("/api/journal", {
		method: "PUT",
		body: { personId: "owner", put: [], drop: [], ...body },
		headers,
	});
const read = async (desk: TestDesk, query: string) =>
	journalPageSchema.parse((await desk.ask(`/api/journal?${query}`, { headers })).body);

describe("a workstation's journal", () => {
	it("outlives the process, keeps people apart, and comes in pages", async () => {
		const dataDir = makeDataDir();
		const first = await startApp(dataDir);
		const ids = Array.from({ length: 250 }, makeId);
		for (let from = 0; from < ids.length; from += 100) {
			const records = ids.slice(from, from + 100).map((id) => ({ id, text: `edit ${id}` }));
			expect(await put(first, { put: records })).toMatchObject({ status: 200 });
		}
		await put(first, { drop: [ids[0]] });
		await first.close();
		desks.length = 0;
		const again = await startApp(dataDir);
		const page = await read(again, "personId=owner");
		const rest = await read(again, `personId=owner&after=${page.next}`);
		expect([...page.records, ...rest.records].map(({ id }) => id)).toEqual(ids.slice(1).sort());
		expect(rest.next).toBe(null);
		expect((await read(again, "personId=other")).records).toEqual([]);
	});

	it("is the app's own: without its token nobody reads it, and other desks have none", async () => {
		const app = await startApp();
		expect(await app.ask("/api/journal?personId=owner")).toMatchObject({ status: 401 });
		const open = await startTestDesk();
		desks.push(open);
		const body = { error: { code: "no_journal" } };
		expect(await open.ask("/api/journal?personId=owner")).toMatchObject({ status: 404, body });
		expect(await put(open, {})).toMatchObject({ status: 404, body });
	});

	it("takes records of bounded size only", async () => {
		const app = await startApp();
		const long = await put(app, { put: [{ id: makeId(), text: "x".repeat(300_000) }] });
		expect(long).toMatchObject({ status: 400, body: { error: { path: "put.0.text" } } });
		expect(await put(app, { put: [], more: 1 })).toMatchObject({ status: 400 });
	});
});
