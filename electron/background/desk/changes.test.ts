import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChangePage } from "../../../shared/api/changes.ts";
import { addStaff, changing, opening, startTestDesk, type TestDesk } from "../fixture.ts";

let desk: TestDesk;

beforeEach(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
});
afterEach(() => desk.close());

const readPage = async (query: string, cookie = ""): Promise<ChangePage> => {
	const { body } = await desk.ask(`/api/changes?${query}`, { headers: { cookie } });
	return body as ChangePage;
};

/** What clocks depend on: there before anything else. */
const DEFINITIONS = ["business-hours", "sla-response", "sla-resolution", "ola-resolution"];
/** What is chosen for the whole desk. */
const SETTINGS = ["incidents", "priorities"];

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

	it("bring definitions as they are, with all their versions", async () => {
		const { changes } = await readPage("since=0&limit=12");
		const definitions = changes.filter(({ kind }) => kind === "calendar" || kind === "policy");
		expect(definitions.map(({ id }) => id)).toEqual(DEFINITIONS);
		expect(definitions[1]).toMatchObject({ row: { measure: "response", versions: [{ version: 1 }] } });
	});

	it("bring an agent's open tickets and what they name first, and nothing else", async () => {
		const own = opening({ set: { shortDescription: "Mine", callerId: "ben", assigneeId: "ada" } });
		const ours = opening({ set: { shortDescription: "Ours", callerId: "ben", teamId: "network" } });
		const theirs = opening({ set: { shortDescription: "Theirs", callerId: "ben", teamId: "servers" } });
		await desk.send(own, ours, theirs);
		const acted = await desk.ask("/api/session/act-as", { body: { personId: "ada" } });
		const cookie = acted.headers.getSetCookie()[0]?.split(";")[0] ?? "";
		const page = await readPage("since=0&scope=working", cookie);
		expect(page.changes.map(({ id }) => id)).toEqual([
			"owner",
			...DEFINITIONS,
			"changes",
			...SETTINGS,
			"network",
			"servers",
			"ada",
			"ben",
			own.ticketId,
			ours.ticketId,
		]);
		expect(page).toMatchObject({ hasMore: false, left: 0, next: desk.background.store.head() });
		const first = await readPage("since=0&scope=working&limit=7", cookie);
		const second = await readPage(`since=${first.next}&scope=working&limit=7`, cookie);
		expect([...first.changes, ...second.changes]).toEqual(page.changes);
	});

	it("leave out tickets that ended before a moment, with a tombstone for who may know them", async () => {
		const old = opening();
		const open = opening();
		await desk.send(old, open);
		const before = desk.background.store.head();
		await desk.send(changing(await desk.readTicket("inc1"), { state: 8 }));
		const ended = await desk.readTicket("inc1");
		const later = ended.updatedAt + 1;
		expect((await readPage(`since=${before}&endedFrom=${later}`)).changes).toEqual([
			{ seq: before + 1, kind: "ticket", id: old.ticketId, deleted: true },
		]);
		const blank = await readPage(`since=0&endedFrom=${later}&blankTo=${before + 1}`);
		expect(blank.changes.filter(({ kind }) => kind === "ticket").map(({ id }) => id)).toEqual([
			open.ticketId,
		]);
		const kept = await readPage(`since=0&endedFrom=${ended.updatedAt}`);
		expect(kept.changes.map(({ id }) => id)).toContain(old.ticketId);
		const range = `endedFrom=${ended.updatedAt}&endedBefore=${later}`;
		expect((await readPage(`since=0&scope=ended&${range}`)).changes.map(({ id }) => id)).toEqual([
			old.ticketId,
		]);
		expect(await desk.ask(`/api/changes?since=0&endedBefore=${later}`)).toMatchObject({ status: 400 });
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
