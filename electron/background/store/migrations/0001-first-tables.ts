import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** The tables of the first release: tickets with their history, what they name, monitoring, access. */
export const FIRST_TABLES: Migration = {
	up: async (database: Kysely<unknown>) => {
		await makeTickets(database);
		await makeDirectory(database);
		await makeMonitoring(database);
		await makeAccess(database);
	},
};

async function makeTickets(database: Kysely<unknown>): Promise<void> {
	const { schema } = database;
	await schema
		.createTable("ticket")
		.addColumn("id", "text", (column) => column.primaryKey())
		.addColumn("kind", "text", (column) => column.notNull())
		.addColumn("number", "text", (column) => column.notNull().unique())
		.addColumn("short_description", "text", (column) => column.notNull())
		.addColumn("description", "text", (column) => column.notNull())
		.addColumn("state", "integer", (column) => column.notNull())
		.addColumn("hold_reason", "integer")
		.addColumn("follow_up_at", "bigint")
		.addColumn("impact", "integer", (column) => column.notNull())
		.addColumn("urgency", "integer", (column) => column.notNull())
		.addColumn("priority", "integer", (column) => column.notNull())
		.addColumn("team_id", "text")
		.addColumn("assignee_id", "text")
		.addColumn("caller_id", "text")
		.addColumn("opened_by_id", "text")
		.addColumn("ci_id", "text")
		.addColumn("service_id", "text")
		.addColumn("category", "text")
		.addColumn("subcategory", "text")
		.addColumn("contact_type", "text")
		.addColumn("source_state", "text")
		.addColumn("close_code", "text")
		.addColumn("close_notes", "text")
		.addColumn("reopen_count", "integer", (column) => column.notNull())
		.addColumn("opened_at", "bigint", (column) => column.notNull())
		.addColumn("updated_at", "bigint", (column) => column.notNull())
		.addColumn("resolved_at", "bigint")
		.addColumn("closed_at", "bigint")
		.addColumn("revision", "integer", (column) => column.notNull())
		.addColumn("track", "text", (column) => column.notNull())
		.addColumn("is_open", "integer", (column) => column.notNull())
		.execute();
	await index(database, "ticket", ["is_open", "updated_at"]);
	await index(database, "ticket", ["updated_at"]);
	await index(database, "ticket", ["opened_at"]);
	await index(database, "ticket", ["priority"]);
	await index(database, "ticket", ["team_id"]);
	await index(database, "ticket", ["assignee_id"]);
	await index(database, "ticket", ["caller_id"]);
	await index(database, "ticket", ["service_id"]);

	await schema
		.createTable("history")
		.addColumn("id", "text", (column) => column.primaryKey())
		.addColumn("ticket_id", "text", (column) => column.notNull())
		.addColumn("revision", "integer", (column) => column.notNull())
		.addColumn("type", "text", (column) => column.notNull())
		.addColumn("actor_kind", "text", (column) => column.notNull())
		.addColumn("actor_id", "text")
		.addColumn("occurred_at", "bigint", (column) => column.notNull())
		.addColumn("recorded_at", "bigint", (column) => column.notNull())
		.addColumn("changes", "text", (column) => column.notNull())
		.addColumn("note_kind", "text")
		.addColumn("note_text", "text")
		.addColumn("intent_id", "text")
		.addColumn("alert_id", "text")
		.addUniqueConstraint("history_of_ticket", ["ticket_id", "revision"])
		.addForeignKeyConstraint("history_ticket", ["ticket_id"], "ticket", ["id"], (constraint) =>
			constraint.deferrable().initiallyDeferred(),
		)
		.execute();

	// AUTOINCREMENT: a seq is never given out twice, not even after the newest row was replaced.
	await schema
		.createTable("change_log")
		.addColumn("seq", "integer", (column) => column.primaryKey().autoIncrement())
		.addColumn("kind", "text", (column) => column.notNull())
		.addColumn("id", "text", (column) => column.notNull())
		.addColumn("deleted", "integer", (column) => column.notNull())
		.addUniqueConstraint("change_log_newest", ["kind", "id"])
		.execute();

	await schema
		.createTable("intent")
		.addColumn("id", "text", (column) => column.primaryKey())
		.addColumn("device_id", "text")
		.addColumn("applied_at", "bigint", (column) => column.notNull())
		.addColumn("result", "text", (column) => column.notNull())
		.execute();
	await schema
		.createTable("writer")
		.addColumn("device_id", "text", (column) => column.primaryKey())
		.addColumn("fence", "bigint", (column) => column.notNull())
		.execute();
}

async function makeDirectory(database: Kysely<unknown>): Promise<void> {
	const { schema } = database;
	await schema
		.createTable("person")
		.addColumn("id", "text", (column) => column.primaryKey())
		.addColumn("name", "text", (column) => column.notNull())
		.addColumn("email", "text")
		.addColumn("phone", "text")
		.addColumn("location", "text")
		.addColumn("department", "text")
		.addColumn("is_vip", "integer", (column) => column.notNull())
		.addColumn("roles", "text", (column) => column.notNull())
		.addColumn("team_ids", "text", (column) => column.notNull())
		.addColumn("is_active", "integer", (column) => column.notNull())
		.execute();
	await schema
		.createTable("team")
		.addColumn("id", "text", (column) => column.primaryKey())
		.addColumn("name", "text", (column) => column.notNull())
		.addColumn("is_active", "integer", (column) => column.notNull())
		.execute();
	await schema
		.createTable("ci")
		.addColumn("id", "text", (column) => column.primaryKey())
		.addColumn("name", "text", (column) => column.notNull())
		.addColumn("class", "text", (column) => column.notNull())
		.addColumn("owner_team_id", "text")
		.addColumn("criticality", "integer", (column) => column.notNull())
		.addColumn("depends_on_ids", "text", (column) => column.notNull())
		.execute();
}

async function makeMonitoring(database: Kysely<unknown>): Promise<void> {
	const { schema } = database;
	await schema
		.createTable("check_definition")
		.addColumn("id", "text", (column) => column.primaryKey())
		.addColumn("definition", "text", (column) => column.notNull())
		.addColumn("state", "text", (column) => column.notNull())
		.addColumn("state_since", "bigint")
		.addColumn("revision", "integer", (column) => column.notNull())
		.execute();
	await schema
		.createTable("check_result")
		.addColumn("check_id", "text", (column) =>
			column.notNull().references("check_definition.id").onDelete("cascade"),
		)
		.addColumn("from_at", "bigint", (column) => column.notNull())
		.addColumn("to_at", "bigint", (column) => column.notNull())
		.addColumn("results", "text", (column) => column.notNull())
		.addPrimaryKeyConstraint("check_result_stretch", ["check_id", "from_at"])
		.execute();
	await index(database, "check_result", ["to_at"]);
	await schema
		.createTable("alert")
		.addColumn("id", "text", (column) => column.primaryKey())
		.addColumn("identity", "text", (column) => column.notNull())
		.addColumn("condition", "text", (column) => column.notNull())
		.addColumn("severity", "integer", (column) => column.notNull())
		.addColumn("check_id", "text")
		.addColumn("ticket_id", "text")
		.addColumn("since", "bigint", (column) => column.notNull())
		.addColumn("body", "text", (column) => column.notNull())
		.execute();
	await index(database, "alert", ["identity"]);
	await index(database, "alert", ["condition", "severity", "since"]);
	await index(database, "alert", ["check_id"]);
	await index(database, "alert", ["ticket_id"]);
	await schema
		.createTable("rule")
		.addColumn("id", "text", (column) => column.primaryKey())
		.addColumn("name", "text", (column) => column.notNull())
		.addColumn("is_enabled", "integer", (column) => column.notNull())
		.addColumn("resolve_after_ms", "bigint", (column) => column.notNull())
		.execute();
}

async function makeAccess(database: Kysely<unknown>): Promise<void> {
	const { schema } = database;
	await schema
		.createTable("setting")
		.addColumn("key", "text", (column) => column.primaryKey())
		.addColumn("value", "text", (column) => column.notNull())
		.execute();
	await schema
		.createTable("device")
		.addColumn("id", "text", (column) => column.primaryKey())
		.addColumn("name", "text", (column) => column.notNull())
		.addColumn("token_hash", "text", (column) => column.notNull().unique())
		.addColumn("created_at", "bigint", (column) => column.notNull())
		.addColumn("last_seen_at", "bigint")
		.execute();
	await schema
		.createTable("session")
		.addColumn("token_hash", "text", (column) => column.primaryKey())
		.addColumn("person_id", "text")
		.addColumn("device_id", "text", (column) => column.references("device.id").onDelete("cascade"))
		.addColumn("created_at", "bigint", (column) => column.notNull())
		.addColumn("expires_at", "bigint", (column) => column.notNull())
		.execute();
	await index(database, "session", ["expires_at"]);
}

async function index(database: Kysely<unknown>, table: string, columns: readonly string[]): Promise<void> {
	const list = sql.join(columns.map((column) => sql.ref(column)));
	await sql`create index ${sql.id(`${table}_by_${columns.join("_")}`)} on ${sql.table(table)} (${list})`.execute(
		database,
	);
}
