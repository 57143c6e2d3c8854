import { createRxDatabase, type RxCollection, type RxJsonSchema } from "rxdb/plugins/core";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import type { Ticket } from "../../shared/ticket/ticket.ts";
import { type Contestant, type OpenQueue, QUEUE_ROWS } from "../contest/contestant.ts";
import { serveContestant } from "../contest/serve-contestant.ts";
import { countByState, type TicketRecord, toLine, toRecord } from "./ticket-record.ts";

const text = { type: "string" } as const;
const number = { type: "number" } as const;
const maybe = { type: ["string", "number", "null"] } as const;
const key = (maxLength: number) => ({ type: "string", maxLength }) as const;
const bounded = (minimum: number, maximum: number) =>
	({ type: "number", minimum, maximum, multipleOf: 1 }) as const;

const INDEXED = ["number", "isOpen", "priority", "state", "teamId", "assigneeId", "updatedAt"] as const;

/** The same six indexes as plain Dexie has; RxDB puts `_deleted` before and the id behind each. */
const SCHEMA: RxJsonSchema<TicketRecord> = {
	version: 0,
	primaryKey: "id",
	type: "object",
	properties: {
		id: key(36),
		number: key(20),
		isOpen: bounded(0, 1),
		priority: bounded(1, 5),
		state: bounded(-100, 1_000),
		teamId: key(64),
		assigneeId: key(64),
		updatedAt: bounded(0, 10_000_000_000_000),
		kind: text,
		shortDescription: text,
		description: text,
		impact: number,
		urgency: number,
		openedAt: number,
		reopenCount: number,
		revision: number,
		holdReason: maybe,
		followUpAt: maybe,
		callerId: maybe,
		ciId: maybe,
		serviceId: maybe,
		category: maybe,
		subcategory: maybe,
		closeCode: maybe,
		closeNotes: maybe,
		openedById: maybe,
		contactType: maybe,
		sourceState: maybe,
		resolvedAt: maybe,
		closedAt: maybe,
		track: { type: "array" },
	},
	required: ["id", ...INDEXED],
	indexes: [
		"number",
		["isOpen", "priority", "number"],
		["isOpen", "state"],
		"teamId",
		"assigneeId",
		"updatedAt",
	],
};

/** RxDB over its Dexie storage, without plugins, other instances or its development checks. */
class RxTickets implements Contestant {
	#tickets: RxCollection<TicketRecord> | null = null;

	async open(): Promise<void> {
		const database = await createRxDatabase<{ tickets: RxCollection<TicketRecord> }>({
			name: "bench",
			storage: getRxStorageDexie({ chromeTransactionDurability: "relaxed" }),
			multiInstance: false,
			eventReduce: false,
		});
		const { tickets } = await database.addCollections({ tickets: { schema: SCHEMA } });
		this.#tickets = tickets;
	}

	async write(pages: readonly (readonly Ticket[])[]): Promise<void> {
		for (const page of pages) {
			const { error } = await this.#use().bulkInsert(page.map(toRecord));
			if (error[0]) throw new Error(`RxDB refused a ticket: ${JSON.stringify(error[0]).slice(0, 500)}`);
		}
	}

	async openQueue(): Promise<OpenQueue> {
		const tickets = this.#use();
		const sort = [{ isOpen: "asc" }, { priority: "asc" }, { number: "asc" }] as const;
		const [first, openByState] = await Promise.all([
			tickets.find({ selector: { isOpen: 1 }, sort: [...sort], limit: QUEUE_ROWS }).exec(),
			countByState((state) => tickets.count({ selector: { isOpen: 1, state } }).exec()),
		]);
		return { lines: first.map((document) => toLine(document)), openByState };
	}

	async search(words: string) {
		const all = words
			.split(/\s+/)
			.filter(Boolean)
			.map((word) => ({ shortDescription: { $regex: word, $options: "i" } }));
		const sort = [{ priority: "asc" }, { number: "asc" }] as const;
		const found = await this.#use()
			.find({ selector: { $and: all }, sort: [...sort] })
			.exec();
		return { total: found.length, lines: found.slice(0, QUEUE_ROWS).map((document) => toLine(document)) };
	}

	#use(): RxCollection<TicketRecord> {
		if (!this.#tickets) throw new Error("the database is not open");
		return this.#tickets;
	}
}

serveContestant(new RxTickets());
