import { foldText } from "../../../shared/search/fold-text.ts";
import { lettersOf, type Nearness, nearnessOf } from "../../../shared/search/typing-error.ts";
import type { Dictionary } from "../cache/dictionary.ts";
import { compareTexts } from "./slot-order.ts";

/** A word of a name that may have been meant. */
export interface NearName {
	readonly word: string;
	readonly nearness: Nearness;
}

/** The names behind a dictionary's ids, by its numbers: folded for search, ranked for order. */
export class NameList {
	readonly names: readonly (string | null)[];
	readonly #folded: readonly string[];
	#ranks: Float64Array | null = null;
	#words: readonly string[] | null = null;

	constructor(dictionary: Dictionary, nameOf: (id: string) => string | undefined) {
		this.names = [null, ...dictionary.values().map((id) => nameOf(id) ?? id)];
		this.#folded = this.names.map((name) => (name === null ? "" : foldText(name)));
	}

	/** A number per name that sorts like it; `NaN` for none, which comes last. */
	ranks(): Float64Array {
		this.#ranks ??= rank(this.#folded);
		return this.#ranks;
	}

	/** Which names hold `word`, by number. */
	matches(word: string): Uint8Array {
		const mask = new Uint8Array(this.#folded.length);
		for (const [code, name] of this.#folded.entries()) if (name.includes(word)) mask[code] = 1;
		return mask;
	}

	/** The words of names that are one typing error from a folded one. */
	near(typed: string): readonly NearName[] {
		this.#words ??= [...new Set(this.#folded.flatMap((name) => name.split(" ")))];
		const letters = lettersOf(typed);
		return this.#words.flatMap((word) => {
			const nearness = nearnessOf(letters, lettersOf(word));
			return nearness ? [{ word, nearness }] : [];
		});
	}
}

function rank(folded: readonly string[]): Float64Array {
	const ranks = new Float64Array(folded.length);
	const order = folded.map((_, code) => code);
	order.sort((one, other) => compareTexts(folded[one] ?? "", folded[other] ?? ""));
	let current = 0;
	for (const [index, code] of order.entries()) {
		const before = order[index - 1];
		if (before !== undefined && folded[before] !== folded[code]) current += 1;
		ranks[code] = current;
	}
	ranks[0] = Number.NaN;
	return ranks;
}
