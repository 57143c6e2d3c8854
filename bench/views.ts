/**
 * The data worker's part of a keystroke, without browser and disk: reading the columns, words, filters,
 * orders, opening by number, and what a ticket takes in memory. `npm run bench -- views [tickets…]`.
 */
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Clocks } from "../renderer/worker/cache/clock-columns.ts";
import {
	COLUMN_SEGMENT_ROWS,
	type ColumnSegment,
	packColumns,
} from "../renderer/worker/cache/column-segment.ts";
import { EMPTY_STATE } from "../renderer/worker/cache/open-cache.ts";
import { TicketCache } from "../renderer/worker/cache/ticket-cache.ts";
import { TicketColumns } from "../renderer/worker/cache/ticket-columns.ts";
import { makeTicket, seededRandom } from "../renderer/worker/fixture.ts";
import { makeMemoryCacheStores } from "../renderer/worker/storage/memory-cache-store.ts";
import { ViewEngine } from "../renderer/worker/views/view-engine.ts";
import type { ViewOrder, ViewQuery } from "../renderer/worker/views/view-protocol.ts";
import { makeDefaultDefinitions } from "../shared/sla/default-definitions.ts";
import { type Figure, median, percentile, report } from "./figures.ts";

const SIZES = [100_000, 1_000_000];
const NOW = 1_700_000_000_000;
const VOCABULARY =
	"printer password reset access vpn laptop outlook network drive share slow error Citrix account locked new user monitor phone server backup email Excel licence request install update Wi-Fi badge mouse SAP report".split(
		" ",
	);
const TYPED = ["password", "printer access", "vpn", "inc0012", "agent 19", "laptop new"];
/** What the palette and the page of the search are asked: numbers, names, filters, quotes, errors, common words. */
const SEARCHED = [
	"printer access",
	"inc 0012 345",
	"agnet 19",
	"passwrod reset",
	"laptop p4 is:open older:3d",
	'"password reset" -vpn',
	"e a",
];
const SHOWN = 8;
const ORDERS: readonly ViewOrder["by"][] = [
	"number",
	"priority",
	"updatedAt",
	"dueAt",
	"shortDescription",
	"assignee",
];
const ANY: ViewQuery = {
	kinds: [],
	states: [],
	isOpen: false,
	priorities: [],
	teamIds: [],
	assigneeIds: [],
	isMyTeams: false,
	isBreachingNext: false,
	text: "",
	order: { by: "updatedAt", isDescending: true },
};
const WINDOW = { from: 0, count: 60 };
const clocks = new Clocks(makeDefaultDefinitions("UTC"), NOW);
/** In memory before and after what is measured, so that it is not counted. */
const disk = new Map<number, readonly ColumnSegment[]>();

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;
const sizes = process.argv.slice(2).map(Number);
const figures: Figure[] = [];
for (const size of sizes.length > 0 ? sizes : SIZES) figures.push(...(await measureSize(size)));
report("views", figures);

async function measureSize(size: number): Promise<readonly Figure[]> {
	console.error(`views: ${size} generated tickets`);
	const store = await makeMemoryCacheStores().open("bench");
	const segments = makeSegments(size);
	disk.set(size, segments);
	const before = await memoryBytes();
	const state = { ...EMPTY_STATE, format: "bench", epoch: "e1", cursor: 1, foldedTo: 1, isComplete: true };
	const snapshot = { state, columns: segments, things: [], log: [] };
	const [readMs, cache] = timed(
		() => new TicketCache({ store, snapshot, emptyState: state, now: () => NOW }),
	);
	const columnsBytes = (await memoryBytes()) - before;
	const views = new ViewEngine(cache, { personId: "p7", teamIds: ["t3"] }, () => NOW);
	const firstViewMs = timed(() => views.slice(ANY, WINDOW))[0];
	const sorts = ORDERS.map((by) => timed(() => views.slice(orderedBy(by), WINDOW))[0]);
	const warmMs = timed(() => [...views.warm()])[0];
	const allBytes = (await memoryBytes()) - before;
	const limitMs = size > 100_000 ? 100 : 50;
	const at = (name: string) => `${name}, ${size.toLocaleString("en")} tickets`;
	const bytes = (name: string, value: number): Figure => ({ name: at(name), value, unit: "", target: null });
	return [
		{ name: at("columns, from what lies on disk"), value: readMs, unit: "ms", target: null },
		{ name: at("first view"), value: firstViewMs, unit: "ms", target: null },
		p95(at("a letter more"), measureTyping(views), limitMs),
		p95(at("a letter more of a ranked search"), measureSearch(views), limitMs),
		p95(at("a filter"), measureFilters(views), limitMs),
		p95(at("another order, first time"), sorts, null),
		{ name: at("all orders ahead"), value: warmMs, unit: "ms", target: null },
		p95(
			at("another order, sorted ahead"),
			ORDERS.map((by) => timed(() => again(views, by))[0]),
			limitMs,
		),
		p95(at("a ticket by number"), measureNumbers(views, size), limitMs),
		bytes("bytes a ticket, columns", columnsBytes / size),
		bytes("bytes a ticket, with all orders", allBytes / size),
	];
}

/** What the disk would hold: filled row by row once, then packed. */
function makeSegments(size: number): readonly ColumnSegment[] {
	const random = seededRandom(7);
	const columns = new TicketColumns(size);
	const pick = (count: number) => Math.floor(random() * count);
	const words = () =>
		Array.from({ length: 5 + pick(4) }, () => VOCABULARY[pick(VOCABULARY.length)]).join(" ");
	for (let counter = 1; counter <= size; counter += 1) {
		const ticket = makeTicket(counter, {
			shortDescription: `${words()} ${pick(1_000)}`,
			teamId: `t${pick(70)}`,
			assigneeId: pick(4) === 0 ? null : `p${pick(200)}`,
			callerId: `c${pick(5_000)}`,
			state: [1, 2, 3, 6, 7, 7, 7, 7][pick(8)] ?? 7,
			updatedAt: NOW - pick(86_400_000 * 300),
		});
		const slot = columns.ensureSlot(ticket.id);
		columns.ensurePosition(slot);
		columns.write(slot, ticket, clocks.factsOf(ticket), 1);
	}
	return Array.from({ length: Math.ceil(size / COLUMN_SEGMENT_ROWS) }, (_, index) =>
		packColumns(columns, index),
	);
}

/** Letter by letter, as the field hands it on. */
function measureTyping(views: ViewEngine): readonly number[] {
	return TYPED.flatMap((text) =>
		Array.from(text, (_, index) => {
			const query = { ...ANY, text: text.slice(0, index + 1) };
			return timed(() => views.slice(query, WINDOW))[0];
		}),
	);
}

/** Letter by letter, ranked, with the reasons. */
function measureSearch(views: ViewEngine): readonly number[] {
	return SEARCHED.flatMap((text) =>
		Array.from(text, (_, index) => timed(() => views.search(text.slice(0, index + 1), SHOWN))[0]),
	);
}

function measureFilters(views: ViewEngine): readonly number[] {
	const queries: readonly ViewQuery[] = [
		{ ...ANY, isOpen: true },
		{ ...ANY, states: [1, 2] },
		{ ...ANY, priorities: [4], assigneeIds: ["me"] },
		{ ...ANY, isMyTeams: true },
		{ ...ANY, isOpen: true, isBreachingNext: true },
	];
	return queries.map((query) => timed(() => views.slice(query, WINDOW))[0]);
}

function measureNumbers(views: ViewEngine, size: number): readonly number[] {
	return Array.from({ length: 20 }, (_, index) => {
		const number = `INC${String(Math.ceil((size * (index + 1)) / 20)).padStart(7, "0")}`;
		return timed(() => views.slotOfNumber(number))[0];
	});
}

function orderedBy(by: ViewOrder["by"]): ViewQuery {
	return { ...ANY, order: { by, isDescending: false } };
}

/** Another filter, so that nothing kept answers; the order is there. */
function again(views: ViewEngine, by: ViewOrder["by"]) {
	return views.slice({ ...orderedBy(by), isOpen: true }, WINDOW);
}

function timed<Value>(work: () => Value): readonly [number, Value] {
	const startedAt = performance.now();
	const value = work();
	return [performance.now() - startedAt, value];
}

function p95(name: string, samples: readonly number[], target: number | null): Figure {
	const note = `p50 ${median(samples).toFixed(1)} ms, ${samples.length} samples`;
	return { name: `${name}, p95`, value: percentile(samples, 0.95), unit: "ms", target, note };
}

async function memoryBytes(): Promise<number> {
	// Buffers are freed some time after what held them.
	for (let round = 0; round < 3; round += 1) {
		collectGarbage();
		await setTimeout(50);
	}
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}
