/** Draws from one seed: the same seed draws the same. */
export interface Random {
	/** 0 ≤ x < 1 */
	readonly next: () => number;
	/** A whole number from `least` to `most`. */
	readonly whole: (least: number, most: number) => number;
	readonly chance: (probability: number) => boolean;
	readonly pick: <Value>(values: readonly Value[]) => Value;
	/** Index into `weights`, as likely as its weight. */
	readonly weighted: (weights: readonly number[]) => number;
	/** Log-normal: half of all draws are below `median`; `spread` 1 is wide. */
	readonly around: (median: number, spread: number) => number;
	readonly bytes: (count: number) => Uint8Array;
}

export function makeRandom(seed: number): Random {
	const next = mulberry32(seed);
	const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
	const pick = <Value>(values: readonly Value[]): Value => {
		const value = values[whole(0, values.length - 1)];
		if (value === undefined) throw new Error("nothing to pick from");
		return value;
	};
	const weighted = (weights: readonly number[]): number => {
		let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
		const index = weights.findIndex((weight) => {
			left -= weight;
			return left < 0;
		});
		return Math.max(0, index);
	};
	return {
		next,
		whole,
		chance: (probability) => next() < probability,
		pick,
		weighted,
		around: (median, spread) => median * Math.exp(spread * normal(next)),
		bytes: (count) => Uint8Array.from({ length: count }, () => whole(0, 255)),
	};
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to make up a company. */
function mulberry32(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Box–Muller. */
function normal(next: () => number): number {
	return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}
