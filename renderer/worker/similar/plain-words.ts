import { searchWords } from "../../../shared/search/fold-text.ts";
import { WordBook } from "../cache/word-book.ts";

/** What stands around a word and is no part of it. */
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const FEWEST_LETTERS = 2;
const AS_IT_IS = Uint8Array.from({ length: 256 }, (_, byte) => byte);
/** A word that says nothing: a sign, a single letter. */
export const NO_WORD = 0xffffffff;

const encoder = new TextEncoder();

/** Words as they are compared, without the signs around them: `printer,` and `(printer)` are one, with one number. */
export class PlainWords {
	readonly #book = new WordBook();
	/** By the number of a title's word. */
	#plain = new Uint32Array(0);
	#read = 0;

	get size(): number {
		return this.#book.size;
	}

	/** By the number of a title's word: the number of the plain one. Words that are new in the book are read first. */
	of(titleBook: WordBook): Uint32Array {
		if (titleBook.size > this.#plain.length) {
			const grown = new Uint32Array(Math.ceil(titleBook.size * 1.3)).fill(NO_WORD);
			grown.set(this.#plain);
			this.#plain = grown;
		}
		for (; this.#read < titleBook.size; this.#read += 1)
			this.#plain[this.#read] = this.#numberOf(titleBook.wordAt(this.#read));
		return this.#plain;
	}

	/** Of what somebody types. */
	ofText(text: string): Uint32Array {
		return Uint32Array.from(searchWords(text), (word) => this.#numberOf(word));
	}

	#numberOf(word: string): number {
		const plain = word.replace(AROUND, "");
		if (plain.length < FEWEST_LETTERS) return NO_WORD;
		const bytes = encoder.encode(plain);
		return this.#book.codeOf(bytes, { start: 0, end: bytes.length }, AS_IT_IS);
	}
}
