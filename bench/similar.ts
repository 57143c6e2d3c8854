/**
 * Similar tickets: how often the topic of real texts that were held back is found from similar ones, and what
 * a question takes in the data worker. `npm run bench -- similar [tickets]`.
 */

import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Clocks } from "../renderer/worker/cache/clock-columns.ts";
import { COLUMN_SEGMENT_ROWS, packColumns } from "../renderer/worker/cache/column-segment.ts";
import { EMPTY_STATE } from "../renderer/worker/cache/open-cache.ts";
import { TicketCache } from "../renderer/worker/cache/ticket-cache.ts";
import { TicketColumns } from "../renderer/worker/cache/ticket-columns.ts";
import { makeTicket, seededRandom } from "../renderer/worker/fixture.ts";
import { SimilarTickets } from "../renderer/worker/similar/similar-tickets.ts";
import { makeMemoryCacheStores } from "../renderer/worker/storage/memory-cache-store.ts";
import { makeDefaultDefinitions } from "../shared/sla/default-definitions.ts";
import { type Figure, median, percentile, report } from "./figures.ts";
import { askHeldBack, makeTexts, readRealTexts, shortened, type TopicText } from "./similar/held-back.ts";

const SEEDS = [1, 2, 3];
const NOW = 1_700_000_000_000;
/** As a subject is written, at the median and at most. */
const SUBJECT = 90;
const LONGEST_SUBJECT = 200;
const QUESTIONS = 1_000;
const TEAMS = 70;
const MAX_ASK_MS = 20;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;
const size = Number(process.argv[2] ?? 100_000);
const texts = readRealTexts() ?? makeTexts(20_000);
report("similar", [...measureQuality(), ...(await measureSpeed())]);

function measureQuality(): readonly Figure[] {
	const lengths = [
		["whole texts", Number.POSITIVE_INFINITY, 85],
		[`their first ${LONGEST_SUBJECT} letters`, LONGEST_SUBJECT, null],
		[`their first ${SUBJECT} letters`, SUBJECT, null],
	] as const;
	return lengths.flatMap(([name, length, target]) => {
		const rows = texts.map((row) => ({ ...row, text: shortened(row.text, length) }));
		return SEEDS.map((seed): Figure => {
			console.error(`similar: ${name}, seed ${seed}`);
			const { right, asked, suggested, suggestedRight } = askHeldBack(rows, seed);
			const percent = (part: number, of: number) => (100 * part) / of;
			const note = `suggested for ${percent(suggested, asked).toFixed(0)} %, of these right ${percent(suggestedRight, suggested).toFixed(1)} %`;
			return {
				name: `topic right, % of ${asked}: ${name}, seed ${seed}`,
				value: percent(right, asked),
				unit: "",
				target,
				isMoreBetter: true,
				note,
			};
		});
	});
}

async function measureSpeed(): Promise<readonly Figure[]> {
	console.error(`similar: ${size} tickets`);
	const cache = await fillCache();
	const similar = new SimilarTickets(cache);
	void cache.columns.titles.words;
	const before = await memoryBytes();
	const steps: number[] = [];
	const making = similar.prepare();
	for (let isDone = false; !isDone; ) {
		const startedAt = performance.now();
		isDone = making.next().done === true;
		steps.push(performance.now() - startedAt);
	}
	const madeBytes = await memoryBytes();
	const random = seededRandom(5);
	const asked: number[] = [];
	const titles = Array.from({ length: QUESTIONS }, () => titleAt(Math.floor(random() * texts.length)));
	for (const text of titles) asked.push(timeOf(similar, text));
	// As somebody types: the words one after the other.
	const typed = titles.slice(0, QUESTIONS / 10).flatMap((text) => {
		const words = text.split(" ");
		return words.map((_, index) => timeOf(similar, words.slice(0, index + 1).join(" ")));
	});
	const at = (name: string) => `${name}, ${size.toLocaleString("en")} tickets`;
	const p95 = (name: string, samples: readonly number[], target: number | null): Figure => ({
		name: `${at(name)}, p95`,
		value: percentile(samples, 0.95),
		unit: "ms",
		target,
		note: `p50 ${median(samples).toFixed(1)} ms, most ${Math.max(...samples).toFixed(1)} ms, ${samples.length} samples`,
	});
	const sum = steps.reduce((total, one) => total + one, 0);
	return [
		p95("a subject asked", asked, MAX_ASK_MS),
		p95("a word more typed", typed, MAX_ASK_MS),
		{ name: at("the index, made in quiet time"), value: sum, unit: "ms", target: null },
		p95("one step of it", steps, null),
		{ name: at("MB of the index"), value: (madeBytes - before) / 1_048_576, unit: "MB", target: null },
	];
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

function timeOf(similar: SimilarTickets, text: string): number {
	const startedAt = performance.now();
	similar.answer({ text, kind: "incident", ticketId: null });
	return performance.now() - startedAt;
}

function titleAt(index: number): string {
	return shortened(rowAt(index).text, SUBJECT);
}

function rowAt(index: number): TopicText {
	return texts[index % texts.length] ?? { text: "", topic: "" };
}

/** The real texts as titles, again and again, each topic with teams of its own. */
async function fillCache(): Promise<TicketCache> {
	const random = seededRandom(7);
	const topics = [...new Set(texts.map(({ topic }) => topic))];
	const perTopic = Math.floor(TEAMS / topics.length);
	const columns = new TicketColumns(size);
	const clocks = new Clocks(makeDefaultDefinitions("UTC"), NOW);
	for (let counter = 0; counter < size; counter += 1) {
		const team = topics.indexOf(rowAt(counter).topic) * perTopic + Math.floor(random() ** 3 * perTopic);
		const ticket = makeTicket(counter + 1, {
			shortDescription: titleAt(counter) || "No description",
			teamId: `t${team}`,
			state: random() < 0.1 ? 2 : 7,
		});
		const slot = columns.ensureSlot(ticket.id);
		columns.ensurePosition(slot);
		columns.write(slot, ticket, clocks.factsOf(ticket), 1);
	}
	const segments = Array.from({ length: Math.ceil(size / COLUMN_SEGMENT_ROWS) }, (_, index) =>
		packColumns(columns, index),
	);
	const state = { ...EMPTY_STATE, format: "bench", epoch: "e1", cursor: 1, foldedTo: 1, isComplete: true };
	const store = await makeMemoryCacheStores().open("bench");
	const teams = Array.from({ length: TEAMS }, (_, index) => ({
		seq: index + 1,
		kind: "team" as const,
		id: `t${index}`,
		row: { id: `t${index}`, name: `Team ${index}`, isActive: true },
	}));
	const snapshot = { state, columns: segments, things: [], log: [] };
	const cache = new TicketCache({ store, snapshot, emptyState: state, now: () => NOW });
	for (const team of teams) cache.things.apply(team);
	return cache;
}
