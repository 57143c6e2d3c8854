import { type ChangesRequest, readChanges } from "../../electron/background/desk/changes.ts";
import { takeIntents } from "../../electron/background/desk/intents.ts";
import { readHistories, readTicketDetail } from "../../electron/background/desk/ticket-detail.ts";
import { findPerson } from "../../electron/background/store/people.ts";
import type { Store } from "../../electron/background/store/store.ts";
import { type ChangesQuery, changesQuerySchema } from "../../shared/api/changes.ts";
import type { Session } from "../../shared/api/desk.ts";
import type { Person } from "../../shared/api/directory.ts";
import { intentBatchSchema } from "../../shared/api/intents.ts";
import { type Action, can } from "../../shared/permission/permission.ts";
import type { Result } from "../../shared/result.ts";

/** A request as it arrives at the desk. */
export interface DeskRequest {
	readonly method: string;
	readonly path: string;
	readonly body: unknown;
	/** By the cookie that was sent along. */
	readonly personId: string | null;
}

export interface DeskAnswer {
	readonly status: number;
	readonly body: unknown;
	readonly headers?: Readonly<Record<string, string>>;
}

export interface AnswerOptions {
	readonly store: Store;
	readonly now: number;
	/** Small, so that few changes are already many pages. */
	readonly pageLimit: number;
}

/** The desk's routes, without a socket: the same rights, schemas and functions as `http/routes`. */
export async function answer(request: DeskRequest, options: AnswerOptions): Promise<DeskAnswer> {
	const url = new URL(request.path, "http://desk");
	const person = await personOf(options.store, request.personId);
	if (url.pathname === "/api/session") return { status: 200, body: describeSession(person, options) };
	const needs: Action = request.method === "POST" ? "ticket.edit" : "desk.read";
	if (!person) return fail(401, "sign_in_needed", "Sign in first.");
	if (!can(person.roles, needs)) return fail(403, "forbidden", "Your roles don’t allow this.");
	if (request.method === "POST") return takeBatch(request.body, person, options);
	return read(url, person, options);
}

/** Whether the feed opens for somebody. */
export async function mayRead(store: Store, personId: string | null): Promise<DeskAnswer | null> {
	const person = await personOf(store, personId);
	if (!person) return fail(401, "sign_in_needed", "Sign in first.");
	return can(person.roles, "wall.read") ? null : fail(403, "forbidden", "Your roles don’t allow this.");
}

async function personOf(store: Store, personId: string | null): Promise<Person | null> {
	const person = personId ? await findPerson(store.reader, personId) : null;
	return person?.isActive ? person : null;
}

function describeSession(person: Person | null, { store, now }: AnswerOptions): Session {
	return {
		mode: "password",
		person,
		roles: [...(person?.roles ?? [])],
		deskName: "Simulated desk",
		zone: "UTC",
		epoch: store.epoch,
		serverTime: now,
	};
}

async function takeBatch(body: unknown, person: Person, { store, now }: AnswerOptions): Promise<DeskAnswer> {
	const batch = intentBatchSchema.safeParse(body);
	if (!batch.success) return fail(400, "invalid_request", batch.error.message);
	const taken = await takeIntents(batch.data, { store, personId: person.id, now });
	if (!taken.ok) return refused(409, taken);
	return { status: 200, body: { epoch: store.epoch, serverTime: now, results: taken.value } };
}

async function read(url: URL, person: Person, { store, now, pageLimit }: AnswerOptions): Promise<DeskAnswer> {
	const [, , thing, key = ""] = url.pathname.split("/");
	if (thing === "changes") {
		const query = changesQuerySchema.safeParse(Object.fromEntries(url.searchParams));
		if (!query.success) return fail(400, "invalid_request", query.error.message);
		const { since, epoch, limit = pageLimit, endedFrom = 0, blankTo = 0 } = query.data;
		const request = { since, epoch, limit: Math.min(limit, pageLimit), endedFrom, blankTo };
		const page = await readChanges(store, { ...request, scope: scopeOf(query.data, person) }, now);
		return page.ok ? { status: 200, body: page.value } : refused(409, page);
	}
	if (thing === "checks") return { status: 200, body: { serverTime: now, checks: [], figures: [] } };
	if (thing === "histories") {
		const ids = (url.searchParams.get("ticketIds") ?? "").split(",");
		return { status: 200, body: await readHistories(store, ids) };
	}
	const detail = thing === "tickets" ? await readTicketDetail(store, key, now) : null;
	return detail ? { status: 200, body: detail } : fail(404, "not_found", "There is no such thing.");
}

function scopeOf(query: ChangesQuery, person: Person): ChangesRequest["scope"] {
	const { scope = "all", endedFrom = null, endedBefore = null } = query;
	if (scope === "all") return { kind: "all" };
	if (scope === "ended") return { kind: "ended", range: { from: endedFrom, before: endedBefore } };
	return { kind: "working", worker: { personId: person.id, teamIds: person.teamIds } };
}

function refused(status: number, result: Extract<Result<unknown>, { readonly ok: false }>): DeskAnswer {
	return fail(status, result.error.code, result.error.message);
}

export function fail(
	status: number,
	code: string,
	message: string,
	headers?: Readonly<Record<string, string>>,
): DeskAnswer {
	return { status, body: { error: { code, message } }, ...(headers ? { headers } : {}) };
}
