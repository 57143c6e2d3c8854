import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { SqliteDatabase, SqliteStatement } from "kysely";

/** More different statements than the desk has; a generated one too many pushes out the oldest. */
const MAX_STATEMENTS = 500;

/** What Kysely's SQLite dialect asks of a driver, answered by Node's own SQLite. */
export function adaptDatabase(database: DatabaseSync): SqliteDatabase {
	const statements = new Map<string, SqliteStatement>();
	return {
		close: () => database.close(),
		prepare: (sql) => {
			const known = statements.get(sql);
			if (known) return known;
			const made = adaptStatement(database.prepare(sql));
			statements.set(sql, made);
			const oldest = statements.keys().next();
			if (statements.size > MAX_STATEMENTS && !oldest.done) statements.delete(oldest.value);
			return made;
		},
	};
}

function adaptStatement(statement: StatementSync): SqliteStatement {
	// Kysely's parameters are `unknown`; SQLite itself refuses what it can't bind.
	const bind = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
	return {
		reader: statement.columns().length > 0,
		all: (parameters) => statement.all(...bind(parameters)),
		run: (parameters) => statement.run(...bind(parameters)),
		iterate: (parameters) => statement.iterate(...bind(parameters)),
	};
}
