import { type SelectQueryBuilder, sql } from "kysely";
import type { TicketPage, TicketQuery } from "../../../shared/api/tickets.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import { normalizeTicketNumber } from "../store/numbers.ts";
import { fromTicketRow } from "../store/rows.ts";
import type { DeskDatabase } from "../store/store.ts";
import type { DeskTables } from "../store/tables.ts";

type TicketSelect<Output> = SelectQueryBuilder<DeskTables, "ticket", Output>;

const DEFAULT_LIMIT = 100;

/** Tickets by filter, in order, a page of them, and how many there are in all. */
export async function listTickets(database: DeskDatabase, query: TicketQuery): Promise<Result<TicketPage>> {
	const filter = readFilter(query);
	if (!filter.ok) return filter;
	const matching = applyFilter(database.selectFrom("ticket"), filter.value);
	const counted = await matching
		.select((select) => select.fn.countAll<number>().as("total"))
		.executeTakeFirstOrThrow();
	const rows = await inOrder(matching.selectAll(), query.order ?? "-updatedAt")
		.limit(query.limit ?? DEFAULT_LIMIT)
		.offset(query.offset ?? 0)
		.execute();
	return ok({ total: counted.total, tickets: rows.map(fromTicketRow) });
}

/** The query with its lists taken apart. */
interface TicketFilter {
	readonly kind: TicketQuery["kind"];
	readonly isOpen: boolean;
	readonly states: readonly number[] | null;
	readonly priorities: readonly number[] | null;
	readonly teamIds: readonly string[] | null;
	readonly assigneeIds: readonly string[] | null;
	readonly callerId: string | undefined;
	readonly text: string | undefined;
}

function readFilter(query: TicketQuery): Result<TicketFilter> {
	const isOpen = query.state === "open";
	const states = isOpen ? null : readNumbers(query.state);
	const priorities = readNumbers(query.priority);
	if (states === "invalid")
		return refuse("invalid_request", "state: expected open, or numbers as 1,2,3.", "state");
	if (priorities === "invalid")
		return refuse("invalid_request", "priority: expected numbers as 1,2.", "priority");
	return ok({
		kind: query.kind,
		isOpen,
		states,
		priorities,
		teamIds: readList(query.teamId),
		assigneeIds: readList(query.assigneeId),
		callerId: query.callerId,
		text: query.text,
	});
}

function readList(text: string | undefined): readonly string[] | null {
	return text === undefined ? null : text.split(",").map((part) => part.trim());
}

function readNumbers(text: string | undefined): readonly number[] | null | "invalid" {
	const parts = readList(text);
	if (!parts) return null;
	return parts.every((part) => /^-?\d{1,4}$/.test(part)) ? parts.map(Number) : "invalid";
}

function applyFilter<Output>(select: TicketSelect<Output>, filter: TicketFilter): TicketSelect<Output> {
	const { kind, isOpen, states, priorities, teamIds, assigneeIds, callerId, text } = filter;
	return select
		.$if(kind !== undefined, (query) => query.where("kind", "=", kind ?? "incident"))
		.$if(isOpen, (query) => query.where("is_open", "=", 1))
		.$if(states !== null, (query) => query.where("state", "in", states ?? []))
		.$if(priorities !== null, (query) => query.where("priority", "in", (priorities ?? []) as never))
		.$if(teamIds !== null, (query) => byIds(query, "team_id", teamIds ?? []))
		.$if(assigneeIds !== null, (query) => byIds(query, "assignee_id", assigneeIds ?? []))
		.$if(callerId !== undefined, (query) => query.where("caller_id", "=", callerId ?? ""))
		.$if(text !== undefined, (query) => byText(query, text ?? ""));
}

/** `none` among the ids stands for tickets without one. */
function byIds<Output>(
	select: TicketSelect<Output>,
	column: "team_id" | "assignee_id",
	ids: readonly string[],
): TicketSelect<Output> {
	const named = ids.filter((id) => id !== "none");
	return select.where((where) =>
		where.or([
			...(named.length < ids.length ? [where(column, "is", null)] : []),
			...(named.length > 0 ? [where(column, "in", named)] : []),
		]),
	);
}

/** Words of the short description, each anywhere in it; or a number. */
function byText<Output>(select: TicketSelect<Output>, text: string): TicketSelect<Output> {
	const number = normalizeTicketNumber(text);
	if (number !== null) return select.where("number", "=", number);
	const words = text.split(/\s+/).filter((word) => word !== "");
	return words.reduce(
		(query, word) =>
			query.where(
				sql<boolean>`lower(short_description) like ${`%${escapeLike(word.toLowerCase())}%`} escape '\\'`,
			),
		select,
	);
}

function escapeLike(text: string): string {
	return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

const ORDER_COLUMNS = {
	number: "number",
	openedAt: "opened_at",
	updatedAt: "updated_at",
	priority: "priority",
} as const;

/** Ties are broken by id, so that pages neither repeat nor skip. */
function inOrder<Output>(
	select: TicketSelect<Output>,
	order: NonNullable<TicketQuery["order"]>,
): TicketSelect<Output> {
	const direction = order.startsWith("-") ? "desc" : "asc";
	const name = order.replace("-", "") as keyof typeof ORDER_COLUMNS;
	return select.orderBy(ORDER_COLUMNS[name], direction).orderBy("id", direction);
}
