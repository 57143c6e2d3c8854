import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import { fillSample } from "../../desk/sample/fill-sample.ts";
import { openStore } from "../open-store.ts";
import type { Store } from "../store.ts";
import { SERVICE_LEVELS } from "./0005-service-levels.ts";

const dataDir = mkdtempSync(join(tmpdir(), "deskwatch-migration-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const readTracks = async (store: Store) =>
	store.reader.selectFrom("ticket").select(["id", "track"]).orderBy("id").execute();

/** As the release before this step left it. */
async function takeBack(store: Store): Promise<void> {
	await store.write(async ({ tx }) => {
		await sql`update ticket set track = (
			select json_group_array(json_array(
				json_extract(move.value, '$[0]'), json_extract(move.value, '$[1]'), json_extract(move.value, '$[2]'),
				json_extract(move.value, '$[3]'), json_extract(move.value, '$[4]')
			))
			from json_each(ticket.track) as move
			where move.key = 0 or json_remove(move.value, '$[5]', '$[0]')
				!= json_remove((select before.value from json_each(ticket.track) as before where before.key = move.key - 1), '$[5]', '$[0]')
		)`.execute(tx);
		for (const table of ["sla_action", "sla_policy", "sla_calendar"])
			await sql`drop table ${sql.table(table)}`.execute(tx);
	});
}

describe("a desk of before there were service levels", () => {
	it("learns from its history since when each caller had been answered", async () => {
		const first = await openStore({ dataDir });
		await fillSample(first, {
			tickets: 1_200,
			now: Date.parse("2026-04-20T12:00Z"),
			zone: "Europe/Berlin",
			endpoints: { http: 1, mail: 2, doors: 3, dns: 4 },
			onProgress: () => undefined,
		});
		const tracks = await readTracks(first);
		expect(tracks.filter(({ track }) => track.includes(",1]")).length).toBeGreaterThan(500);
		await takeBack(first);
		expect(await readTracks(first)).not.toEqual(tracks);
		// By itself: what later steps have added is in nobody's way.
		await first.write(({ tx }) => SERVICE_LEVELS.up(tx));
		expect(await readTracks(first)).toEqual(tracks);
		await first.close();
	});
});
