import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import { useOnline } from "../access/index.ts";
import { useLoaded } from "../http/index.ts";
import { knowledgeText as text } from "../text/en/knowledge.ts";
import { fetchVersions, rateArticle } from "./article-requests.ts";
import classes from "./articles.module.css";

/** Whether an article helped who reads it: once each, and it can be taken back. */
export function ArticleRating({ articleId }: { readonly articleId: string }) {
	const online = useOnline();
	const load = useCallback(() => fetchVersions(articleId), [articleId]);
	const { value, reload } = useLoaded(load);
	const rating = value?.rating ?? null;

	async function rate(isHelpful: boolean): Promise<void> {
		const next = rating === isHelpful ? null : isHelpful;
		const answer = await rateArticle(articleId, next);
		const message = next === null ? text.unrated : text.rated;
		notifications.show({ message: answer.ok ? message : answer.error.message });
		await reload();
	}
	return (
		<fieldset className={classes.rating} disabled={!online.isAllowed} title={online.reason ?? undefined}>
			<legend className={classes.hint}>{text.helped}</legend>
			<Group gap="xs">
				{[true, false].map((isHelpful) => (
					<Button
						key={String(isHelpful)}
						size="compact-sm"
						variant={rating === isHelpful ? "filled" : "default"}
						aria-pressed={rating === isHelpful}
						onClick={() => void rate(isHelpful)}
					>
						{isHelpful ? text.yes : text.no}
					</Button>
				))}
			</Group>
		</fieldset>
	);
}
