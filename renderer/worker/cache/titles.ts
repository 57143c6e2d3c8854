import { foldText } from "../../../shared/search/fold-text.ts";
import { PackedTexts } from "./packed-texts.ts";
import { TitleWords } from "./title-words.ts";

const encoder = new TextEncoder();
/** Lower case by ASCII; what is beyond has a folded text of its own. */
const LOWER = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));
const FIRST_BEYOND_ASCII = 128;
/** The first bytes as one number that still fits a double. */
const KEY_BYTES = 6;

/** Short descriptions by slot: as written for the screen, folded for search and order. */
export class Titles {
	readonly #written = new PackedTexts();
	/** Only where folding is more than lower case; elsewhere empty. */
	readonly #folded = new PackedTexts();
	readonly #words = new TitleWords();
	#size = 0;
	/** Slots below have their words: they are read when they are first needed, as a start has no time for them. */
	#readTo = 0;

	reserve(capacity: number): void {
		this.#written.reserve(capacity);
		this.#folded.reserve(capacity);
		this.#words.reserve(capacity);
	}

	get(slot: number): string {
		return this.#written.get(slot);
	}

	set(slot: number, title: string): void {
		this.#written.set(slot, title);
		this.#fold(slot);
		this.#size = Math.max(this.#size, slot + 1);
		if (slot < this.#readTo) this.#read(slot);
	}

	setMany(first: number, bytes: Uint8Array, lengths: Uint16Array): void {
		this.#written.setMany(first, bytes, lengths);
		for (let row = 0; row < lengths.length; row += 1) this.#fold(first + row);
		this.#size = Math.max(this.#size, first + lengths.length);
		this.#readTo = Math.min(this.#readTo, first);
	}

	pick(slots: readonly number[]): { readonly bytes: Uint8Array; readonly lengths: Uint16Array } {
		return this.#written.pick(slots);
	}

	/** Makes ready, for so many slots more, what the first search would otherwise make; false where all is. */
	prepare(more = Number.POSITIVE_INFINITY): boolean {
		const end = Math.min(this.#size, this.#readTo + more);
		for (let slot = this.#readTo; slot < end; slot += 1) this.#read(slot);
		this.#readTo = end;
		return end < this.#size;
	}

	/** The words of all titles, read as far as they were not yet. */
	get words(): TitleWords {
		this.prepare();
		return this.#words;
	}

	/** How each word of the titles includes one folded word without spaces: a value of `FIT` by its number. */
	wordsIncluding(word: string): Uint8Array {
		return this.words.book.including(encoder.encode(word));
	}

	/** Takes out of `found`, a byte a slot, all titles without a folded phrase. */
	keepWithPhrase(phrase: string, found: Uint8Array): void {
		const wanted = encoder.encode(phrase);
		for (let slot = 0; slot < found.length; slot += 1)
			if (found[slot] === 1 && !this.#has(slot, wanted)) found[slot] = 0;
	}

	#has(slot: number, wanted: Uint8Array): boolean {
		const source = this.#sourceOf(slot);
		const bytes = source.buffer;
		const start = source.startOf(slot);
		const last = start + source.lengthOf(slot) - wanted.length;
		for (let at = start; at <= last; at += 1) {
			let same = 0;
			while (same < wanted.length && LOWER[bytes[at + same] ?? 0] === wanted[same]) same += 1;
			if (same === wanted.length) return true;
		}
		return false;
	}

	/** A number that sorts as six bytes of the folded title do, the first or, at a depth, later ones; 0 at its end. */
	sortKey(slot: number, depth = 0): number {
		const source = this.#sourceOf(slot);
		const bytes = source.buffer;
		const from = source.startOf(slot) + depth * KEY_BYTES;
		const end = source.startOf(slot) + source.lengthOf(slot);
		let key = 0;
		for (let at = from; at < from + KEY_BYTES; at += 1) {
			key = key * 257 + (at < end ? (LOWER[bytes[at] ?? 0] ?? 0) + 1 : 0);
		}
		return key;
	}

	/** By the folded titles' bytes: one binary collation, as the desk's. */
	compare(one: number, other: number): number {
		const [oneSource, otherSource] = [this.#sourceOf(one), this.#sourceOf(other)];
		const [oneStart, otherStart] = [oneSource.startOf(one), otherSource.startOf(other)];
		const [oneLength, otherLength] = [oneSource.lengthOf(one), otherSource.lengthOf(other)];
		const length = Math.min(oneLength, otherLength);
		for (let index = 0; index < length; index += 1) {
			const oneByte = LOWER[oneSource.buffer[oneStart + index] ?? 0] ?? 0;
			const otherByte = LOWER[otherSource.buffer[otherStart + index] ?? 0] ?? 0;
			if (oneByte !== otherByte) return oneByte - otherByte;
		}
		return oneLength - otherLength;
	}

	#sourceOf(slot: number): PackedTexts {
		return this.#folded.lengthOf(slot) > 0 ? this.#folded : this.#written;
	}

	#read(slot: number): void {
		const source = this.#sourceOf(slot);
		const start = source.startOf(slot);
		this.#words.set(slot, source.buffer, { start, end: start + source.lengthOf(slot) }, LOWER);
	}

	#fold(slot: number): void {
		const bytes = this.#written.buffer;
		const start = this.#written.startOf(slot);
		const end = start + this.#written.lengthOf(slot);
		for (let at = start; at < end; at += 1) {
			if ((bytes[at] ?? 0) < FIRST_BEYOND_ASCII) continue;
			this.#folded.set(slot, foldText(this.#written.get(slot)));
			return;
		}
		if (this.#folded.lengthOf(slot) > 0) this.#folded.set(slot, "");
	}
}
