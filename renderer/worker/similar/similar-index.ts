import type { TitleWords } from "../cache/title-words.ts";
import { PlainWords } from "./plain-words.ts";
import { type Lessons, TeamWords } from "./team-words.ts";
import { countWeight, MOST_COUNTED, WordCounts } from "./word-counts.ts";

/** A ticket that is like what was asked. */
export interface Neighbour {
	readonly slot: number;
	/** 0 nothing in common … 1 the same words. */
	readonly similarity: number;
}

export interface NearQuery {
	readonly limit: number;
	readonly isWanted: (slot: number) => boolean;
	/** Written since the index was made: compared as they are now. */
	readonly late: ReadonlySet<number>;
}

const TITLES_A_STEP = 5_000;
/** Places of words read for one question, the rarest words' first. */
const MOST_PLACES = 400_000;
const MOST_LATE = 2_000;
const COUNT_BITS = 4;
/** So much of a word's worth does not come from what it says about teams. */
const OWN_WORTH = 0.05;

/**
 * Titles by their words: for each word, where it is, as numbers in one array. Two titles are the more alike, the
 * more words that say something they share (cosine of weighted words).
 */
export class SimilarIndex {
	readonly teamWords: TeamWords;
	/** Slots from here on are not in it. */
	readonly size: number;
	readonly #titles: TitleWords;
	readonly #plain: PlainWords;
	readonly #counts = new WordCounts();
	/** By word, one more than there are: where its places begin. */
	readonly #starts: Uint32Array;
	/** Slot and count of each place, in one number. */
	readonly #places: Uint32Array;
	/** By word: what it is worth. */
	readonly #worth: Float32Array;
	readonly #worthOfNew: number;
	/** By slot: what makes all titles equally long. */
	readonly #scales: Float32Array;
	readonly #marks: Uint32Array;
	#sums: Float32Array;

	/** Step by step; `teams` are by slot, 0 for none. */
	static *make(titles: TitleWords, teams: Uint32Array): Generator<void, SimilarIndex> {
		const plain = new PlainWords();
		const size = teams.length;
		plain.of(titles.book);
		yield;
		const counts = new WordCounts();
		const read = (slot: number): WordCounts => {
			counts.read(titles.codesOf(slot), plain.of(titles.book));
			return counts;
		};
		const uses = new Uint32Array(plain.size);
		for (const slot of slotsOf(size)) {
			const { words, size: different } = read(slot);
			for (let index = 0; index < different; index += 1) add(uses, words[index] ?? 0);
			if (isStepDone(slot)) yield;
		}
		const rarity = Float32Array.from(uses, (used) => Math.sqrt(Math.log(1 + size / Math.max(1, used))));
		const lessons: Lessons = { size, teams, uses, rarity, read };
		const teamWords = new TeamWords(lessons);
		yield* teamWords.learn(lessons);
		const worth = rarity.map((rare, word) => Math.sqrt(rare * (teamWords.tells(word) + OWN_WORTH)));
		const index = new SimilarIndex({ titles, plain, teamWords, uses, worth, size });
		yield* index.#fill(read);
		return index;
	}

	private constructor(made: {
		readonly titles: TitleWords;
		readonly plain: PlainWords;
		readonly teamWords: TeamWords;
		readonly uses: Uint32Array;
		readonly worth: Float32Array;
		readonly size: number;
	}) {
		const { titles, plain, teamWords, uses, worth, size } = made;
		this.#titles = titles;
		this.#plain = plain;
		this.teamWords = teamWords;
		this.size = size;
		this.#worth = worth;
		this.#worthOfNew = worth.length === 0 ? 1 : worth.reduce((sum, one) => sum + one, 0) / worth.length;
		this.#starts = new Uint32Array(uses.length + 1);
		for (let word = 0; word < uses.length; word += 1)
			this.#starts[word + 1] = (this.#starts[word] ?? 0) + (uses[word] ?? 0);
		this.#places = new Uint32Array(this.#starts[uses.length] ?? 0);
		this.#scales = new Float32Array(size);
		this.#marks = new Uint32Array(size);
		this.#sums = new Float32Array(size);
	}

	/** Whether a title has other words than it had. */
	isOther(slot: number): boolean {
		return slot >= this.size || this.#marks[slot] !== markOf(this.#titles.codesOf(slot));
	}

	/** The words of a text, counted: until the next are. */
	read(text: string): WordCounts {
		this.#counts.read(this.#plain.ofText(text), null);
		return this.#counts;
	}

	/** The tickets most like a text, the most like it first. */
	near(text: string, { limit, isWanted, late }: NearQuery): readonly Neighbour[] {
		const query = this.#weigh(this.read(text));
		if (query.length === 0) return [];
		const latest = [...late].slice(-MOST_LATE);
		const end = latest.reduce((most, slot) => Math.max(most, slot + 1), this.size);
		if (this.#sums.length < end) this.#sums = new Float32Array(Math.ceil(end * 1.1));
		const sums = this.#sums.fill(0);
		this.#addPlaces(query.words, sums);
		for (let slot = 0; slot < this.size; slot += 1)
			sums[slot] = (sums[slot] ?? 0) * (this.#scales[slot] ?? 0);
		for (const slot of late) sums[slot] = 0;
		const wanted = new Map(query.words.map(({ word, weight }) => [word, weight]));
		for (const slot of latest) sums[slot] = this.#compare(slot, wanted);
		return best(sums.subarray(0, end), limit, isWanted).map(({ slot, similarity }) => ({
			slot,
			similarity: Math.min(1, similarity / query.length),
		}));
	}

	/** Each word with its weight, the rarest first; `length` also counts words that no title has. */
	#weigh(text: WordCounts): { readonly words: readonly Weighed[]; readonly length: number } {
		const words: Weighed[] = [];
		let squares = 0;
		for (let index = 0; index < text.size; index += 1) {
			const word = text.words[index] ?? 0;
			const worth = this.#worth[word] ?? this.#worthOfNew;
			const value = countWeight(text.counts[index] ?? 0) * worth;
			squares += value * value;
			// A new word may be in titles that were written since.
			const isNew = word >= this.#worth.length;
			const uses = isNew ? 0 : (this.#starts[word + 1] ?? 0) - (this.#starts[word] ?? 0);
			words.push({ word, weight: value * worth, uses });
		}
		words.sort((one, other) => one.uses - other.uses);
		return { words, length: Math.sqrt(squares) };
	}

	#addPlaces(words: readonly Weighed[], sums: Float32Array): void {
		let left = MOST_PLACES;
		for (const { word, weight, uses } of words) {
			left -= uses;
			if (left < 0) return;
			if (uses === 0) continue;
			const end = this.#starts[word + 1] ?? 0;
			const byCount = Float32Array.from(
				{ length: MOST_COUNTED + 1 },
				(_, count) => countWeight(count) * weight,
			);
			for (let at = this.#starts[word] ?? 0; at < end; at += 1) {
				const place = this.#places[at] ?? 0;
				const slot = place >>> COUNT_BITS;
				sums[slot] = (sums[slot] ?? 0) + (byCount[place & MOST_COUNTED] ?? 0);
			}
		}
	}

	#compare(slot: number, wanted: ReadonlyMap<number, number>): number {
		const title = this.#counts;
		title.read(this.#titles.codesOf(slot), this.#plain.of(this.#titles.book));
		let sum = 0;
		let squares = 0;
		for (let index = 0; index < title.size; index += 1) {
			const word = title.words[index] ?? 0;
			const weight = countWeight(title.counts[index] ?? 0);
			sum += weight * (wanted.get(word) ?? 0);
			squares += (weight * (this.#worth[word] ?? this.#worthOfNew)) ** 2;
		}
		return squares > 0 ? sum / Math.sqrt(squares) : 0;
	}

	*#fill(read: (slot: number) => WordCounts): Generator<void> {
		const next = this.#starts.slice();
		for (const slot of slotsOf(this.size)) {
			const { words, counts, size } = read(slot);
			let squares = 0;
			for (let index = 0; index < size; index += 1) {
				const word = words[index] ?? 0;
				const count = counts[index] ?? 0;
				const at = next[word] ?? 0;
				// A title that was written anew meanwhile has words that were not counted: it is among the late.
				if (at >= (this.#starts[word + 1] ?? 0)) continue;
				this.#places[at] = (slot << COUNT_BITS) | count;
				next[word] = at + 1;
				squares += (countWeight(count) * (this.#worth[word] ?? 0)) ** 2;
			}
			this.#scales[slot] = squares > 0 ? 1 / Math.sqrt(squares) : 0;
			this.#marks[slot] = markOf(this.#titles.codesOf(slot));
			if (isStepDone(slot)) yield;
		}
	}
}

interface Weighed {
	readonly word: number;
	readonly weight: number;
	/** How many titles have it. */
	readonly uses: number;
}

function* slotsOf(size: number): Generator<number> {
	for (let slot = 0; slot < size; slot += 1) yield slot;
}

function isStepDone(slot: number): boolean {
	return slot % TITLES_A_STEP === TITLES_A_STEP - 1;
}

function add(counts: Uint32Array, at: number): void {
	counts[at] = (counts[at] ?? 0) + 1;
}

/** A number by which the words of a title are known again. */
function markOf(codes: Uint32Array): number {
	let mark = codes.length;
	for (const code of codes) mark = Math.imul(mark ^ code, 0x01000193);
	return mark >>> 0;
}

/** Those with the most, the most first; of equal ones what came last. */
function best(sums: Float32Array, limit: number, isWanted: (slot: number) => boolean): readonly Neighbour[] {
	const room = limit * 8;
	let found: Neighbour[] = [];
	let least = 0;
	const cut = () => {
		found.sort((one, other) => other.similarity - one.similarity || other.slot - one.slot);
		found = found.slice(0, limit);
		least = found[limit - 1]?.similarity ?? 0;
	};
	for (let slot = sums.length - 1; slot >= 0; slot -= 1) {
		const similarity = sums[slot] ?? 0;
		if (similarity <= least || !isWanted(slot)) continue;
		found.push({ slot, similarity });
		if (found.length === room) cut();
	}
	cut();
	return found;
}
