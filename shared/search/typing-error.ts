/** How a word is what somebody meant: as a whole, or in how it begins, as while they still type. */
export type Nearness = "whole" | "beginning";

/** A word is told from others by so many letters; shorter ones are a letter away from half the language. */
export const FEWEST_LETTERS = 4;

/** A stretch of letters, as code units or bytes. */
export interface Letters {
	readonly of: ArrayLike<number>;
	readonly from: number;
	readonly to: number;
}

/**
 * Whether one typing error lies between two words: a letter too many, one missing, a wrong one, or two
 * swapped. `null` where it is none or more, or the typed word is too short to tell.
 */
export function nearnessOf(typed: Letters, word: Letters): Nearness | null {
	const [length, wordLength] = [typed.to - typed.from, word.to - word.from];
	if (length < FEWEST_LETTERS || wordLength < length - 1) return null;
	let same = 0;
	while (same < length && same < wordLength && at(typed, same) === at(word, same)) same += 1;
	// Nothing is wrong as far as it was typed.
	if (same === length) return null;
	let nearest: Nearness | null = null;
	for (const [typedSkip, wordSkip] of skipsAt(typed, word, same)) {
		const rest = length - same - typedSkip;
		if (!isSame(typed, same + typedSkip, word, same + wordSkip, rest)) continue;
		if (wordLength === same + wordSkip + rest) return "whole";
		nearest = "beginning";
	}
	return nearest;
}

/** How many letters of each are passed over at the first one that differs. */
function skipsAt(typed: Letters, word: Letters, same: number): readonly (readonly [number, number])[] {
	const isSwapped = at(typed, same) === at(word, same + 1) && at(typed, same + 1) === at(word, same);
	return isSwapped ? SWAPPED : ONE_OFF;
}

const ONE_OFF = [
	[1, 1],
	[1, 0],
	[0, 1],
] as const;
const SWAPPED = [[2, 2], ...ONE_OFF] as const;

function isSame(typed: Letters, typedAt: number, word: Letters, wordAt: number, count: number): boolean {
	if (count < 0 || wordAt + count > word.to - word.from) return false;
	for (let index = 0; index < count; index += 1)
		if (at(typed, typedAt + index) !== at(word, wordAt + index)) return false;
	return true;
}

/** -1, which is no letter, behind the end. */
function at({ of, from, to }: Letters, index: number): number {
	const place = from + index;
	return place < to ? (of[place] ?? -1) : -1;
}

/** The letters of a text. */
export function lettersOf(text: string): Letters {
	return { of: Array.from(text, (letter) => letter.codePointAt(0) ?? 0), from: 0, to: [...text].length };
}
