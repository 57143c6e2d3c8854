import { notifications } from "@mantine/notifications";
import type { z } from "zod";
import {
	type Article,
	type ArticleInput,
	articleSchema,
	articleVersionsSchema,
	type articleVersionsSchema as Versions,
} from "../../shared/knowledge/article.ts";
import type { Result } from "../../shared/result.ts";
import { askDesk } from "../http/index.ts";
import { offerBack } from "../page/index.ts";
import { knowledgeText as text } from "../text/en/knowledge.ts";

interface Saving {
	readonly id: string;
	/** The one that was edited; 0 makes a new one. */
	readonly version: number;
	readonly input: ArticleInput;
}

function putArticle({ id, version, input }: Saving): Promise<Result<Article>> {
	const body = { version, article: input };
	return askDesk({ method: "PUT", path: `/articles/${id}`, body, answer: articleSchema });
}

function deleteArticle({ id, version }: Article): Promise<Result<Article>> {
	return askDesk({ method: "DELETE", path: `/articles/${id}`, query: { version }, answer: articleSchema });
}

export function inputOf({ name, audience, text: written, reviewAt, ticketId }: Article): ArticleInput {
	return { name, audience, text: written, reviewAt, ticketId };
}

/** Saves an article; `before` is what Undo gives back, `null` where it is new. */
export async function saveArticle(saving: Saving, before: Article | null): Promise<Result<Article>> {
	const saved = await putArticle(saving);
	if (!saved.ok) return saved;
	const { id, version, name } = saved.value;
	offerBack(text.saved(name), async () => {
		if (before) tell(await putArticle({ id, version, input: inputOf(before) }), text.undone(before.name));
		else tell(await deleteArticle(saved.value), text.removed(name));
	});
	return saved;
}

/** Takes an article away, and offers it back. */
export async function removeArticle(article: Article): Promise<Result<Article>> {
	const removed = await deleteArticle(article);
	if (!removed.ok) return removed;
	offerBack(text.removed(article.name), async () => {
		const saving = { id: article.id, version: 0, input: inputOf(removed.value) };
		tell(await putArticle(saving), text.undone(article.name));
	});
	return removed;
}

/** Says whether it helped; `null` takes that back. */
export function rateArticle(id: string, isHelpful: boolean | null): Promise<Result<Article>> {
	return askDesk({
		method: "PUT",
		path: `/articles/${id}/rating`,
		body: { isHelpful },
		answer: articleSchema,
	});
}

export function fetchVersions(id: string): Promise<Result<z.infer<typeof Versions>>> {
	return askDesk({ method: "GET", path: `/articles/${id}/versions`, answer: articleVersionsSchema });
}

function tell(result: Result<Article>, message: string): void {
	notifications.show({ message: result.ok ? message : result.error.message });
}
