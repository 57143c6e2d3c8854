import type { Article } from "../../../shared/knowledge/article.ts";
import { foldText, searchWords } from "../../../shared/search/fold-text.ts";

/** What is compared of an article; made once for each wording. */
interface Read {
	/** Beginnings of the words of its name. */
	readonly name: ReadonlySet<string>;
	readonly all: ReadonlySet<string>;
	/** Folded, to find parts of words in. */
	readonly text: string;
}

const WORD = /[\p{L}\p{N}]{3,}/gu;
/** Words that begin alike are taken for forms of one: `printer`, `printers`, `printing`. */
const BEGINNING = 5;
/** A word of the name says more than one of the text. */
const NAME_WORTH = 2;
/** So much of what was asked must be answered for an article to be worth a line. */
const LEAST = 0.3;

const known = new WeakMap<Article, Read>();

function read(article: Article): Read {
	const before = known.get(article);
	if (before) return before;
	const text = foldText(`${article.name}\n${article.text}`);
	const made = { name: beginningsOf(article.name), all: beginningsOf(text), text };
	known.set(article, made);
	return made;
}

function beginningsOf(text: string): ReadonlySet<string> {
	return new Set([...foldText(text).matchAll(WORD)].map(([word]) => word.slice(0, BEGINNING)));
}

/** Those that have all these words or parts of words, those that have them in their names first. */
export function findArticles<One extends Article>(articles: readonly One[], text: string): readonly One[] {
	const words = searchWords(text);
	return articles
		.filter((article) => words.every((word) => read(article).text.includes(word)))
		.map((article) => ({
			article,
			inName: words.filter((word) => foldText(article.name).includes(word)).length,
		}))
		.sort((one, other) => other.inName - one.inName)
		.map(({ article }) => article);
}

/** Those that are about what a text says, the best first. A word that few articles have says more. */
export function suggestArticles<One extends Article>(
	articles: readonly One[],
	text: string,
	limit: number,
): readonly One[] {
	const asked = [...beginningsOf(text)];
	const weights = asked.map((word) => {
		const uses = articles.filter((article) => read(article).all.has(word)).length;
		return { word, weight: Math.log(1 + articles.length / (1 + uses)) };
	});
	const most = weights.reduce((sum, { weight }) => sum + weight * NAME_WORTH, 0);
	if (most === 0) return [];
	return articles
		.map((article) => {
			const { name, all } = read(article);
			const score = weights.reduce((sum, { word, weight }) => {
				if (name.has(word)) return sum + weight * NAME_WORTH;
				return all.has(word) ? sum + weight : sum;
			}, 0);
			return { article, score: score / most };
		})
		.filter(({ score }) => score >= LEAST)
		.sort((one, other) => other.score - one.score)
		.slice(0, limit)
		.map(({ article }) => article);
}
