import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Accounts in a table of their own, sign-ins that can be listed and ended, scopes, and the audit trail. */
export const ACCOUNTS: Migration = {
	up: async (database: Kysely<unknown>) => {
		await makeAccounts(database);
		await widenSessions(database);
		await makeAudit(database);
		await database.schema.alterTable("person").addColumn("scope", "text").execute();
		await moveAccounts(database);
	},
};

async function makeAccounts({ schema }: Kysely<unknown>): Promise<void> {
	await schema
		.createTable("account")
		.addColumn("person_id", "text", (column) => column.primaryKey())
		.addColumn("name", "text", (column) => column.notNull())
		.addColumn("name_key", "text", (column) => column.notNull().unique())
		.addColumn("password_hash", "text", (column) => column.notNull())
		.addColumn("is_one_time", "integer", (column) => column.notNull())
		.addColumn("is_disabled", "integer", (column) => column.notNull())
		.addColumn("created_at", "bigint", (column) => column.notNull())
		.addColumn("password_at", "bigint", (column) => column.notNull())
		.addColumn("last_sign_in_at", "bigint")
		.execute();
	await schema
		.createTable("failed_sign_in")
		.addColumn("key", "text", (column) => column.primaryKey())
		.addColumn("failures", "integer", (column) => column.notNull())
		.addColumn("last_at", "bigint", (column) => column.notNull())
		.execute();
	await schema
		.createTable("known_browser")
		.addColumn("mark_hash", "text", (column) => column.notNull())
		.addColumn("person_id", "text", (column) => column.notNull())
		.addColumn("seen_at", "bigint", (column) => column.notNull())
		.addPrimaryKeyConstraint("known_browser_of_person", ["person_id", "mark_hash"])
		.execute();
}

/** People and walls stay signed in. */
async function widenSessions(database: Kysely<unknown>): Promise<void> {
	const { schema } = database;
	await schema.alterTable("session").addColumn("id", "text").execute();
	await schema.alterTable("session").addColumn("seen_at", "bigint").execute();
	await schema.alterTable("session").addColumn("client", "text").execute();
	await schema.alterTable("session").addColumn("ended_at", "bigint").execute();
	await schema.alterTable("session").addColumn("end_reason", "text").execute();
	await sql`update session set id = lower(hex(randomblob(16))), seen_at = created_at`.execute(database);
	await schema.createIndex("session_by_person_id").on("session").column("person_id").execute();
}

async function makeAudit(database: Kysely<unknown>): Promise<void> {
	const { schema } = database;
	await schema
		.createTable("audit")
		.addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
		.addColumn("at", "bigint", (column) => column.notNull())
		.addColumn("actor_id", "text")
		.addColumn("action", "text", (column) => column.notNull())
		.addColumn("person_id", "text")
		.addColumn("team_id", "text")
		.addColumn("value_from", "text")
		.addColumn("value_to", "text")
		.execute();
	await schema.createIndex("audit_by_person_id").on("audit").columns(["person_id", "id"]).execute();
	await schema.createIndex("audit_by_actor_id").on("audit").columns(["actor_id", "id"]).execute();
	for (const act of ["update", "delete"]) {
		await sql`
			create trigger ${sql.id(`audit_no_${act}`)} before ${sql.raw(act)} on audit
			begin select raise(abort, 'the audit trail is append-only'); end`.execute(database);
	}
}

/** Until now accounts were a setting: sign-in name → person and hash. */
async function moveAccounts(database: Kysely<unknown>): Promise<void> {
	const { rows } = await sql<{ readonly value: string }>`
		select value from setting where key = 'accounts'`.execute(database);
	const accounts: unknown = JSON.parse(rows[0]?.value ?? "{}");
	const now = Date.now();
	for (const [name, account] of Object.entries(accounts as Readonly<Record<string, OldAccount>>)) {
		await sql`
			insert into account (person_id, name, name_key, password_hash, is_one_time, is_disabled, created_at, password_at)
			values (${account.personId}, ${name}, ${name.toLowerCase()}, ${account.passwordHash}, 0, 0, ${now}, ${now})`.execute(
			database,
		);
	}
	await sql`delete from setting where key = 'accounts'`.execute(database);
}

interface OldAccount {
	readonly personId: string;
	readonly passwordHash: string;
}
