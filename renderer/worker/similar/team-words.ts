import { countWeight, type WordCounts } from "./word-counts.ts";

/** The cells of a table of words by teams: four bytes each, and four more while it learns. */
const MOST_CELLS = 1_000_000;
const MOST_TEAMS = 128;
/** A team with fewer tickets is not learned. */
const FEWEST_TICKETS = 5;
/** Tickets from which it learns; of fewer than half as many it learns twice. */
const MOST_LEARNED = 60_000;
const RATE = 0.5;
const DECAY = 1e-5;
const TICKETS_A_STEP = 200;
/** A walk through all tickets by steps of this share comes to each once, in no order. */
const STRIDE = 0.618;

export interface Lessons {
	/** How many tickets there are, one a slot. */
	readonly size: number;
	/** By slot: the number of the team that has it, 0 for none. */
	readonly teams: Uint32Array;
	/** By word: how many tickets have it. */
	readonly uses: Uint32Array;
	/** By word: the rarer, the more. */
	readonly rarity: Float32Array;
	readonly read: (slot: number) => WordCounts;
}

/**
 * What each word says about which team has a ticket: a softmax regression, learned ticket by ticket (AdaGrad)
 * from where past tickets are. A word that speaks for or against some team is worth more when tickets are
 * compared than one that stands in anybody's.
 */
export class TeamWords {
	/** The numbers of the teams that were learned. */
	readonly teams: Uint32Array;
	readonly #rarity: Float32Array;
	/** By word: its row in the table plus one, 0 where it has none. */
	readonly #rows: Uint32Array;
	readonly #weights: Float32Array;
	readonly #priors: Float64Array;

	constructor({ teams, uses, rarity }: Lessons) {
		const counts = countTeams(teams);
		this.teams = Uint32Array.from(counts.map(([team]) => team));
		const total = counts.reduce((sum, [, count]) => sum + count, 0);
		this.#priors = Float64Array.from(counts, ([, count]) => Math.log(count / total));
		this.#rarity = rarity;
		this.#rows = rowsOf(uses, this.teams.length === 0 ? 0 : Math.floor(MOST_CELLS / this.teams.length));
		const rows = this.#rows.reduce((most, row) => Math.max(most, row), 0);
		this.#weights = new Float32Array(rows * this.teams.length);
	}

	/** Step by step: nobody waits for more than one. */
	*learn({ size, teams, read }: Lessons): Generator<void> {
		const places = new Map(Array.from(this.teams, (team, place) => [team, place]));
		if (places.size < 2) return;
		const seen = new Float32Array(this.#weights.length).fill(1e-3);
		const stride = strideOf(size);
		const rounds = size > MOST_LEARNED / 2 ? 1 : 2;
		const steps = Math.min(size * rounds, MOST_LEARNED);
		let slot = 0;
		for (let step = 1; step <= steps; step += 1) {
			slot = (slot + stride) % size;
			const place = places.get(teams[slot] ?? 0);
			if (place !== undefined) this.#learnFrom(read(slot), place, seen);
			if (step % TICKETS_A_STEP === 0) yield;
		}
	}

	/** How likely each of `teams` is by the words of a text alone. */
	likely(text: WordCounts): Float64Array {
		return this.#likely(text, this.#scaleOf(text));
	}

	/** How much a word says about teams: how far apart its weights are. */
	tells(word: number): number {
		const row = this.#rows[word] ?? 0;
		const count = this.teams.length;
		if (row === 0 || count === 0) return 0;
		const from = (row - 1) * count;
		let sum = 0;
		let squares = 0;
		for (let at = from; at < from + count; at += 1) {
			const weight = this.#weights[at] ?? 0;
			sum += weight;
			squares += weight * weight;
		}
		return Math.sqrt(Math.max(0, squares - (sum * sum) / count));
	}

	#likely(text: WordCounts, scale: number): Float64Array {
		const scores = Float64Array.from(this.#priors);
		for (let index = 0; index < text.size; index += 1) {
			const from = this.#cellsOf(text, index);
			if (from < 0) continue;
			const value = this.#valueOf(text, index) * scale;
			for (let team = 0; team < scores.length; team += 1)
				scores[team] = (scores[team] ?? 0) + (this.#weights[from + team] ?? 0) * value;
		}
		return toShares(scores);
	}

	#learnFrom(text: WordCounts, place: number, seen: Float32Array): void {
		const scale = this.#scaleOf(text);
		const errors = this.#likely(text, scale);
		errors[place] = (errors[place] ?? 0) - 1;
		const weights = this.#weights;
		for (let index = 0; index < text.size; index += 1) {
			const from = this.#cellsOf(text, index);
			if (from < 0) continue;
			const value = this.#valueOf(text, index) * scale;
			for (let team = 0; team < errors.length; team += 1) {
				const cell = from + team;
				const gradient = (errors[team] ?? 0) * value + DECAY * (weights[cell] ?? 0);
				const sum = (seen[cell] ?? 0) + gradient * gradient;
				seen[cell] = sum;
				weights[cell] = (weights[cell] ?? 0) - (RATE * gradient) / Math.sqrt(sum);
			}
		}
	}

	/** Where the cells of a text's word begin; −1 for one that is not in the table. */
	#cellsOf(text: WordCounts, index: number): number {
		const row = this.#rows[text.words[index] ?? 0] ?? 0;
		return (row - 1) * this.teams.length;
	}

	#valueOf(text: WordCounts, index: number): number {
		return countWeight(text.counts[index] ?? 0) * (this.#rarity[text.words[index] ?? 0] ?? 0);
	}

	/** A long text is worth as much as a short one. */
	#scaleOf(text: WordCounts): number {
		let squares = 0;
		for (let index = 0; index < text.size; index += 1) squares += this.#valueOf(text, index) ** 2;
		return squares > 0 ? 1 / Math.sqrt(squares) : 0;
	}
}

/** The teams with the most tickets, and how many each has. */
function countTeams(teams: Uint32Array): readonly (readonly [number, number])[] {
	const counts = new Map<number, number>();
	for (const team of teams) if (team > 0) counts.set(team, (counts.get(team) ?? 0) + 1);
	return [...counts]
		.filter(([, count]) => count >= FEWEST_TICKETS)
		.sort(([, one], [, other]) => other - one)
		.slice(0, MOST_TEAMS);
}

/** A row for each word that several tickets have; where there is no room for all, for the most used. */
function rowsOf(uses: Uint32Array, room: number): Uint32Array {
	const words = Array.from(uses.keys()).filter((word) => (uses[word] ?? 0) > 1);
	if (words.length > room) words.sort((one, other) => (uses[other] ?? 0) - (uses[one] ?? 0));
	const rows = new Uint32Array(uses.length);
	for (const [index, word] of words.slice(0, room).entries()) rows[word] = index + 1;
	return rows;
}

function strideOf(size: number): number {
	let stride = Math.max(1, Math.floor(size * STRIDE));
	while (commonDivisor(stride, size) !== 1) stride += 1;
	return stride;
}

function commonDivisor(one: number, other: number): number {
	return other === 0 ? one : commonDivisor(other, one % other);
}

/** Scores as shares of one: the softmax, in place. */
function toShares(scores: Float64Array): Float64Array {
	let most = Number.NEGATIVE_INFINITY;
	for (const score of scores) most = Math.max(most, score);
	let sum = 0;
	for (let index = 0; index < scores.length; index += 1) {
		const share = Math.exp((scores[index] ?? 0) - most);
		scores[index] = share;
		sum += share;
	}
	for (let index = 0; index < scores.length; index += 1) scores[index] = (scores[index] ?? 0) / sum;
	return scores;
}
