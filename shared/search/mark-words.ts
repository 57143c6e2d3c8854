import { foldText } from "./fold-text.ts";

/** A piece of a text; marked where it is what was searched for. */
export interface TextPiece {
	readonly text: string;
	readonly isMarked: boolean;
}

/** A text in pieces, with every place marked where one of some folded words stands. */
export function markWords(text: string, words: readonly string[]): readonly TextPiece[] {
	const { folded, places } = foldByLetter(text);
	const isMarked = new Uint8Array(text.length);
	for (const word of words) {
		if (word === "") continue;
		for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1))
			isMarked.fill(1, places[at] ?? 0, places[at + word.length] ?? text.length);
	}
	return piecesOf(text, isMarked);
}

function piecesOf(text: string, isMarked: Uint8Array): readonly TextPiece[] {
	const pieces: TextPiece[] = [];
	let start = 0;
	for (let index = 1; index <= text.length; index += 1) {
		if (index < text.length && isMarked[index] === isMarked[start]) continue;
		pieces.push({ text: text.slice(start, index), isMarked: isMarked[start] === 1 });
		start = index;
	}
	return pieces;
}

/** A folded text, and for each of its code units, and its end, where in the text it comes from. */
function foldByLetter(text: string): { readonly folded: string; readonly places: readonly number[] } {
	let folded = "";
	const places: number[] = [];
	let place = 0;
	for (const letter of text) {
		const own = foldText(letter);
		for (let index = 0; index < own.length; index += 1) places.push(place);
		folded += own;
		place += letter.length;
	}
	return { folded, places: [...places, text.length] };
}
