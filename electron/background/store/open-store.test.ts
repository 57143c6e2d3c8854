import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inSlices, insertRows } from "./bulk.ts";
import { openStore } from "./open-store.ts";
import type { Store } from "./store.ts";

let dataDir: string;
const open: Store[] = [];
const openHere = async (): Promise<Store> => {
	const store = await openStore({ dataDir });
	open.push(store);
	return store;
};

beforeEach(() => {
	dataDir = mkdtempSync(join(tmpdir(), "deskwatch-store-"));
});
afterEach(async () => {
	for (const store of open.splice(0)) await store.close();
	rmSync(dataDir, { recursive: true, force: true });
});

const readLog = (store: Store) => store.reader.selectFrom("change_log").selectAll().orderBy("seq").execute();

describe("the store", () => {
	it("keeps epoch, settings and the log's end over a restart", async () => {
		const first = await openHere();
		await first.writeSetting("zone", "Europe/Berlin");
		await first.write(async ({ logChange }) => logChange("team", "t1"));
		await first.close();
		const second = await openHere();
		expect(second.epoch).toBe(first.epoch);
		expect(second.head()).toBe(1);
		expect(await second.readSetting("zone")).toBe("Europe/Berlin");
	});

	it("keeps the newest change of each thing, and never gives a seq out twice", async () => {
		const store = await openHere();
		await store.write(async ({ logChange }) => logChange("team", "t1"));
		await store.write(async ({ logChange }) => logChange("team", "t2"));
		const { seq } = await store.write(async ({ logChange }) => logChange("team", "t2", true));
		expect(seq).toBe(3);
		expect(await readLog(store)).toMatchObject([
			{ seq: 1, id: "t1", deleted: 0 },
			{ seq: 3, id: "t2", deleted: 1 },
		]);
		await store.write(({ tx }) => tx.deleteFrom("change_log").where("seq", "=", 3).execute());
		const after = await store.write(async ({ logChange }) => logChange("team", "t3"));
		expect(after.seq).toBe(4);
	});

	it("tells of a commit after it, and of nothing where the work failed", async () => {
		const store = await openHere();
		const heard: string[] = [];
		store.events.on("head", ({ seq }) => heard.push(`head ${seq}`));
		await store.write(async ({ logChange, afterCommit }) => {
			logChange("team", "t1");
			afterCommit(() => heard.push(`after ${store.head()}`));
			heard.push("work");
		});
		const failing = store.write(async ({ tx, logChange, afterCommit }) => {
			await insertRows(tx, "team", [{ id: "t1", name: "Team", is_active: 1 }]);
			logChange("team", "t1");
			afterCommit(() => heard.push("never"));
			throw new Error("changed my mind");
		});
		await expect(failing).rejects.toThrow("changed my mind");
		expect(heard).toEqual(["work", "after 1", "head 1"]);
		expect(await store.reader.selectFrom("team").selectAll().execute()).toEqual([]);
		expect(store.head()).toBe(1);
	});

	it("does writes one after another, and finishes those that were begun before it closes", async () => {
		const store = await openHere();
		const order: number[] = [];
		const writes = [1, 2, 3].map((number) =>
			store.write(async ({ tx }) => {
				order.push(number);
				await sql`select 1`.execute(tx);
				order.push(number);
			}),
		);
		await store.close();
		await Promise.all(writes);
		expect(order).toEqual([1, 1, 2, 2, 3, 3]);
		await expect(store.write(async () => null)).rejects.toThrow("closing");
	});

	it("takes many rows in slices that let others have their turn", async () => {
		const store = await openHere();
		const teams = Array.from({ length: 1_234 }, (_, index) => ({
			id: `t${index}`,
			name: `Team ${index}`,
			is_active: 1 as const,
		}));
		let turns = 0;
		const ticking = setInterval(() => {
			turns += 1;
		}, 0);
		await inSlices(teams, 200, async (slice) => {
			await store.write(async ({ tx, logChange }) => {
				await insertRows(tx, "team", slice);
				for (const { id } of slice) logChange("team", id);
			});
		});
		clearInterval(ticking);
		expect(turns).toBeGreaterThan(0);
		expect(store.head()).toBe(1_234);
		const rows = await store.reader.selectFrom("team").selectAll().execute();
		expect(new Map(rows.map((row) => [row.id, row.name]))).toEqual(
			new Map(teams.map((row) => [row.id, row.name])),
		);
	});

	it("refuses a history entry of a ticket that isn't there", async () => {
		const store = await openHere();
		const orphan = store.write(({ tx }) =>
			sql`insert into history values ('h', 'nobody', 1, 'noted', 'system', null, 0, 0, '{}', null, null, null, null, null, null)`.execute(
				tx,
			),
		);
		await expect(orphan).rejects.toThrow("FOREIGN KEY");
	});

	it("is not opened twice", async () => {
		await openHere();
		await expect(openStore({ dataDir })).rejects.toMatchObject({ code: "in_use" });
	});

	it("says plainly that a file is no database, and leaves it alone", async () => {
		writeFileSync(
			join(dataDir, "desk.sqlite"),
			"this is a letter, not a database, and it is long enough".repeat(50),
		);
		await expect(openStore({ dataDir })).rejects.toMatchObject({
			code: "unreadable",
			message: expect.stringContaining("desk.sqlite"),
		});
	});

	it("takes a step that was released after later ones, with what is in the file by then", async () => {
		const first = await openHere();
		await first.write(async ({ tx }) => {
			await sql`delete from kysely_migration where name = '0013-offer-versions'`.execute(tx);
			await sql`drop table offer_version`.execute(tx);
			await tx.insertInto("offer").values({ id: "laptop", version: 4, body: "{}" }).execute();
		});
		await first.close();
		const second = await openHere();
		expect(await second.reader.selectFrom("offer_version").selectAll().execute()).toEqual([
			{ offer_id: "laptop", version: 4, body: "{}" },
		]);
	});

	it("refuses a file that a newer version wrote", async () => {
		const store = await openHere();
		await store.write(({ tx }) =>
			sql`insert into kysely_migration values ('9999-from-the-future', '2030')`.execute(tx),
		);
		await store.close();
		await expect(openStore({ dataDir })).rejects.toMatchObject({ code: "newer" });
	});
});
