const WORDS = 4;
/** A table this full is made anew at twice the size: longer chains would cost a lookup its speed. */
const FULLEST = 0.6;
const FREE = 0;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const [HYPHEN, ZERO, LETTERS] = [0x2d, 0x30, 0x61];
const NIL = "00000000-0000-0000-0000-000000000000";

/**
 * Ids by slot and slots by id, 16 bytes an id and a hash table of slot numbers: a million UUIDs as strings
 * in a map are 150 MB. What is not a UUID is kept as the string it is.
 */
export class PackedIds {
	#words = new Uint32Array(0);
	/** Slot + 1, by hash. */
	#table = new Uint32Array(16);
	/** Places of the table that are or were taken. */
	#used = 0;
	readonly #others = new Map<string, number>();
	readonly #otherBySlot = new Map<number, string>();

	reserve(capacity: number): void {
		if (capacity * WORDS <= this.#words.length) return;
		const grown = new Uint32Array(capacity * WORDS);
		grown.set(this.#words);
		this.#words = grown;
		const roomy = 2 ** Math.ceil(Math.log2(capacity / FULLEST));
		if (roomy > this.#table.length) this.#grow(roomy);
	}

	slotOf(id: string): number | undefined {
		if (!isPackable(id)) return this.#others.get(id);
		const entry = this.#table[this.#placeOf(pack(id), 0)] ?? FREE;
		return entry === FREE ? undefined : entry - 1;
	}

	/** Empty where the slot has none. */
	idOf(slot: number): string {
		const other = this.#otherBySlot.get(slot);
		if (other !== undefined) return other;
		const words = this.#words.subarray(slot * WORDS, (slot + 1) * WORDS);
		return words.every((word) => word === 0) ? "" : unpack(words);
	}

	set(slot: number, id: string): void {
		if (id === "") return;
		if (!isPackable(id)) {
			this.#others.set(id, slot);
			this.#otherBySlot.set(slot, id);
			return;
		}
		this.#words.set(pack(id), slot * WORDS);
		this.#enter(slot);
	}

	/** Takes in many at once, as they lie on disk; all zeros is none. */
	setWords(first: number, words: Uint32Array): void {
		this.#words.set(words, first * WORDS);
		const last = first + words.length / WORDS;
		for (let slot = first; slot < last; slot += 1) if (!this.#isNil(slot)) this.#enter(slot);
	}

	/** For the disk; all zeros where an id is no UUID. */
	wordsOf(slots: readonly number[]): Uint32Array {
		const words = new Uint32Array(slots.length * WORDS);
		for (const [row, slot] of slots.entries()) {
			words.set(this.#words.subarray(slot * WORDS, (slot + 1) * WORDS), row * WORDS);
		}
		return words;
	}

	/** Ids that are no UUIDs, by row. */
	othersOf(slots: readonly number[]): readonly (readonly [number, string])[] {
		return slots.flatMap((slot, row) => {
			const other = this.#otherBySlot.get(slot);
			return other === undefined ? [] : [[row, other] as const];
		});
	}

	remove(slot: number): void {
		const other = this.#otherBySlot.get(slot);
		if (other !== undefined) {
			this.#others.delete(other);
			this.#otherBySlot.delete(slot);
			return;
		}
		if (this.#isNil(slot)) return;
		const place = this.#placeOf(this.#words, slot * WORDS);
		this.#words.fill(0, slot * WORDS, (slot + 1) * WORDS);
		this.#table[place] = FREE;
		this.#closeGap(place);
	}

	/** Entries behind a freed place move up: otherwise their chain would end at it. */
	#closeGap(freed: number): void {
		const mask = this.#table.length - 1;
		let gap = freed;
		for (let place = (gap + 1) & mask; ; place = (place + 1) & mask) {
			const entry = this.#table[place] ?? FREE;
			if (entry === FREE) break;
			const home = homeOf(this.#words, (entry - 1) * WORDS) & mask;
			const isBeyond = ((place - home) & mask) >= ((place - gap) & mask);
			if (!isBeyond) continue;
			this.#table[gap] = entry;
			this.#table[place] = FREE;
			gap = place;
		}
		this.#used -= 1;
	}

	#enter(slot: number): void {
		if (this.#used >= this.#table.length * FULLEST) this.#grow();
		const place = this.#placeOf(this.#words, slot * WORDS);
		if (this.#table[place] === FREE) this.#used += 1;
		this.#table[place] = slot + 1;
	}

	#grow(length = this.#table.length * 2): void {
		const before = this.#table;
		const mask = length - 1;
		this.#table = new Uint32Array(length);
		for (const entry of before) {
			if (entry === FREE) continue;
			let place = homeOf(this.#words, (entry - 1) * WORDS) & mask;
			while (this.#table[place] !== FREE) place = (place + 1) & mask;
			this.#table[place] = entry;
		}
	}

	/** Where these words are in the table, or would be. */
	#placeOf(words: Uint32Array, at: number): number {
		const mask = this.#table.length - 1;
		let place = homeOf(words, at) & mask;
		for (;;) {
			const entry = this.#table[place] ?? FREE;
			if (entry === FREE || this.#isAt(entry - 1, words, at)) return place;
			place = (place + 1) & mask;
		}
	}

	#isAt(slot: number, words: Uint32Array, at: number): boolean {
		const own = slot * WORDS;
		return (
			this.#words[own] === words[at] &&
			this.#words[own + 1] === words[at + 1] &&
			this.#words[own + 2] === words[at + 2] &&
			this.#words[own + 3] === words[at + 3]
		);
	}

	#isNil(slot: number): boolean {
		const at = slot * WORDS;
		return (
			this.#words[at] === 0 &&
			this.#words[at + 1] === 0 &&
			this.#words[at + 2] === 0 &&
			this.#words[at + 3] === 0
		);
	}
}

function homeOf(words: Uint32Array, at: number): number {
	let hash = 0;
	for (let index = 0; index < WORDS; index += 1) {
		hash = Math.imul(hash ^ (words[at + index] ?? 0), 0x9e3779b1);
		hash ^= hash >>> 15;
	}
	return hash >>> 0;
}

function isPackable(id: string): boolean {
	return id.length === NIL.length && id !== NIL && UUID.test(id);
}

/** Digit by digit: a first synchronisation packs every id some times over. */
function pack(id: string): Uint32Array {
	const words = new Uint32Array(WORDS);
	let digits = 0;
	for (let at = 0; at < id.length; at += 1) {
		const code = id.charCodeAt(at);
		if (code === HYPHEN) continue;
		const word = digits >>> 3;
		words[word] = ((words[word] ?? 0) << 4) | (code < LETTERS ? code - ZERO : code - LETTERS + 10);
		digits += 1;
	}
	return words;
}

function unpack(words: Uint32Array): string {
	const hex = Array.from(words, (word) => word.toString(16).padStart(8, "0")).join("");
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
