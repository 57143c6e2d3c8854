import { type Expression, type ExpressionBuilder, type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import type { TicketPage, TicketQuery } from "../../../shared/api/tickets.ts";
import type { Viewer } from "../../../shared/permission/scope.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import type { Priority } from "../../../shared/ticket/priority.ts";
import { normalizeTicketNumber } from "../store/numbers.ts";
import { fromTicketRow } from "../store/rows.ts";
import type { DeskDatabase } from "../store/store.ts";
import type { DeskTables } from "../store/tables.ts";
import { isVisible } from "./visible.ts";

type TicketSelect<Output> = SelectQueryBuilder<DeskTables, "ticket", Output>;
type Where = ExpressionBuilder<DeskTables, "ticket">;

const DEFAULT_LIMIT = 100;

/** Tickets by filter, in order, a page of them, and how many there are in all. */
export async function listTickets(
	database: DeskDatabase,
	query: TicketQuery,
	viewer: Viewer,
): Promise<Result<TicketPage>> {
	const filter = readFilter(query);
	if (!filter.ok) return filter;
	const matching = database
		.selectFrom("ticket")
		.where((where) => where.and(conditionsOf(where, filter.value)))
		.where(isVisible(viewer));
	const counted = await matching
		.select((select) => select.fn.countAll<number>().as("total"))
		.executeTakeFirstOrThrow();
	const rows = await inOrder(matching.selectAll(), query.order ?? "-updatedAt")
		.limit(query.limit ?? DEFAULT_LIMIT)
		.offset(query.offset ?? 0)
		.execute();
	return ok({ total: counted.total, tickets: rows.map(fromTicketRow) });
}

/** The query with its lists taken apart; what is `null` or absent filters nothing. */
interface TicketFilter {
	readonly kind: TicketQuery["kind"];
	readonly isOpen: boolean;
	readonly states: readonly number[] | null;
	readonly priorities: readonly Priority[] | null;
	readonly teamIds: readonly string[] | null;
	readonly assigneeIds: readonly string[] | null;
	readonly callerId: string | undefined;
	readonly text: string | undefined;
}

function readFilter(query: TicketQuery): Result<TicketFilter> {
	const isOpen = query.state === "open";
	const states = isOpen ? null : readNumbers(query.state);
	if (states?.some(Number.isNaN)) {
		return refuse("invalid_request", "state: expected open, or numbers as 1,2,3.", "state");
	}
	const priorities = readNumbers(query.priority);
	if (priorities && !priorities.every(isPriority)) {
		return refuse("invalid_request", "priority: expected numbers from 1 to 5, as 1,2.", "priority");
	}
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

/** What is no whole number becomes `NaN`. */
function readNumbers(text: string | undefined): readonly number[] | null {
	const parts = readList(text);
	return parts?.map((part) => (/^-?\d{1,4}$/.test(part) ? Number(part) : Number.NaN)) ?? null;
}

function isPriority(value: number): value is Priority {
	return value >= 1 && value <= 5;
}

function conditionsOf(where: Where, filter: TicketFilter): readonly Expression<SqlBool>[] {
	const { kind, isOpen, states, priorities, teamIds, assigneeIds, callerId, text } = filter;
	return [
		...(kind ? [where("kind", "=", kind)] : []),
		...(isOpen ? [where("is_open", "=", 1)] : []),
		...(states ? [where("state", "in", states)] : []),
		...(priorities ? [where("priority", "in", priorities)] : []),
		...(teamIds ? [byIds(where, "team_id", teamIds)] : []),
		...(assigneeIds ? [byIds(where, "assignee_id", assigneeIds)] : []),
		...(callerId ? [where("caller_id", "=", callerId)] : []),
		...(text ? [byText(where, text)] : []),
	];
}

/** `none` among the ids stands for tickets without one. */
function byIds(where: Where, column: "team_id" | "assignee_id", ids: readonly string[]): Expression<SqlBool> {
	const named = ids.filter((id) => id !== "none");
	return where.or([
		...(named.length < ids.length ? [where(column, "is", null)] : []),
		...(named.length > 0 ? [where(column, "in", named)] : []),
	]);
}

/** A number, or words that the short description holds in any order. */
function byText(where: Where, text: string): Expression<SqlBool> {
	const number = normalizeTicketNumber(text);
	if (number !== null) return where("number", "=", number);
	const words = text.split(/\s+/).filter((word) => word !== "");
	return where.and(
		words.map(
			(word) =>
				sql<SqlBool>`lower(short_description) like ${`%${escapeLike(word.toLowerCase())}%`} escape '\\'`,
		),
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
