import { foldText } from "./fold-text.ts";
import { PackedTexts } from "./packed-texts.ts";
import { TitleMarks } from "./title-marks.ts";

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
	readonly #marks = new TitleMarks();
	#size = 0;
	/** Slots below have their marks: they are made when they are first needed, as a start has no time for them. */
	#markedTo = 0;

	reserve(capacity: number): void {
		this.#written.reserve(capacity);
		this.#folded.reserve(capacity);
		this.#marks.reserve(capacity);
	}

	get(slot: number): string {
		return this.#written.get(slot);
	}

	set(slot: number, title: string): void {
		this.#written.set(slot, title);
		this.#fold(slot);
		this.#size = Math.max(this.#size, slot + 1);
		if (slot < this.#markedTo) this.#mark(slot);
	}

	setMany(first: number, bytes: Uint8Array, lengths: Uint16Array): void {
		this.#written.setMany(first, bytes, lengths);
		for (let row = 0; row < lengths.length; row += 1) this.#fold(first + row);
		this.#size = Math.max(this.#size, first + lengths.length);
		this.#markedTo = Math.min(this.#markedTo, first);
	}

	pick(slots: readonly number[]): { readonly bytes: Uint8Array; readonly lengths: Uint16Array } {
		return this.#written.pick(slots);
	}

	/** Makes ready, for so many slots more, what the first search would otherwise make; false where all is. */
	prepare(more = Number.POSITIVE_INFINITY): boolean {
		const end = Math.min(this.#size, this.#markedTo + more);
		for (let slot = this.#markedTo; slot < end; slot += 1) this.#mark(slot);
		this.#markedTo = end;
		return end < this.#size;
	}

	/** Takes out of `found`, a byte a slot, all titles that lack one folded word. */
	keepIncluding(word: string, found: Uint8Array): void {
		this.prepare();
		const wanted = compileWord(word);
		if (this.#marks.narrow(wanted.bytes, found)) return;
		const { bytes, starts, lengths } = this.#written.view;
		const folded = this.#folded.view;
		for (let slot = 0; slot < found.length; slot += 1) {
			if (found[slot] === 0) continue;
			const foldedLength = folded.lengths[slot] ?? 0;
			const isIncluded =
				foldedLength > 0
					? includes(folded.bytes, folded.starts[slot] ?? 0, foldedLength, wanted)
					: includes(bytes, starts[slot] ?? 0, lengths[slot] ?? 0, wanted);
			if (!isIncluded) found[slot] = 0;
		}
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

	#mark(slot: number): void {
		const source = this.#sourceOf(slot);
		const start = source.startOf(slot);
		this.#marks.set(slot, source.buffer, { start, end: start + source.lengthOf(slot) }, LOWER);
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

/** A word's bytes, and how far a scan may move on after each byte seen at its end (Horspool). */
interface CompiledWord {
	readonly bytes: Uint8Array;
	readonly moves: Uint16Array;
}

function compileWord(word: string): CompiledWord {
	const bytes = encoder.encode(word);
	const moves = new Uint16Array(256).fill(Math.max(1, bytes.length));
	for (let index = 0; index < bytes.length - 1; index += 1)
		moves[bytes[index] ?? 0] = bytes.length - 1 - index;
	return { bytes, moves };
}

function includes(text: Uint8Array, start: number, length: number, { bytes, moves }: CompiledWord): boolean {
	const last = bytes.length - 1;
	const end = start + length;
	for (let at = start + last; at < end; ) {
		const seen = LOWER[text[at] ?? 0] ?? 0;
		if (seen === bytes[last]) {
			let left = last - 1;
			while (left >= 0 && LOWER[text[at - last + left] ?? 0] === bytes[left]) left -= 1;
			if (left < 0) return true;
		}
		at += moves[seen] ?? 1;
	}
	return false;
}
