import { DatabaseSync } from "node:sqlite";
import { Kysely, SqliteDialect } from "kysely";
import { expect, it } from "vitest";
import { adaptDatabase } from "../sqlite-database.ts";
import type { DeskDatabase } from "../store.ts";
import { FIRST_TABLES } from "./0001-first-tables.ts";
import { ATTACHMENTS } from "./0002-attachments.ts";
import { ACCOUNTS } from "./0004-accounts.ts";

it("moves the first account out of its setting, and keeps who is signed in", async () => {
	const file = new DatabaseSync(":memory:");
	const database: DeskDatabase = new Kysely({
		dialect: new SqliteDialect({ database: adaptDatabase(file) }),
	});
	for (const step of [FIRST_TABLES, ATTACHMENTS]) await step.up(database);
	file.exec(`
		insert into setting values ('accounts', '{"admin":{"personId":"owner","passwordHash":"scrypt$h"}}');
		insert into session values ('hash1', 'owner', null, 1000, 2000), ('hash2', null, null, 1000, 2000)`);
	await ACCOUNTS.up(database);
	expect(await database.selectFrom("account").selectAll().execute()).toMatchObject([
		{ person_id: "owner", name: "admin", name_key: "admin", password_hash: "scrypt$h", is_one_time: 0 },
	]);
	expect(await database.selectFrom("setting").selectAll().execute()).toEqual([]);
	const sessions = await database.selectFrom("session").selectAll().execute();
	expect(sessions).toMatchObject([
		{ token_hash: "hash1", person_id: "owner", seen_at: 1_000, expires_at: 2_000, ended_at: null },
		{ token_hash: "hash2" },
	]);
	expect(new Set(sessions.map(({ id }) => id)).size).toBe(2);
	await database.destroy();
});
