import type { ChangeKind } from "../../../shared/api/changes.ts";
import { insertRows } from "./bulk.ts";
import { type DeskEvents, EventHub } from "./events.ts";
import { toFlag } from "./rows.ts";
import { getSetting, putSetting } from "./settings.ts";
import type { DeskDatabase, DeskTransaction, Store, WriteScope } from "./store.ts";

export interface DeskStoreParts {
	readonly writer: DeskDatabase;
	readonly reader: DeskDatabase;
	readonly epoch: string;
	readonly head: number;
	readonly onFailure: (error: unknown) => void;
	/** Gives up the file, after both connections are closed. */
	readonly release: () => void;
}

interface LoggedChange {
	readonly kind: ChangeKind;
	readonly id: string;
	readonly isDeleted: boolean;
}

/** The store over two open connections: writes queue up for the one, reads go to the other. */
export class DeskStore implements Store {
	readonly events: EventHub<DeskEvents>;
	readonly epoch: string;
	readonly reader: DeskDatabase;
	readonly #writer: DeskDatabase;
	readonly #release: () => void;
	#head: number;
	#queue: Promise<unknown> = Promise.resolve();
	#closing: Promise<void> | null = null;

	constructor(parts: DeskStoreParts) {
		this.events = new EventHub(parts.onFailure);
		this.epoch = parts.epoch;
		this.reader = parts.reader;
		this.#writer = parts.writer;
		this.#release = parts.release;
		this.#head = parts.head;
	}

	readonly head = (): number => this.#head;

	readonly write: Store["write"] = (work) => {
		if (this.#closing) return Promise.reject(new Error("The desk is closing and takes no more changes."));
		const run = this.#queue.then(() => this.#run(work));
		this.#queue = run.catch(() => undefined); // whoever asked for it hears of the failure
		return run;
	};

	readonly readSetting = <Value>(key: string): Promise<Value | null> => getSetting<Value>(this.reader, key);

	readonly writeSetting = async (key: string, value: unknown): Promise<void> => {
		await this.write(({ tx }) => putSetting(tx, key, value));
	};

	readonly close = (): Promise<void> => {
		this.#closing ??= this.#queue.then(async () => {
			await this.reader.destroy();
			await this.#writer.destroy();
			this.#release();
		});
		return this.#closing;
	};

	async #run<Value>(
		work: (scope: WriteScope) => Promise<Value>,
	): Promise<{ readonly value: Value; readonly seq: number }> {
		const logged = new Map<string, LoggedChange>();
		const acts: (() => void)[] = [];
		let logHead = this.#head;
		const value = await this.#writer.transaction().execute(async (tx) => {
			const answer = await work({
				tx,
				logChange: (kind, id, isDeleted = false) => {
					logged.delete(`${kind}:${id}`);
					logged.set(`${kind}:${id}`, { kind, id, isDeleted });
				},
				afterCommit: (act) => acts.push(act),
			});
			if (logged.size > 0) logHead = await appendToLog(tx, [...logged.values()]);
			return answer;
		});
		this.#announce(logHead, acts);
		return { value, seq: logHead };
	}

	#announce(head: number, acts: readonly (() => void)[]): void {
		const hasGrown = head > this.#head;
		this.#head = head;
		for (const act of acts) act();
		if (hasGrown) this.events.emit("head", { seq: head });
	}
}

/** Takes the entries into the change log, newest per thing; answers the log's new end. */
async function appendToLog(tx: DeskTransaction, changes: readonly LoggedChange[]): Promise<number> {
	const rows = changes.map(({ kind, id, isDeleted }) => ({ kind, id, deleted: toFlag(isDeleted) }));
	await insertRows(tx, "change_log", rows, { isReplacing: true });
	return readHead(tx);
}

/** The newest seq: a replaced entry only ever moves to the end, so it is the greatest that is there. */
export async function readHead(database: DeskDatabase): Promise<number> {
	const row = await database
		.selectFrom("change_log")
		.select((select) => select.fn.max("seq").as("head"))
		.executeTakeFirst();
	return row?.head ?? 0;
}
