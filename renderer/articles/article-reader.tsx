import { Modal } from "@mantine/core";
import { Link } from "wouter";
import { useTopic } from "../data/index.ts";
import { knowledgeText as text } from "../text/en/knowledge.ts";
import { ArticleRating } from "./article-rating.tsx";
import classes from "./articles.module.css";

interface Props {
	readonly articleId: string;
	readonly onClose: () => void;
}

/** An article read where one is, without leaving what one writes. */
export function ArticleReader({ articleId, onClose }: Props) {
	const view = useTopic("article", { articleId });
	if (view === undefined) return null;
	return (
		<Modal opened onClose={onClose} title={view?.article.name ?? text.notFound} size="lg">
			{view === null ? (
				<p>{text.notFoundHint}</p>
			) : (
				<>
					{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
					<div className={classes.text} data-scrolls tabIndex={0} data-autofocus>
						{view.article.text}
					</div>
					<div className={classes.foot}>
						<ArticleRating articleId={articleId} />
						<Link href={`/knowledge/${articleId}`} onClick={onClose}>
							{text.hints.open}
						</Link>
					</div>
				</>
			)}
		</Modal>
	);
}
