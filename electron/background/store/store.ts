import type { Kysely, Transaction } from "kysely";
import type { ChangeKind } from "../../../shared/api/changes.ts";
import type { DeskEvents, EventHub } from "./events.ts";
import type { DeskTables } from "./tables.ts";

export type DeskDatabase = Kysely<DeskTables>;
export type DeskTransaction = Transaction<DeskTables>;

/** One transaction at the desk's only writing connection. */
export interface WriteScope {
	readonly tx: DeskTransaction;
	/** Notes that a thing changed or went; taken into the change log as the transaction's last statements. */
	readonly logChange: (kind: ChangeKind, id: string, isDeleted?: boolean) => void;
	/** Runs after the commit: the place for events. */
	readonly afterCommit: (act: () => void) => void;
}

/** The desk's database: one writer, separate readers, a change log, an epoch. */
export interface Store {
	readonly events: EventHub<DeskEvents>;
	/** Made anew whenever the database's past is replaced. */
	readonly epoch: string;
	/** A reading connection; never blocked by a writer. */
	readonly reader: DeskDatabase;
	/** The newest committed seq. */
	readonly head: () => number;
	/**
	 * Runs `work` alone in a write transaction: calls queue up. Emits `head` after a commit that logged
	 * changes. `work` must await nothing but its own database calls. Answers its value and the seq.
	 */
	readonly write: <Value>(
		work: (scope: WriteScope) => Promise<Value>,
	) => Promise<{ readonly value: Value; readonly seq: number }>;
	readonly readSetting: <Value>(key: string) => Promise<Value | null>;
	readonly writeSetting: (key: string, value: unknown) => Promise<void>;
	/** Finishes what was begun, then closes. */
	readonly close: () => Promise<void>;
}
