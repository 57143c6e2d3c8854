import type { HistoryEntry } from "../../../shared/api/tickets.ts";
import { type FieldDefinition, lifecycleOf } from "../../../shared/ticket/lifecycle.ts";
import { ARTICLES, LINKS } from "../../../shared/ticket/parts/common-fields.ts";
import { readLinks } from "../../../shared/ticket/parts/links.ts";
import { readTags } from "../../../shared/ticket/parts/tags.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import type { Model, OpenGeneration } from "../engine/model.ts";
import { mayRead } from "../engine/rights.ts";
import { nameAll } from "./name-all.ts";
import { outboxPayload } from "./outbox-topic.ts";
import type { TicketView } from "./ticket-protocol.ts";

/** One ticket with everything known about it; `undefined` while it may still come, `null` where there is none. */
export async function ticketPayload(model: Model, key: string): Promise<TicketView | null | undefined> {
	const { generation } = model;
	if (!generation) return undefined;
	const ticketId = findTicketId(generation, key);
	if (ticketId === null)
		return generation.visits.ask(key) || mayStillCome(model, generation) ? undefined : null;
	const base = await generation.cache.readBase(ticketId);
	const shown = generation.cache.overlay.shownOf(ticketId);
	const ticket = shown?.ticket ?? base;
	const row = generation.views.rowOf(ticketId);
	if (!ticket || !row) return null;
	const known = await knownHistory(generation, ticketId, base);
	const own = new Set(known.history.map((entry) => entry.intentId));
	const pendingHistory = (shown?.history ?? []).filter((entry) => !own.has(entry.intentId));
	const history = [...known.history, ...pendingHistory];
	const attachments = history.flatMap((entry) => entry.attachments ?? []);
	if (attachments.length > 0) void generation.keptFiles.fetchAhead(attachments);
	return {
		ticket,
		row,
		clocks: generation.cache.clocks.at(ticket, model.deskNow()),
		history,
		historyState: known.state,
		pending: outboxPayload(model).filter((pending) => pending.intent.ticketId === ticketId),
		heldFileIds: await generation.keptFiles.held(attachments.map(({ id }) => id)),
		alerts: [...generation.cache.things.alerts.values()].filter(
			(alert) => alert.ticketId === ticketId || known.alertIds.includes(alert.id),
		),
		names: namesOf(generation, ticket, history),
	};
}

/** For somebody who may not read the desk nothing more is fetched. */
function mayStillCome({ session }: Model, { cache }: OpenGeneration): boolean {
	return !cache.isComplete && mayRead(session);
}

/** An id, or a number however it is written. */
export function findTicketId({ cache, views }: OpenGeneration, key: string): string | null {
	if (cache.columns.slotOf(key) !== undefined) return key;
	const slot = views.slotOfNumber(key);
	return slot === undefined ? null : cache.columns.idOf(slot);
}

/** A ticket that only exists here has no history but its own edits. */
function knownHistory({ histories, cache }: OpenGeneration, ticketId: string, base: Ticket | null) {
	const isOfDesk = base !== null && cache.columns.slotOf(ticketId) !== undefined;
	return isOfDesk
		? histories.read(ticketId, base.revision)
		: Promise.resolve({ history: [], alertIds: [], state: "complete" as const });
}

const NAMED_FIELDS = [
	"teamId",
	"assigneeId",
	"callerId",
	"openedById",
	"ciId",
	"serviceId",
	"parentId",
	"problemId",
] as const;
const NAMED_TYPES: ReadonlySet<FieldDefinition["type"]> = new Set(["person", "team", "ci", "ticket"]);

/** What the ticket and its history speak of by id: names of people, teams, CIs and rules, numbers of tickets. */
function namesOf(
	{ cache }: OpenGeneration,
	ticket: Ticket,
	history: readonly HistoryEntry[],
): Readonly<Record<string, string>> {
	const declared = lifecycleOf(ticket.kind).fields.filter(({ type }) => NAMED_TYPES.has(type));
	const fields: readonly string[] = [...NAMED_FIELDS, ...declared.map(({ name }) => name)];
	const ids = new Set<unknown>(fields.map((field) => ticket[field as keyof Ticket]));
	for (const entry of history) {
		ids.add(entry.actor.id);
		for (const field of fields) {
			ids.add(entry.changes[field]?.from);
			ids.add(entry.changes[field]?.to);
		}
		const links = entry.changes[LINKS];
		for (const { ticketId } of [...readLinks(links?.from), ...readLinks(links?.to)]) ids.add(ticketId);
		const articles = entry.changes[ARTICLES];
		for (const id of [...readTags(articles?.from), ...readTags(articles?.to)]) ids.add(id);
	}
	return nameAll(cache, ids);
}
