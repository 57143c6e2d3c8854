import { NO_WORD } from "./plain-words.ts";

/** A word that is there more often says more, but not as many times more. */
const BY_COUNT = Float32Array.from({ length: 16 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)));
export const MOST_COUNTED = BY_COUNT.length - 1;

export function countWeight(count: number): number {
	return BY_COUNT[count] ?? 0;
}

/** The different words of one text after the other, and how often each is there. */
export class WordCounts {
	/** The first `size` of both are of the text that was read last. */
	words = new Uint32Array(64);
	counts = new Uint8Array(64);
	size = 0;
	#places = new Uint32Array(0);
	#readings = new Uint32Array(0);
	#reading = 0;

	/** Words as they follow one another; with `plain`, each stands for what it has there. */
	read(words: Uint32Array, plain: Uint32Array | null): void {
		this.size = 0;
		this.#reading += 1;
		for (let index = 0; index < words.length; index += 1) {
			const code = words[index] ?? 0;
			const word = plain === null ? code : (plain[code] ?? NO_WORD);
			if (word !== NO_WORD) this.#count(word);
		}
	}

	#count(word: number): void {
		if (word >= this.#places.length) this.#reserve(word + 1);
		const place = this.#places[word] ?? 0;
		if (this.#readings[word] === this.#reading) {
			this.counts[place] = Math.min(MOST_COUNTED, (this.counts[place] ?? 0) + 1);
			return;
		}
		if (this.size === this.words.length) this.#grow();
		this.words[this.size] = word;
		this.counts[this.size] = 1;
		this.#places[word] = this.size;
		this.#readings[word] = this.#reading;
		this.size += 1;
	}

	#reserve(size: number): void {
		const [places, readings] = [new Uint32Array(size * 2), new Uint32Array(size * 2)];
		places.set(this.#places);
		readings.set(this.#readings);
		this.#places = places;
		this.#readings = readings;
	}

	#grow(): void {
		const [words, counts] = [new Uint32Array(this.size * 2), new Uint8Array(this.size * 2)];
		words.set(this.words);
		counts.set(this.counts);
		this.words = words;
		this.counts = counts;
	}
}
