import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTopic } from "../data/index.ts";
import { knowledgeText as text } from "../text/en/knowledge.ts";
import { ArticleReader } from "./article-reader.tsx";
import { ArticleRows } from "./article-rows.tsx";
import classes from "./articles.module.css";

/** Nobody is asked at every letter. */
const PAUSE_MS = 200;
const FEWEST_LETTERS = 4;
const NONE: readonly string[] = [];

/** Articles about what is being typed, to read without leaving the form. */
export function BesideArticles({ typed }: { readonly typed: string }) {
	const [settled] = useDebouncedValue(typed.trim(), PAUSE_MS);
	const isEnough = settled.length >= FEWEST_LETTERS && typed.trim() !== "";
	const hints = useTopic("articleHints", { text: isEnough ? settled : "", linkedIds: NONE });
	const [readId, setReadId] = useState<string | null>(null);
	if (!isEnough || !hints || hints.suggested.length === 0) return null;
	return (
		<section aria-label={text.hints.title}>
			<h2 className={classes.heading}>{text.hints.suggested}</h2>
			<ArticleRows label={text.hints.suggested} hints={hints.suggested} onRead={setReadId} />
			{readId === null ? null : <ArticleReader articleId={readId} onClose={() => setReadId(null)} />}
		</section>
	);
}
