import { lettersOf, type Nearness, nearnessOf } from "../../../shared/search/typing-error.ts";

/** How a typed word is in one of the book's: the better, the more. */
export const FIT = { inside: 1, beginning: 2, whole: 3 } as const;

/** A word of the book that may have been meant. */
export interface NearWord {
	readonly code: number;
	readonly nearness: Nearness;
}

const decoder = new TextDecoder();
const ASCII = /^[\x20-\x7e]*$/;
const FIRST_TABLE = 1_024;
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** The table grows when it is fuller than this: what is looked for is then found within two or three places. */
const FULLEST = 1 / 2;

/** A stretch of bytes. */
export interface ByteRange {
	readonly start: number;
	readonly end: number;
}

/** Every word that was ever put in, once, with a small number: bytes in one buffer, found by their hash. */
export class WordBook {
	#bytes = new Uint8Array(16_384);
	/** Where each word begins; one more than there are words, so that it also says where the last one ends. */
	#starts = new Uint32Array(FIRST_TABLE);
	#size = 0;
	/** By hash: a word's number plus one, 0 where there is none. */
	#table = new Uint32Array(FIRST_TABLE);

	get size(): number {
		return this.#size;
	}

	/** The word's number; a new word gets the next one. `lower` says what each byte is put in as. */
	codeOf(bytes: Uint8Array, { start, end }: ByteRange, lower: Uint8Array): number {
		if (this.#size >= this.#table.length * FULLEST) this.#grow();
		const mask = this.#table.length - 1;
		let hash = FNV_BASIS;
		for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (lower[bytes[at] ?? 0] ?? 0), FNV_PRIME);
		for (let place = spread(hash) & mask; ; place = (place + 1) & mask) {
			const code = (this.#table[place] ?? 0) - 1;
			if (code < 0) return this.#add(bytes, { start, end }, lower, place);
			if (this.#is(code, bytes, { start, end }, lower)) return code;
		}
	}

	/** How words include `wanted`, a byte a word: a value of `FIT`, 0 where they do not. */
	including(wanted: Uint8Array): Uint8Array {
		const found = new Uint8Array(this.#size);
		const [bytes, starts] = [this.#bytes, this.#starts];
		const [first = 0] = wanted;
		for (let code = 0; code < found.length; code += 1) {
			const start = starts[code] ?? 0;
			const last = (starts[code + 1] ?? 0) - wanted.length;
			let at = start;
			while (at <= last && !(bytes[at] === first && this.#has(wanted, at))) at += 1;
			if (at > last) continue;
			if (at > start) found[code] = FIT.inside;
			else found[code] = at === last ? FIT.whole : FIT.beginning;
		}
		return found;
	}

	/** The words that are one typing error from a folded one, and how. */
	near(typed: string): readonly NearWord[] {
		const found: NearWord[] = [];
		const isAscii = ASCII.test(typed);
		const letters = lettersOf(typed);
		for (let code = 0; code < this.#size; code += 1) {
			const [from, to] = [this.#starts[code] ?? 0, this.#starts[code + 1] ?? 0];
			// Letters beyond are several bytes each: one of them that is wrong would count as more.
			const word = isAscii ? { of: this.#bytes, from, to } : lettersOf(this.wordAt(code));
			const nearness = nearnessOf(letters, word);
			if (nearness) found.push({ code, nearness });
		}
		return found;
	}

	/** A word by its number, folded. */
	wordAt(code: number): string {
		return decoder.decode(this.#bytes.subarray(this.#starts[code] ?? 0, this.#starts[code + 1] ?? 0));
	}

	/** Whether these bytes stand there; the first is known to. */
	#has(wanted: Uint8Array, place: number): boolean {
		let same = 1;
		while (same < wanted.length && this.#bytes[place + same] === wanted[same]) same += 1;
		return same >= wanted.length;
	}

	#is(code: number, bytes: Uint8Array, { start, end }: ByteRange, lower: Uint8Array): boolean {
		const own = this.#starts[code] ?? 0;
		if ((this.#starts[code + 1] ?? 0) - own !== end - start) return false;
		for (let at = start; at < end; at += 1)
			if (this.#bytes[own + at - start] !== lower[bytes[at] ?? 0]) return false;
		return true;
	}

	#add(bytes: Uint8Array, { start, end }: ByteRange, lower: Uint8Array, place: number): number {
		const code = this.#size;
		const own = this.#starts[code] ?? 0;
		const ownEnd = own + end - start;
		if (ownEnd > this.#bytes.length) this.#bytes = grown(this.#bytes, ownEnd);
		if (code + 2 > this.#starts.length) this.#starts = grown(this.#starts, code + 2);
		for (let at = start; at < end; at += 1) this.#bytes[own + at - start] = lower[bytes[at] ?? 0] ?? 0;
		this.#starts[code + 1] = ownEnd;
		this.#table[place] = code + 1;
		this.#size += 1;
		return code;
	}

	#grow(): void {
		const table = new Uint32Array(this.#table.length * 2);
		const mask = table.length - 1;
		for (let code = 0; code < this.#size; code += 1) {
			let hash = FNV_BASIS;
			const end = this.#starts[code + 1] ?? 0;
			for (let at = this.#starts[code] ?? 0; at < end; at += 1)
				hash = Math.imul(hash ^ (this.#bytes[at] ?? 0), FNV_PRIME);
			let place = spread(hash) & mask;
			while (table[place] !== 0) place = (place + 1) & mask;
			table[place] = code + 1;
		}
		this.#table = table;
	}
}

/** The upper bits of a product are the better ones; a place is taken from the lower. */
function spread(hash: number): number {
	return hash ^ (hash >>> 15);
}

function grown<Numbers extends Uint8Array | Uint32Array>(numbers: Numbers, needed: number): Numbers {
	const size = Math.ceil(needed * 1.5);
	const next = numbers instanceof Uint8Array ? new Uint8Array(size) : new Uint32Array(size);
	next.set(numbers);
	return next as Numbers;
}
