const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** UTF-8 takes at most so many bytes for each code unit. */
const BYTES_PER_UNIT = 3;
const LONGEST_BYTES = 65_535;
const FIRST_BEYOND_ASCII = 128;

/**
 * A text for each slot as UTF-8 in one buffer: a fifth of what strings take, nothing for the collector to
 * walk, and words are found in it by their bytes. A text that changes is appended; what it leaves behind
 * is swept out when it has become a third.
 */
export class PackedTexts {
	#bytes = new Uint8Array(1_024);
	#end = 0;
	#wasted = 0;
	#starts = new Uint32Array(0);
	#lengths = new Uint16Array(0);

	reserve(capacity: number): void {
		if (capacity <= this.#starts.length) return;
		const [starts, lengths] = [new Uint32Array(capacity), new Uint16Array(capacity)];
		starts.set(this.#starts);
		lengths.set(this.#lengths);
		this.#starts = starts;
		this.#lengths = lengths;
	}

	get(slot: number): string {
		return decoder.decode(this.bytesOf(slot));
	}

	bytesOf(slot: number): Uint8Array {
		const start = this.#starts[slot] ?? 0;
		return this.#bytes.subarray(start, start + (this.#lengths[slot] ?? 0));
	}

	/** Everything as it lies now: for scans, which can't afford a call for each text. */
	get view(): { readonly bytes: Uint8Array; readonly starts: Uint32Array; readonly lengths: Uint16Array } {
		return { bytes: this.#bytes, starts: this.#starts, lengths: this.#lengths };
	}

	/** The buffer, and where in it a slot's text lies. */
	get buffer(): Uint8Array {
		return this.#bytes;
	}
	startOf(slot: number): number {
		return this.#starts[slot] ?? 0;
	}
	lengthOf(slot: number): number {
		return this.#lengths[slot] ?? 0;
	}

	set(slot: number, text: string): void {
		this.#wasted += this.#lengths[slot] ?? 0;
		this.#makeRoom(text.length * BYTES_PER_UNIT);
		const written = writeAscii(text, this.#bytes, this.#end) ?? this.#encode(text);
		this.#starts[slot] = this.#end;
		this.#lengths[slot] = written;
		this.#end += written;
		if (this.#wasted > this.#end / 3 && this.#wasted > 65_536) this.#sweep();
	}

	#encode(text: string): number {
		const room = this.#bytes.subarray(this.#end, this.#end + LONGEST_BYTES);
		return encoder.encodeInto(text, room).written;
	}

	/** Takes in many at once, as they lie on disk. */
	setMany(first: number, bytes: Uint8Array, lengths: Uint16Array): void {
		this.#makeRoom(bytes.length);
		this.#bytes.set(bytes, this.#end);
		for (const [row, length] of lengths.entries()) {
			this.#starts[first + row] = this.#end;
			this.#lengths[first + row] = length;
			this.#end += length;
		}
	}

	/** The texts of some slots, one after the other: for the disk. */
	pick(slots: readonly number[]): { readonly bytes: Uint8Array; readonly lengths: Uint16Array } {
		const lengths = Uint16Array.from(slots, (slot) => this.lengthOf(slot));
		const bytes = new Uint8Array(lengths.reduce((total, length) => total + length, 0));
		let end = 0;
		for (const slot of slots) {
			bytes.set(this.bytesOf(slot), end);
			end += this.lengthOf(slot);
		}
		return { bytes, lengths };
	}

	#makeRoom(more: number): void {
		const needed = this.#end + more;
		if (needed <= this.#bytes.length) return;
		const grown = new Uint8Array(Math.ceil(needed * 1.3));
		grown.set(this.#bytes.subarray(0, this.#end));
		this.#bytes = grown;
	}

	#sweep(): void {
		const swept = new Uint8Array(this.#bytes.length);
		let end = 0;
		for (let slot = 0; slot < this.#starts.length; slot += 1) {
			swept.set(this.bytesOf(slot), end);
			this.#starts[slot] = end;
			end += this.lengthOf(slot);
		}
		this.#bytes = swept;
		this.#end = end;
		this.#wasted = 0;
	}
}

/** Most texts are short and ASCII: a call of the encoder takes longer than they do. `null` where it is needed. */
function writeAscii(text: string, bytes: Uint8Array, at: number): number | null {
	if (text.length > LONGEST_BYTES) return null;
	for (let index = 0; index < text.length; index += 1) {
		const code = text.charCodeAt(index);
		if (code >= FIRST_BEYOND_ASCII) return null;
		bytes[at + index] = code;
	}
	return text.length;
}
