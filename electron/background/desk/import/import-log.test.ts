import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { foldHistory } from "../../../../shared/ticket/fold.ts";
import { openStore } from "../../store/open-store.ts";
import { fromHistoryRow, fromTicketRow } from "../../store/rows.ts";
import type { Store } from "../../store/store.ts";
import { importLog } from "./import-log.ts";
import { HEADER, type LogLine, wholeIncident, writeLine, writeLog } from "./testing/generate-log.ts";

let folder = "";
let store: Store;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), "deskwatch-import-"));
	store = await openStore({ dataDir: folder });
});

afterEach(async () => {
	await store.close();
	rmSync(folder, { recursive: true, force: true });
});

const REAL_LOG = join(import.meta.dirname, "../../../../../shared/data/incident-event-log.csv.gz");

function run(path: string, options: { readonly asOf?: string; readonly zone?: string } = {}) {
	const { asOf = null, zone = "UTC" } = options;
	return importLog(store, { path, asOf, zone, now: Date.now, onProgress: () => undefined });
}

function importText(text: string | Buffer, options: { readonly asOf?: string; readonly zone?: string } = {}) {
	const path = join(folder, "log.csv");
	writeFileSync(path, text);
	return run(path, options);
}

async function findIncident(number: string) {
	const row = await store.reader
		.selectFrom("ticket")
		.selectAll()
		.where("number", "=", number)
		.executeTakeFirstOrThrow();
	const ticket = fromTicketRow(row);
	const rows = await store.reader
		.selectFrom("history")
		.selectAll()
		.where("ticket_id", "=", ticket.id)
		.orderBy("revision")
		.execute();
	return { ticket, history: rows.map(fromHistoryRow) };
}

const fiveIncidents = [1, 2, 3, 4, 5].flatMap(wholeIncident);

describe("importing a log", () => {
	it("brings every incident with its whole history, teams and people", async () => {
		expect(await importText(writeLog(fiveIncidents))).toMatchObject({
			value: { lines: 20, events: 20, incidents: 5, unchanged: 0, open: 0, badLineCount: 0 },
		});
		const { ticket, history } = await findIncident("INC0000003");
		expect(ticket).toMatchObject({ state: 7, closeCode: "5", revision: 4, assigneeId: "sn:agent:17" });
		expect(foldHistory(ticket, history)).toEqual(ticket);
		const people = await store.reader
			.selectFrom("person")
			.select(["name", "roles", "team_ids"])
			.orderBy("id")
			.execute();
		expect(people.map((person) => ({ ...person }))).toEqual([
			{ name: "Agent 17", roles: '["agent"]', team_ids: '["sn:team:56"]' },
			{ name: "Caller 2403", roles: '["caller"]', team_ids: "[]" },
			{ name: "Opener 8", roles: '["caller"]', team_ids: "[]" },
			{ name: "User 21", roles: '["agent"]', team_ids: "[]" },
		]);
	});

	it("changes nothing when the same log comes again, packed or in another order", async () => {
		await importText(writeLog(fiveIncidents));
		const head = store.head();
		const again = await importText(gzipSync(writeLog([...fiveIncidents].reverse().sort(byTime))));
		expect(again).toMatchObject({ value: { incidents: 5, unchanged: 5 } });
		expect(store.head()).toBe(head);
	});

	it("stops at a moment of the log's own zone, and goes on from there with a later one", async () => {
		const log = writeLog(wholeIncident(1));
		const early = await importText(log, { asOf: "2016-03-02T10:00", zone: "America/New_York" });
		expect(early).toMatchObject({ value: { events: 2, incidents: 1, open: 1 } });
		expect((await findIncident("INC0000001")).ticket).toMatchObject({
			state: 2,
			openedAt: Date.UTC(2016, 2, 2, 13),
		});
		const later = await importText(log, { zone: "America/New_York" });
		expect(later).toMatchObject({ value: { events: 4, incidents: 1, unchanged: 0, open: 0 } });
		const { ticket, history } = await findIncident("INC0000001");
		expect(foldHistory(ticket, history)).toEqual(ticket);
		expect(ticket.revision).toBe(4);
	});

	it("leaves an incident alone that somebody changed here", async () => {
		const log = writeLog(wholeIncident(1));
		await importText(log, { asOf: "2016-03-02T10:00" });
		const { ticket, history } = await findIncident("INC0000001");
		const [last] = history.slice(-1);
		await store.write(async ({ tx }) => {
			await tx
				.updateTable("ticket")
				.set({ revision: 3, short_description: "ours" })
				.where("id", "=", ticket.id)
				.execute();
			await tx
				.insertInto("history")
				.values({
					id: "our-own-entry",
					ticket_id: ticket.id,
					revision: 3,
					type: "changed",
					actor_kind: "person",
					actor_id: "owner",
					occurred_at: (last?.occurredAt ?? 0) + 1,
					recorded_at: Date.now(),
					changes: "{}",
					note_kind: null,
					note_text: null,
					intent_id: null,
					alert_id: null,
				})
				.execute();
		});
		expect(await importText(log)).toMatchObject({ value: { incidents: 1, unchanged: 1, open: 1 } });
		expect((await findIncident("INC0000001")).ticket.shortDescription).toBe("ours");
	});

	it("reports bad lines by number and reason, and imports the rest", async () => {
		const lines: readonly string[] = [
			HEADER,
			writeLine({}),
			"INC0000046,New",
			writeLine({ sys_updated_at: "31/2/2016 10:00" }),
			writeLine({ number: "?" }),
			writeLine({ incident_state: "Sleeping" }),
			writeLine({ impact: "7" }),
			writeLine({ number: "INC0000047" }),
		];
		const result = await importText(lines.join("\r\n"));
		expect(result).toMatchObject({ value: { lines: 7, events: 2, incidents: 2, badLineCount: 5 } });
		if (!result.ok) throw new Error(result.error.message);
		expect(result.value.badLines.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
			"3 has 2 columns where the header has 36",
			"4 sys_updated_at: “31/2/2016 10:00” is not a date and time",
			"5 number: “?” is not an incident’s number",
			"6 incident_state: “Sleeping” is not a state that we know",
			"7 impact: “7” is not one of 1, 2, 3",
		]);
	});

	it.each([
		["another header", "id,state\n1,2", /“number”/],
		["an empty file", "", /empty/],
		["a column named twice", `${HEADER},number\n`, /“number” more than once/],
	])("refuses %s whole", async (_, text, expected) => {
		const result = await importText(text);
		expect(result).toMatchObject({ ok: false, error: { message: expect.stringMatching(expected) } });
		expect(store.head()).toBe(0);
	});

	it("refuses a file that is cut off in the middle of its packing", async () => {
		const packed = gzipSync(writeLog(fiveIncidents));
		const result = await importText(packed.subarray(0, packed.length - 20));
		expect(result).toMatchObject({ ok: false, error: { message: expect.stringContaining("unpacked") } });
		expect(store.head()).toBe(0);
	});

	it("leaves out an incident whose number the desk has given to another ticket", async () => {
		await importText(writeLog(wholeIncident(1)));
		await store.write(async ({ tx }) => {
			await tx.deleteFrom("history").execute();
			await tx.updateTable("ticket").set({ id: "ours", revision: 0 }).execute();
			await tx
				.insertInto("history")
				.values({
					id: "ours:0",
					ticket_id: "ours",
					revision: 0,
					type: "created",
					actor_kind: "person",
					actor_id: "owner",
					occurred_at: 0,
					recorded_at: 0,
					changes: "{}",
					note_kind: null,
					note_text: null,
					intent_id: null,
					alert_id: null,
				})
				.execute();
		});
		expect(await importText(writeLog([...wholeIncident(1), ...wholeIncident(2)]))).toMatchObject({
			value: {
				incidents: 1,
				badLineCount: 1,
				badLines: [{ line: 2, reason: expect.stringContaining("INC0000001") }],
			},
		});
	});

	it("fires no rule, and goes on numbering after the imported numbers", async () => {
		const heard: unknown[] = [];
		store.events.on("ticket.changed", (event) => heard.push(event));
		await importText(writeLog(fiveIncidents));
		expect(heard).toEqual([]);
		const counter = await store.readSetting<number>("counter:incident");
		expect(counter).toBe(5);
	});

	it.runIf(existsSync(REAL_LOG))(
		"brings the real log: 14,950 incidents, and as of 20 April 2016 12:00 14,674 with 1,221 of them open",
		async () => {
			const asOf = await run(REAL_LOG, { asOf: "2016-04-20T12:00" });
			expect(asOf).toMatchObject({ value: { incidents: 14_674, open: 1_221, badLineCount: 0 } });
			const all = await run(REAL_LOG);
			expect(all).toMatchObject({ value: { lines: 90_268, events: 90_268, incidents: 14_950, open: 0 } });
			const { count } = await store.reader
				.selectFrom("history")
				.select((select) => select.fn.countAll<number>().as("count"))
				.executeTakeFirstOrThrow();
			expect(count).toBe(90_268);
			const head = store.head();
			expect(await run(REAL_LOG)).toMatchObject({ value: { unchanged: 14_950 } });
			expect(store.head()).toBe(head);
		},
		120_000,
	);
});

/** Time order mixes the lines of different incidents. */
function byTime(left: LogLine, right: LogLine): number {
	const time = (line: LogLine): number => {
		const [day = "", clock = ""] = (line.sys_updated_at ?? "").split(" ");
		return Number(day.split("/")[0]) * 10_000 + Number(clock.replace(":", ""));
	};
	return time(left) - time(right);
}
