import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ciSchema, personSchema } from "../../../../shared/api/directory.ts";
import type { HistoryEntry } from "../../../../shared/api/tickets.ts";
import { ticketSchema } from "../../../../shared/api/tickets.ts";
import { blankTicket } from "../../../../shared/ticket/blank.ts";
import { foldEntry, foldHistory } from "../../../../shared/ticket/fold.ts";
import { judgeChange } from "../../../../shared/ticket/judge.ts";
import { isOpenState, lifecycleOf } from "../../../../shared/ticket/lifecycle.ts";
import type { Ticket, TicketPatch } from "../../../../shared/ticket/ticket.ts";
import { openStore } from "../../store/open-store.ts";
import { ensureStandingPeople, findPerson } from "../../store/people.ts";
import { OWNER_PERSON_ID } from "../../store/ports.ts";
import { fromCiRow, fromHistoryRow, fromPersonRow, fromTicketRow } from "../../store/rows.ts";
import type { Store } from "../../store/store.ts";
import { fillSample } from "./fill-sample.ts";

const NOW = Date.UTC(2026, 3, 14, 15, 40);
const ENDPOINTS = { http: 1, mail: 2, doors: 3, dns: 4 };

interface MadeTicket {
	readonly ticket: Ticket;
	readonly history: readonly HistoryEntry[];
}

let folder = "";
let store: Store;
let made: readonly MadeTicket[] = [];

async function fill(dataDir: string, tickets: number): Promise<Store> {
	const opened = await openStore({ dataDir });
	await ensureStandingPeople(opened);
	await fillSample(opened, {
		tickets,
		now: NOW,
		zone: "Europe/London",
		endpoints: ENDPOINTS,
		onProgress: () => undefined,
	});
	return opened;
}

async function readTickets(from: Store): Promise<readonly MadeTicket[]> {
	const rows = await from.reader.selectFrom("ticket").selectAll().orderBy("number").execute();
	const entries = await from.reader.selectFrom("history").selectAll().orderBy("revision").execute();
	const histories = Map.groupBy(entries.map(fromHistoryRow), ({ ticketId }) => ticketId);
	return rows.map(fromTicketRow).map((ticket) => ({ ticket, history: histories.get(ticket.id) ?? [] }));
}

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "deskwatch-sample-"));
	store = await fill(folder, 2_000);
	made = await readTickets(store);
});

afterAll(async () => {
	await store.close();
	rmSync(folder, { recursive: true, force: true });
});

/** What the lifecycle says of each step, replayed from the history. */
function judgeSteps({ ticket, history }: MadeTicket): readonly string[] {
	const { id, kind, number } = ticket;
	let before = blankTicket(id, kind, number);
	return history.flatMap((entry) => {
		const set = Object.fromEntries(Object.entries(entry.changes).map(([field, { to }]) => [field, to]));
		const judged = judgeChange(before, {
			set: set as TicketPatch,
			note: entry.note ?? undefined,
			actor: entry.actor.kind === "system" ? "system" : "person",
		});
		before = foldEntry(before, entry);
		return judged.ok ? [] : [`${number} r${entry.revision}: ${judged.error.message}`];
	});
}

describe("the sample desk", () => {
	it("has tickets of all four kinds, some five to eight in a hundred of them open", () => {
		expect(made).toHaveLength(2_000);
		expect(new Set(made.map(({ ticket }) => ticket.kind))).toEqual(
			new Set(["incident", "request", "problem", "change"]),
		);
		const open = made.filter(({ ticket }) => isOpenState(ticket.kind, ticket.state)).length;
		expect(open).toBeGreaterThanOrEqual(100);
		expect(open).toBeLessThanOrEqual(160);
	});

	it("lets every ticket live by its lifecycle's rules", () => {
		expect(made.flatMap(judgeSteps)).toEqual([]);
	});

	it("keeps rows that are the sum of their history, and fit what consoles read", () => {
		for (const { ticket, history } of made) {
			expect(foldHistory(ticket, history)).toEqual(ticket);
			ticketSchema.parse(ticket);
			expect(history.every(({ occurredAt }) => occurredAt <= NOW)).toBe(true);
		}
	});

	it("shows every state that a person may meet: held, reopened, resolved, closed, canceled", () => {
		const incidents = made.map(({ ticket }) => ticket).filter(({ kind }) => kind === "incident");
		for (const state of lifecycleOf("incident").states) {
			expect(incidents.some((ticket) => ticket.state === state.value)).toBe(true);
		}
		expect(incidents.some(({ reopenCount }) => reopenCount > 0)).toBe(true);
	});

	it("gives the desk's owner two teams and work of their own", async () => {
		const owner = await findPerson(store.reader, OWNER_PERSON_ID);
		expect(owner?.teamIds).toHaveLength(2);
		const open = made.filter(({ ticket }) => isOpenState(ticket.kind, ticket.state));
		expect(open.filter(({ ticket }) => ticket.assigneeId === OWNER_PERSON_ID).length).toBeGreaterThanOrEqual(
			3,
		);
		expect(open.filter(({ ticket }) => owner?.teamIds.includes(ticket.teamId ?? "")).length).toBeGreaterThan(
			10,
		);
	});

	it("names only people, teams and CIs that are there", async () => {
		const people = (await store.reader.selectFrom("person").selectAll().execute()).map(fromPersonRow);
		const cis = (await store.reader.selectFrom("ci").selectAll().execute()).map(fromCiRow);
		for (const person of people) personSchema.parse(person);
		for (const ci of cis) ciSchema.parse(ci);
		const ids = new Set([...people, ...cis].map(({ id }) => id));
		const named = made.flatMap(({ ticket, history }) => [
			ticket.callerId,
			ticket.assigneeId,
			ticket.ciId,
			ticket.serviceId,
			...history.map(({ actor }) => actor.id),
		]);
		expect(named.filter((id) => id !== null && !ids.has(id))).toEqual([]);
		expect(cis.flatMap(({ dependsOnIds }) => dependsOnIds).filter((id) => !ids.has(id))).toEqual([]);
	});

	it("leaves no slot of a text unfilled", () => {
		const texts = made.map(
			({ ticket }) => `${ticket.shortDescription} ${ticket.description} ${ticket.closeNotes}`,
		);
		expect(texts.filter((text) => /[{}]/.test(text))).toEqual([]);
	});

	it("makes the same desk of the same seed and moment, and takes a filling up again that was cut short", async () => {
		const otherFolder = mkdtempSync(join(tmpdir(), "deskwatch-sample-"));
		const other = await fill(otherFolder, 300);
		const first = await readTickets(other);
		await other.write(async ({ tx }) => {
			const removed = first.slice(100).map(({ ticket }) => ticket.id);
			await tx.deleteFrom("history").where("ticket_id", "in", removed).execute();
			await tx.deleteFrom("ticket").where("id", "in", removed).execute();
		});
		await other.close();
		const again = await fill(otherFolder, 300);
		expect(await readTickets(again)).toEqual(first);
		await again.close();
		rmSync(otherFolder, { recursive: true, force: true });
	});
});
