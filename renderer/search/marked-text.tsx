import { markWords } from "../../shared/search/mark-words.ts";
import classes from "./search.module.css";

interface Props {
	readonly text: string;
	/** Folded. */
	readonly words: readonly string[];
}

/** A text with what was searched for marked in it. */
export function MarkedText({ text, words }: Props) {
	let at = 0;
	return markWords(text, words).map((piece) => {
		at += piece.text.length;
		return piece.isMarked ? (
			<mark key={at} className={classes.mark}>
				{piece.text}
			</mark>
		) : (
			<span key={at}>{piece.text}</span>
		);
	});
}
