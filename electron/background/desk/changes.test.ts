import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChangePage } from "../../../shared/api/changes.ts";
import { addStaff, changing, opening, startTestDesk, type TestDesk } from "../fixture.ts";

let desk: TestDesk;

beforeEach(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
});
afterEach(() => desk.close());

const readPage = async (query: string): Promise<ChangePage> => {
	const { body } = await desk.ask(`/api/changes?${query}`);
	return body as ChangePage;
};

describe("the pages of changes", () => {
	it("bring everything once, and say how much is left", async () => {
		await desk.send(opening(), opening(), opening());
		const whole = await readPage("since=0");
		const pages: ChangePage[] = [];
		let since = 0;
		while (pages.length < 100) {
			const page = await readPage(`since=${since}&limit=2`);
			pages.push(page);
			since = page.next;
			if (!page.hasMore) break;
		}
		expect(pages.flatMap((page) => page.changes)).toEqual(whole.changes);
		expect(pages.map((page) => page.left)).toEqual(
			pages.map((_, index) => Math.max(0, whole.changes.length - 2 * (index + 1))),
		);
		expect(await readPage(`since=${whole.next}`)).toMatchObject({ changes: [], hasMore: false, left: 0 });
	});

	it("bring a changed ticket again, as it is now, and nothing else", async () => {
		await desk.send(opening(), opening());
		const { next } = await readPage("since=0");
		await desk.send(changing(await desk.readTicket("inc1"), { category: "Network" }));
		const page = await readPage(`since=${next}`);
		expect(page.changes).toEqual([
			{ seq: next + 1, kind: "ticket", id: expect.any(String), row: await desk.readTicket("inc1") },
		]);
	});

	it("bring a tombstone for what is gone", async () => {
		const { next } = await readPage("since=0");
		await desk.background.store.write(async ({ tx, logChange }) => {
			await tx.deleteFrom("team").where("id", "=", "servers").execute();
			logChange("team", "servers", true);
		});
		const page = await readPage(`since=${next}`);
		expect(page.changes).toEqual([{ seq: next + 1, kind: "team", id: "servers", deleted: true }]);
	});

	it("are refused to a cursor of another past", async () => {
		expect(await desk.ask("/api/changes?since=0&epoch=other")).toMatchObject({
			status: 409,
			body: { error: { code: "epoch_changed" } },
		});
		expect(await desk.ask("/api/changes?since=99999")).toMatchObject({
			status: 409,
			body: { error: { code: "cursor_ahead" } },
		});
	});
});
