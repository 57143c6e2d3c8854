import { ok, type Result, refuse } from "../../../shared/result.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { makeId } from "../store/crypto.ts";
import { type DeskPort, MONITORING_PERSON_ID, RULE_ACTOR } from "../store/ports.ts";
import type { Store } from "../store/store.ts";
import { findTicket } from "./find-ticket.ts";
import { judgeCreate, judgeUpdate } from "./judge-intent.ts";
import { type DeskWrite, type Origin, recordChanges, recordOpening } from "./record.ts";
import { findBrokenReference } from "./references.ts";
import { readMatrix } from "./settings/desk-settings.ts";

/** The desk's door for rules: judged like everybody, recorded as the rule. */
export function makeDeskPort(store: Store, now: () => number): DeskPort {
	return {
		openIncident: (incident) => openIncident(store, incident, now()),
		changeTicket: (change) => changeTicket(store, change, now()),
		findTicket: (ticketId) => findTicket(store.reader, ticketId),
		isTouched: (ticketId) => isTouched(store, ticketId),
	};
}

type Opening = Parameters<DeskPort["openIncident"]>[0];
type Change = Parameters<DeskPort["changeTicket"]>[0];

async function openIncident(store: Store, incident: Opening, now: number): Promise<Result<Ticket>> {
	const request = {
		ticketId: makeId(),
		kind: "incident" as const,
		set: { callerId: MONITORING_PERSON_ID, ...incident.set },
		note: incident.note ?? undefined,
		occurredAt: now,
	};
	return write(store, async (scope) => {
		const matrix = await readMatrix(scope.tx);
		const by = { openedById: MONITORING_PERSON_ID, now, actor: "system", matrix } as const;
		const taking = judgeCreate(request, by);
		if (!taking.ok) return taking;
		const { steps, at } = taking.value;
		const broken = await findBrokenReference(scope.tx, steps);
		if (broken) return { ok: false, error: broken };
		return ok(await recordOpening(scope, steps, originOf(incident, at, now)));
	});
}

function changeTicket(store: Store, change: Change, now: number): Promise<Result<Ticket>> {
	return write(store, async (scope) => {
		const ticket = await findTicket(scope.tx, change.ticketId);
		if (!ticket) return refuse("no_such_ticket", "There is no such ticket at this desk.", "ticketId");
		const update = { set: change.set, note: change.note ?? undefined, occurredAt: now };
		const taking = judgeUpdate(ticket, update, { now, actor: "system", matrix: await readMatrix(scope.tx) });
		if (!taking.ok) return taking;
		const { steps, at } = taking.value;
		const broken = await findBrokenReference(scope.tx, steps);
		if (broken) return { ok: false, error: broken };
		return ok(await recordChanges(scope, ticket, steps, originOf(change, at, now)));
	});
}

async function write(
	store: Store,
	work: (scope: DeskWrite) => Promise<Result<Ticket>>,
): Promise<Result<Ticket>> {
	const { value } = await store.write((scope) => work({ ...scope, events: store.events }));
	return value;
}

function originOf(
	by: { readonly ruleId: string; readonly alertId: string | null },
	at: number,
	now: number,
): Origin {
	return { actor: RULE_ACTOR(by.ruleId), at, now, intentId: null, alertId: by.alertId };
}

async function isTouched(store: Store, ticketId: string): Promise<boolean> {
	const row = await store.reader
		.selectFrom("history")
		.select("id")
		.where("ticket_id", "=", ticketId)
		.where("actor_kind", "=", "person")
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}
