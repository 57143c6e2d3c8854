import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findHistory, findTicket } from "../electron/background/desk/find-ticket.ts";
import { takeIntents } from "../electron/background/desk/intents.ts";
import { makeId } from "../electron/background/store/crypto.ts";
import { openStore } from "../electron/background/store/open-store.ts";
import { toPersonRow, toTeamRow } from "../electron/background/store/rows.ts";
import type { Store } from "../electron/background/store/store.ts";
import { makeChangeEntry, makeCreateEntry } from "../renderer/worker/outbox/make-entry.ts";
import { showIntents } from "../renderer/worker/overlay/show-intents.ts";
import type { OutboxEntry } from "../renderer/worker/storage/outbox-store.ts";
import { computeClocks } from "../shared/sla/clock.ts";
import { compileDefinitions } from "../shared/sla/compile-definitions.ts";
import { makeDefaultDefinitions } from "../shared/sla/default-definitions.ts";
import { editCalendar, editPolicy } from "../shared/sla/fixture.ts";
import type { Definitions } from "../shared/sla/policy.ts";
import type { FieldChanges } from "../shared/ticket/apply.ts";
import { foldHistory } from "../shared/ticket/fold.ts";
import { judgeChange } from "../shared/ticket/judge.ts";
import type { Note, Ticket, TicketPatch } from "../shared/ticket/ticket.ts";

const MINUTE = 60_000;
const DAYS_A_RUN = 50;
const RUNS = 20;
/** A Thursday; on the Sunday after it Berlin's clocks go back. */
const FROM = Date.parse("2026-10-22T06:00Z");
const DEVICE = "0190a000-0000-7000-8000-0000000000aa";

let store: Store;
const dataDir = mkdtempSync(join(tmpdir(), "deskwatch-clocks-"));

beforeAll(async () => {
	store = await openStore({ dataDir });
	const person = { email: null, phone: null, location: null, department: null, isVip: false, isActive: true };
	await store.write(async ({ tx }) => {
		for (const id of ["network", "servers"])
			await tx
				.insertInto("team")
				.values(toTeamRow({ id, name: id, isActive: true }))
				.execute();
		for (const id of ["ada", "cleo"])
			await tx
				.insertInto("person")
				.values(toPersonRow({ ...person, id, name: id, roles: ["agent"], teamIds: [] }))
				.execute();
	});
});
afterAll(async () => {
	await store.close();
	rmSync(dataDir, { recursive: true, force: true });
});

interface Act {
	readonly set: TicketPatch;
	readonly note?: Note;
}

const comment = { kind: "comment", text: "We are looking into it." } as const;
const closing = { state: 6, closeCode: "Solved (Permanently)", closeNotes: "done" } as const;
const hold = (holdReason: number): Act => ({
	set: { state: 3, holdReason, followUpAt: 9e12 },
	...(holdReason === 1 ? { note: comment } : {}),
});

const act = fc.constantFrom<Act>(
	{ set: { state: 2, assigneeId: "ada" } },
	{ set: { state: 2, assigneeId: "ada" } },
	hold(1),
	hold(1),
	hold(4),
	hold(5),
	{ set: closing },
	{ set: closing },
	{ set: { impact: 1, urgency: 1 } },
	{ set: { impact: 3, urgency: 2 } },
	{ set: { urgency: 3 } },
	{ set: { teamId: "network" } },
	{ set: { teamId: "servers", assigneeId: null } },
	{ set: {}, note: comment },
	{ set: {}, note: { kind: "workNote", text: "No dial tone." } },
);

/** What one agent does to one ticket; where `isSynced`, the workstation reaches the desk after it. */
const day = fc.record({
	opensAfter: fc.integer({ min: 0, max: 600 }),
	acts: fc.array(fc.record({ act, after: fc.integer({ min: 1, max: 900 }), isSynced: fc.boolean() }), {
		maxLength: 10,
	}),
});
type Day = typeof day extends fc.Arbitrary<infer Value> ? Value : never;

const edit = fc.record({
	after: fc.integer({ min: 0, max: 6 * 1_440 }),
	hours: fc.integer({ min: 1, max: 30 }),
	pausedBy: fc.constantFrom([], [1], [1, 3, 4, 5]),
	open: fc.constantFrom([480, 1_080], [540, 1_020], [0, 1_440]),
	kind: fc.constantFrom("calendar", "policy", "response"),
});

function definitionsOf(
	edits: readonly (typeof edit extends fc.Arbitrary<infer Value> ? Value : never)[],
): Definitions {
	return edits.reduce<Definitions>((definitions, { kind, after, hours, pausedBy, open }) => {
		const from = FROM + after * MINUTE;
		const [start = 0, end = 1_440] = open;
		if (kind === "calendar")
			return editCalendar(definitions, from, {
				weekdays: Array.from({ length: 7 }, () => [[start, end] as const]),
			});
		const targets = ([1, 2, 3, 4, 5] as const).map(
			(priority) => ({ priority, amount: hours * priority, unit: "hour", calendarId: null }) as const,
		);
		const id = kind === "policy" ? "sla-resolution" : "sla-response";
		return editPolicy(definitions, { id, from }, { targets, pausedBy: kind === "policy" ? pausedBy : [] });
	}, makeDefaultDefinitions("Europe/Berlin"));
}

/** An edit as a workstation made it. */
interface Made {
	readonly entry: OutboxEntry;
	readonly at: number;
	readonly isSynced: boolean;
}

let made = 0;

/** The edits of a day as an agent makes them on what the screen shows; what the rules refuse is not made. */
function liveThrough({ opensAfter, acts }: Day, isAlwaysOnline: boolean): readonly Made[] {
	const ticketId = makeId();
	let at = FROM + opensAfter * MINUTE;
	let syncedAt = at - 1;
	const making = () => ({
		intentId: makeId(),
		personId: "ada",
		occurredAt: at,
		syncedAt,
		numbers: { order: ++made, provisional: 1 },
	});
	const set = {
		shortDescription: "No dial tone",
		callerId: "cleo",
		impact: 2,
		urgency: 2,
		teamId: "network",
	} as const;
	const opening = makeCreateEntry(ticketId, { kind: "incident", set }, making());
	const lane: Made[] = [{ entry: opening, at, isSynced: true }];
	for (const { act: wanted, after, isSynced } of acts) {
		at += after * MINUTE;
		const shown = shownBy(lane);
		const change = { set: wanted.set, note: wanted.note };
		if (!shown || !judgeChange(shown, { ...change, actor: "person" }).ok) continue;
		// The desk gives each edit before this one a revision, so the base is what is shown.
		const entry = makeChangeEntry({ shown, base: shown }, { ticketId, ...wanted }, making());
		lane.push({ entry, at, isSynced: isSynced || isAlwaysOnline });
		if (isSynced || isAlwaysOnline) syncedAt = at;
	}
	return lane;
}

function shownBy(lane: readonly Made[]): Ticket | null {
	return (
		showIntents(
			null,
			lane.map(({ entry }) => entry),
		)?.ticket ?? null
	);
}

/** Sends what has gathered until each sync, one stretch after the other, all days side by side. */
async function send(days: readonly (readonly Made[])[]): Promise<void> {
	const waiting = days.map(splitBySync);
	for (let round = 0; waiting.some((stretches) => round < stretches.length); round += 1) {
		const batch = waiting.flatMap((stretches) => stretches[round] ?? []);
		const now = Math.max(...batch.map(({ at }) => at)) + MINUTE;
		for (let from = 0; from < batch.length; from += 200) {
			const intents = batch.slice(from, from + 200).map(({ entry }) => entry.intent);
			const taken = await takeIntents(
				{ deviceId: DEVICE, fence: 1, intents },
				{ store, personId: "ada", now },
			);
			if (!taken.ok) throw new Error(taken.error.message);
			for (const result of taken.value) expect(["applied", "merged"]).toContain(result.status);
		}
	}
}

function splitBySync(lane: readonly Made[]): readonly (readonly Made[])[] {
	const stretches: Made[][] = [[]];
	for (const one of lane) {
		stretches.at(-1)?.push(one);
		if (one.isSynced) stretches.push([]);
	}
	return stretches.filter((stretch) => stretch.length > 0);
}

const idOf = (lane: readonly Made[]): string => lane[0]?.entry.intent.ticketId ?? "";

async function recomputed(ticketId: string): Promise<Ticket> {
	const ticket = await findTicket(store.reader, ticketId);
	if (!ticket) throw new Error("the desk has the ticket");
	const history = await findHistory(store.reader, ticketId);
	return foldHistory(
		ticket,
		history.map((entry) => ({ ...entry, changes: entry.changes as FieldChanges })),
	);
}

describe("a thousand random workdays", () => {
	it("give the same clocks online, offline and then synced, as shown meanwhile, and computed anew from the history", async () => {
		let compared = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.array(day, { minLength: DAYS_A_RUN, maxLength: DAYS_A_RUN }),
				fc.array(edit, { maxLength: 4 }),
				fc.integer({ min: 0, max: 12 * 1_440 }),
				async (days, edits, after) => {
					const online = days.map((one) => liveThrough(one, true));
					const offline = days.map((one) => liveThrough(one, false));
					await send(online);
					await send(offline);
					const definitions = compileDefinitions(definitionsOf(edits));
					const now = FROM + after * MINUTE;
					for (const [index, lane] of offline.entries()) {
						const [there, here] = [idOf(online[index] ?? []), idOf(lane)];
						const desk = await findTicket(store.reader, there);
						const synced = await findTicket(store.reader, here);
						const clocks = desk && computeClocks(definitions, desk, now);
						expect(clocks?.length).toBeGreaterThanOrEqual(3);
						for (const other of [synced, shownBy(lane), await recomputed(there), await recomputed(here)])
							expect(other && computeClocks(definitions, other, now)).toEqual(clocks);
						compared += 1;
					}
				},
			),
			{ numRuns: RUNS },
		);
		expect(compared).toBeGreaterThanOrEqual(RUNS * DAYS_A_RUN);
	}, 300_000);
});
