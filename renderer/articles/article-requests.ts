import type { z } from "zod";
import {
	type Article,
	type ArticleInput,
	articleSchema,
	articleVersionsSchema,
} from "../../shared/knowledge/article.ts";
import type { Result } from "../../shared/result.ts";
import { askDesk } from "../http/index.ts";
import { keptRequests } from "../kept/index.ts";
import { knowledgeText as text } from "../text/en/knowledge.ts";

export function inputOf({ name, audience, text: written, reviewAt, ticketId }: Article): ArticleInput {
	return { name, audience, text: written, reviewAt, ticketId };
}

export const { save: saveArticle, remove: removeArticle } = keptRequests({
	path: "/articles",
	key: "article",
	answer: articleSchema,
	inputOf,
	text,
});

/** Says whether it helped; `null` takes that back. */
export function rateArticle(id: string, isHelpful: boolean | null): Promise<Result<Article>> {
	return askDesk({
		method: "PUT",
		path: `/articles/${id}/rating`,
		body: { isHelpful },
		answer: articleSchema,
	});
}

/** All wordings of an article, and what oneself says of it. */
export function fetchVersions(id: string): Promise<Result<z.infer<typeof articleVersionsSchema>>> {
	return askDesk({ path: `/articles/${id}/versions`, answer: articleVersionsSchema });
}
