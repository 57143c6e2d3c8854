/** Numbers of 32 bits a title has for its pairs. */
const PAIR_WORDS = 4;
/** A pair's hash is one of 128 bits. */
const PAIR_SHIFT = 25;
const FIRST_LETTER = 97;
const LETTERS = 26;
/** What is no letter shares the bits that are left. */
const OTHER_BITS = 32 - LETTERS;
const SPACE = 32;

/**
 * What each title is made of, 20 bytes a title: which letters, and a hash of which pairs of them. Most
 * titles that lack a word are told by that, without reading them.
 */
export class TitleMarks {
	#letters = new Uint32Array(0);
	#pairs = new Uint32Array(0);

	reserve(capacity: number): void {
		if (capacity <= this.#letters.length) return;
		const [letters, pairs] = [new Uint32Array(capacity), new Uint32Array(capacity * PAIR_WORDS)];
		letters.set(this.#letters);
		pairs.set(this.#pairs);
		this.#letters = letters;
		this.#pairs = pairs;
	}

	/** `bytes` are folded, or become so by `lower`. */
	set(
		slot: number,
		bytes: Uint8Array,
		range: { readonly start: number; readonly end: number },
		lower: Uint8Array,
	) {
		const pairs = this.#pairs;
		const first = slot * PAIR_WORDS;
		pairs.fill(0, first, first + PAIR_WORDS);
		let letters = 0;
		let before = SPACE;
		for (let at = range.start; at < range.end; at += 1) {
			const byte = lower[bytes[at] ?? 0] ?? 0;
			letters |= letterBit(byte);
			// What is looked for are words: pairs with a space tell nothing.
			if (before !== SPACE && byte !== SPACE) {
				const hash = pairHash(before, byte);
				const place = first + (hash >>> 5);
				pairs[place] = (pairs[place] ?? 0) | (1 << (hash & 31));
			}
			before = byte;
		}
		this.#letters[slot] = letters;
	}

	/** Takes out of `found` whose marks say that they lack the word; true where the marks say all. */
	narrow(word: Uint8Array, found: Uint8Array): boolean {
		const letters = this.#letters;
		const wanted = word.reduce((bits, byte) => bits | letterBit(byte), 0);
		if (word.length === 1) {
			for (let slot = 0; slot < found.length; slot += 1)
				if (((letters[slot] ?? 0) & wanted) !== wanted) found[slot] = 0;
			return isLetter(word[0] ?? 0);
		}
		this.#narrowByPairs(word, found);
		return false;
	}

	#narrowByPairs(word: Uint8Array, found: Uint8Array): void {
		const pairs = this.#pairs;
		const wanted = new Uint32Array(PAIR_WORDS);
		for (let at = 1; at < word.length; at += 1) {
			if (word[at - 1] === SPACE || word[at] === SPACE) continue;
			const hash = pairHash(word[at - 1] ?? 0, word[at] ?? 0);
			wanted[hash >>> 5] = (wanted[hash >>> 5] ?? 0) | (1 << (hash & 31));
		}
		const [first = 0, second = 0, third = 0, fourth = 0] = wanted;
		for (let slot = 0; slot < found.length; slot += 1) {
			if (found[slot] === 0) continue;
			const at = slot * PAIR_WORDS;
			const missing =
				(first & ~(pairs[at] ?? 0)) |
				(second & ~(pairs[at + 1] ?? 0)) |
				(third & ~(pairs[at + 2] ?? 0)) |
				(fourth & ~(pairs[at + 3] ?? 0));
			if (missing !== 0) found[slot] = 0;
		}
	}
}

function isLetter(byte: number): boolean {
	return byte >= FIRST_LETTER && byte < FIRST_LETTER + LETTERS;
}

function letterBit(byte: number): number {
	return 1 << (isLetter(byte) ? byte - FIRST_LETTER : LETTERS + (byte % OTHER_BITS));
}

function pairHash(before: number, byte: number): number {
	return Math.imul((before << 8) | byte, 0x9e3779b1) >>> PAIR_SHIFT;
}
