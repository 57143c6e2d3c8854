import { type ByteRange, WordBook } from "./word-book.ts";

const SPACE = 32;
const MOST_WORDS = 65_535;

/**
 * Which words each title is made of, by their numbers in one book, four bytes a word. A word that is typed
 * has no space in it, so a title has it where one of its words has: the book is read, which is small, and
 * of the titles only numbers.
 */
export class TitleWords {
	readonly #book = new WordBook();
	#codes = new Uint32Array(4_096);
	#end = 0;
	#starts = new Uint32Array(0);
	#counts = new Uint16Array(0);

	reserve(capacity: number): void {
		if (capacity <= this.#starts.length) return;
		const [starts, counts] = [new Uint32Array(capacity), new Uint16Array(capacity)];
		starts.set(this.#starts);
		counts.set(this.#counts);
		this.#starts = starts;
		this.#counts = counts;
	}

	/** `bytes` are folded, or become so by `lower`. A title that has more words than before leaves its place. */
	set(slot: number, bytes: Uint8Array, range: ByteRange, lower: Uint8Array): void {
		// A title of n bytes has at most so many words.
		const most = ((range.end - range.start + 1) >>> 1) + 1;
		if (this.#end + most > this.#codes.length) this.#makeRoom(most);
		const before = this.#counts[slot] ?? 0;
		let count = 0;
		let start = range.start;
		for (let at = range.start; at <= range.end; at += 1) {
			if (at < range.end && bytes[at] !== SPACE) continue;
			if (at > start && count < MOST_WORDS) {
				this.#codes[this.#end + count] = this.#book.codeOf(bytes, { start, end: at }, lower);
				count += 1;
			}
			start = at + 1;
		}
		this.#counts[slot] = count;
		if (count <= before) this.#codes.copyWithin(this.#starts[slot] ?? 0, this.#end, this.#end + count);
		else {
			this.#starts[slot] = this.#end;
			this.#end += count;
		}
	}

	get book(): WordBook {
		return this.#book;
	}

	/** The words of one title, by their numbers: to be read at once, as they are no copy. */
	codesOf(slot: number): Uint32Array {
		const start = this.#starts[slot] ?? 0;
		return this.#codes.subarray(start, start + (this.#counts[slot] ?? 0));
	}

	/** Takes out of `found`, a byte a slot, all titles without a word whose number has something in `wanted`. */
	keepWith(wanted: Uint8Array, found: Uint8Array): void {
		const [codes, starts, counts] = [this.#codes, this.#starts, this.#counts];
		for (let slot = 0; slot < found.length; slot += 1) {
			if (found[slot] === 0) continue;
			let at = starts[slot] ?? 0;
			const end = at + (counts[slot] ?? 0);
			while (at < end && (wanted[codes[at] ?? 0] ?? 0) === 0) at += 1;
			if (at === end) found[slot] = 0;
		}
	}

	/** The most that any word of a title has in `values`, which are by the words' numbers. */
	bestOf(slot: number, values: Uint8Array): number {
		const from = this.#starts[slot] ?? 0;
		const end = from + (this.#counts[slot] ?? 0);
		let best = 0;
		for (let at = from; at < end; at += 1) {
			const value = values[this.#codes[at] ?? 0] ?? 0;
			if (value > best) best = value;
		}
		return best;
	}

	/** The same for many titles. */
	bestOfEach(slots: Uint32Array, values: Uint8Array): Uint8Array {
		const [codes, starts, counts] = [this.#codes, this.#starts, this.#counts];
		const best = new Uint8Array(slots.length);
		for (let index = 0; index < slots.length; index += 1) {
			const slot = slots[index] ?? 0;
			let at = starts[slot] ?? 0;
			const end = at + (counts[slot] ?? 0);
			let most = 0;
			for (; at < end; at += 1) {
				const value = values[codes[at] ?? 0] ?? 0;
				if (value > most) most = value;
			}
			best[index] = most;
		}
		return best;
	}

	/** How often each word is used, about: titles that were written anew may count twice. */
	countUses(): Uint32Array {
		const uses = new Uint32Array(this.#book.size);
		for (let at = 0; at < this.#end; at += 1) {
			const code = this.#codes[at] ?? 0;
			uses[code] = (uses[code] ?? 0) + 1;
		}
		return uses;
	}

	#makeRoom(more: number): void {
		const codes = new Uint32Array(Math.ceil((this.#end + more) * 1.3));
		codes.set(this.#codes.subarray(0, this.#end));
		this.#codes = codes;
	}
}
