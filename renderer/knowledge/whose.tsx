import { knowledgeText as text } from "../text/en/knowledge.ts";
import type { ArticleView } from "../worker/topics/kept-protocol.ts";

/** For whom an article is. */
export function Whose({ view: { article, teamName } }: { readonly view: ArticleView }) {
	const { audience } = article;
	if (audience.kind === "own") return <span>{text.draft}</span>;
	return <span>{audience.kind === "team" ? text.team(teamName ?? audience.teamId) : text.everybody}</span>;
}
