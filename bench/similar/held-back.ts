/** How often the topic of a text is found from similar ones, by tests and measurements. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { Titles } from "../../renderer/worker/cache/titles.ts";
import { seededRandom } from "../../renderer/worker/fixture.ts";
import { bestTeamFor, LOOKED_AT, teamFor } from "../../renderer/worker/similar/find-similar.ts";
import { SimilarIndex } from "../../renderer/worker/similar/similar-index.ts";

const REAL_TEXTS = resolve(import.meta.dirname, "../../../shared/data/it-service-tickets.csv.gz");

export interface TopicText {
	readonly text: string;
	readonly topic: string;
}

/** The real ones, or `null` where they are not here. */
export function readRealTexts(): readonly TopicText[] | null {
	if (!existsSync(REAL_TEXTS)) return null;
	return parse<TopicText>(gunzipSync(readFileSync(REAL_TEXTS)), { columns: true });
}

/** Texts of a few words that belong to a topic among many that belong to all. */
export function makeTexts(count: number): readonly TopicText[] {
	const random = seededRandom(11);
	const pick = (length: number) => Math.floor(random() * length);
	return Array.from({ length: count }, () => {
		const topic = pick(6);
		const words = Array.from({ length: 8 }, () =>
			random() < 0.3 ? `about${topic}x${pick(40)}` : `word${pick(200)}`,
		);
		return { text: words.join(" "), topic: `topic ${topic}` };
	});
}

/** As a subject is: its first words. */
export function shortened(text: string, length: number): string {
	return text.length <= length ? text : text.slice(0, text.lastIndexOf(" ", length) + 1 || length).trim();
}

export interface HeldBack {
	/** Of all that were asked, how many got their own topic as the likeliest. */
	readonly right: number;
	readonly asked: number;
	/** How many of them got a suggestion that would be shown, and how many of those were right. */
	readonly suggested: number;
	readonly suggestedRight: number;
	readonly tookMs: readonly number[];
}

/** Learns four fifths, asks for the others, or for as many of them as are wanted. */
export function askHeldBack(
	texts: readonly TopicText[],
	seed: number,
	most = Number.POSITIVE_INFINITY,
): HeldBack {
	const shuffled = shuffle(texts, seed);
	const heldBack = Math.floor(texts.length / 5);
	const known = shuffled.slice(heldBack);
	const topics = [...new Set(texts.map(({ topic }) => topic))];
	const index = makeIndex(
		known.map(({ text }) => text),
		known.map(({ topic }) => topics.indexOf(topic) + 1),
	);
	const tookMs: number[] = [];
	const counts = { right: 0, suggested: 0, suggestedRight: 0 };
	const asked = shuffled.slice(0, Math.min(heldBack, most));
	for (const { text, topic } of asked) {
		const startedAt = performance.now();
		const nearest = index.near(text, { limit: LOOKED_AT, isWanted: () => true, late: new Set() });
		const question = {
			index,
			text,
			nearest,
			teamOf: (slot: number) => known[slot]?.topic ?? null,
			teamAt: (team: number) => topics[team - 1] ?? null,
		};
		const best = bestTeamFor(question);
		const suggested = teamFor(question);
		tookMs.push(performance.now() - startedAt);
		if (best === topic) counts.right += 1;
		if (suggested) counts.suggested += 1;
		if (suggested?.teamId === topic) counts.suggestedRight += 1;
	}
	return { ...counts, asked: asked.length, tookMs };
}

/** Of titles, with the number of the team of each. */
function makeIndex(texts: readonly string[], teams: readonly number[]): SimilarIndex {
	const titles = new Titles();
	titles.reserve(texts.length);
	for (const [slot, text] of texts.entries()) titles.set(slot, text);
	const making = SimilarIndex.make(titles.words, Uint32Array.from(teams));
	for (;;) {
		const step = making.next();
		if (step.done) return step.value;
	}
}

function shuffle<Item>(items: readonly Item[], seed: number): readonly Item[] {
	const random = seededRandom(seed);
	return items
		.map((item) => ({ item, at: random() }))
		.sort((one, other) => one.at - other.at)
		.map(({ item }) => item);
}
