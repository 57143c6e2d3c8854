import { isDeepStrictEqual } from "node:util";
import { readChanges } from "../../electron/background/desk/changes.ts";
import { readChangePage } from "../../renderer/worker/cache/change-page.ts";
import { FLAG } from "../../renderer/worker/cache/ticket-columns.ts";
import type { OpenGeneration } from "../../renderer/worker/engine/model.ts";
import { showIntents } from "../../renderer/worker/overlay/show-intents.ts";
import { syncPayload } from "../../renderer/worker/topics/sync-topic.ts";
import { isOpenState } from "../../shared/ticket/lifecycle.ts";
import type { Ticket } from "../../shared/ticket/ticket.ts";
import type { SimDesk } from "../desk/sim-desk.ts";
import { knownTickets } from "../station/known-tickets.ts";
import type { SimWindow } from "../station/workstation.ts";
import type { DeskTruth } from "./desk-truth.ts";
import type { Report } from "./violation.ts";

/** What a window must hold and show once everything is quiet. */
export async function checkWindow(window: SimWindow, truth: DeskTruth, report: Report): Promise<void> {
	const { generation } = window.engine.model;
	if (!generation) {
		report("I13", `${window.name} has no cache open`);
		return;
	}
	await checkBases(window, generation, truth, report);
	await checkShown(window, generation, report);
	checkCounts(window, generation, report);
}

/** I3, I10: the base is the desk's, ticket by ticket, and nothing else. */
async function checkBases(
	{ name }: SimWindow,
	{ cache }: OpenGeneration,
	{ tickets }: DeskTruth,
	report: Report,
): Promise<void> {
	for (const ticket of tickets.values()) {
		const base = await cache.readBase(ticket.id);
		if (!isDeepStrictEqual(base, ticket))
			report(
				"I3",
				`${name} has ${ticket.id} at ${base?.revision ?? "nothing"}, the desk at ${ticket.revision}`,
			);
	}
	for (const { id, slot } of knownTickets(cache.columns)) {
		if (!cache.columns.isAlive(slot) || tickets.has(id)) continue;
		const isMadeHere = cache.overlay.laneOf(id).some(({ intent }) => intent.type === "create");
		if (!isMadeHere) report("I10", `${name} shows ${id}, which the desk does not have`);
	}
}

/** I9: shown is base ⊕ pending; without pending exactly the base. */
async function checkShown(
	{ name }: SimWindow,
	{ cache, outbox }: OpenGeneration,
	report: Report,
): Promise<void> {
	const lanes = Map.groupBy(outbox.entries, (entry) => entry.intent.ticketId);
	for (const { id, slot } of knownTickets(cache.columns)) {
		if (!cache.columns.isAlive(slot)) continue;
		const base = await cache.readBase(id);
		const lane = (lanes.get(id) ?? []).filter((entry) => cache.needs(entry));
		const expected = lane.length > 0 ? showIntents(base, lane)?.ticket : base;
		const difference = expected ? differenceInColumns(cache, slot, expected) : "nothing to show";
		if (difference) report("I9", `${name} shows ${id} wrongly: ${difference}`);
	}
}

function differenceInColumns(
	{ columns }: OpenGeneration["cache"],
	slot: number,
	ticket: Ticket,
): string | null {
	const { data } = columns;
	const pairs: readonly (readonly [string, unknown, unknown])[] = [
		["title", columns.titles.get(slot), ticket.shortDescription],
		["number", columns.numberOf(slot), ticket.number],
		["state", data.state[slot], ticket.state],
		["priority", data.priority[slot], ticket.priority],
		["impact", data.impact[slot], ticket.impact],
		["assignee", data.assignee[slot], columns.people.find(ticket.assigneeId ?? "")],
		["team", data.team[slot], columns.teams.find(ticket.teamId ?? "")],
		["updatedAt", data.updatedAt[slot], ticket.updatedAt],
	];
	const wrong = pairs.find(([, shown, expected]) => shown !== expected);
	return wrong ? `${wrong[0]} is ${String(wrong[1])}, not ${String(wrong[2])}` : null;
}

/** I12: every counter equals a recount. */
function checkCounts({ name, engine }: SimWindow, generation: OpenGeneration, report: Report): void {
	const { cache, views, outbox } = generation;
	const counts = views.counts();
	const alive = knownTickets(cache.columns).filter(({ slot }) => cache.columns.isAlive(slot));
	const open = alive.filter(({ slot }) => {
		const isOpen = isOpenState(cache.columns.kindOf(slot), cache.columns.data.state[slot] ?? 0);
		if (isOpen !== ((cache.columns.data.flags[slot] ?? 0) & FLAG.open) > 0)
			report("I12", `${name}: slot ${slot} is flagged wrongly`);
		return isOpen;
	});
	if (counts.all !== alive.length)
		report("I12", `${name} counts ${counts.all} tickets, there are ${alive.length}`);
	if (counts.open !== open.length)
		report("I12", `${name} counts ${counts.open} open, there are ${open.length}`);
	const sync = syncPayload(engine.model);
	const waiting = outbox.entries.filter(({ phase }) => phase !== "applied").length;
	if (sync.pending !== waiting) report("I12", `${name} counts ${sync.pending} waiting, there are ${waiting}`);
}

/** I7: any part of the feed again changes nothing. */
export async function checkSuffix(
	window: SimWindow,
	desk: SimDesk,
	since: number,
	report: Report,
): Promise<void> {
	const { generation } = window.engine.model;
	if (!generation) return;
	const { store } = desk;
	const page = await readChanges(
		store,
		{ since, epoch: undefined, limit: 5_000, scope: { kind: "all" }, endedFrom: 0, blankTo: 0 },
		0,
	);
	if (!page.ok) return;
	const before = fingerprint(generation);
	// Other workstations may write while this one has come to rest: only what it was told is told again.
	const heard = generation.cache.cursor;
	const changes = page.value.changes.filter(({ seq }) => seq <= heard);
	await generation.cache.commitPage(readChangePage({ ...page.value, changes, next: heard }));
	if (fingerprint(generation) !== before)
		report("I7", `${window.name}: the feed from ${since} again changed something`);
}

function fingerprint({ cache }: OpenGeneration): string {
	const { columns, things } = cache;
	const rows = knownTickets(columns).map(({ id, slot }) => [
		id,
		columns.titles.get(slot),
		columns.data.state[slot],
		columns.data.revision[slot],
	]);
	return JSON.stringify([rows, [...things.people.values()], cache.cursor]);
}
