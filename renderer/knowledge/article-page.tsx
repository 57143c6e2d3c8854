import { Group } from "@mantine/core";
import { Link, useLocation } from "wouter";
import { isReviewDue } from "../../shared/knowledge/review.ts";
import { GuardedButton, useOnline } from "../access/index.ts";
import articleClasses from "../articles/articles.module.css";
import { ArticleRating, removeArticle } from "../articles/index.ts";
import { useTopic } from "../data/index.ts";
import { useShortcuts } from "../keys/index.ts";
import { TimeAgo } from "../marks/index.ts";
import { useNow } from "../now/index.ts";
import { Card, Page } from "../page/index.ts";
import { knowledgeText as text } from "../text/en/knowledge.ts";
import { formatDay } from "../text/time.ts";
import { tellRefusal } from "../ticket/index.ts";
import type { ArticleView } from "../worker/topics/kept-protocol.ts";
import { BackLink } from "./back-link.tsx";
import classes from "./knowledge.module.css";
import { VersionsCard } from "./versions-card.tsx";
import { Whose } from "./whose.tsx";

/** One article: what it says, what is known about it, and its earlier wordings. */
export function ArticlePage({ articleId }: { readonly articleId: string }) {
	const view = useTopic("article", { articleId });
	if (view === undefined) return <Page title={text.loading}>{null}</Page>;
	if (view === null)
		return (
			<Page title={text.notFound} trail={<BackLink />} layout="read">
				<p>{text.notFoundHint}</p>
			</Page>
		);
	return <Loaded view={view} />;
}

function Loaded({ view }: { readonly view: ArticleView }) {
	const { article, mayEdit } = view;
	const [, navigate] = useLocation();
	const online = useOnline();
	const edit = () => navigate(`/knowledge/${article.id}/edit`);
	useShortcuts({ bulkEdit: () => mayEdit && online.isAllowed && edit() });
	async function remove(): Promise<void> {
		const removed = await removeArticle(article);
		if (removed.ok) navigate("/knowledge");
		else tellRefusal(removed.error.message);
	}
	const actions = mayEdit ? (
		<Group gap="xs">
			<GuardedButton access={online} variant="subtle" color="red" onClick={() => void remove()}>
				{text.remove}
			</GuardedButton>
			<GuardedButton access={online} variant="default" onClick={edit}>
				{text.edit}
			</GuardedButton>
		</Group>
	) : null;
	return (
		<Page title={article.name} trail={<BackLink />} layout="wide" actions={actions}>
			<div className={classes.columns}>
				<Card title={text.form.text}>
					<div className={articleClasses.text}>{article.text}</div>
					<div className={articleClasses.foot}>
						<ArticleRating articleId={article.id} />
						<span className={classes.dim}>{text.ratings(article.helpful, article.unhelpful)}</span>
					</div>
				</Card>
				<div className={classes.side}>
					<AboutCard view={view} />
					<VersionsCard article={article} mayEdit={mayEdit} />
				</div>
			</div>
		</Page>
	);
}

function AboutCard({ view }: { readonly view: ArticleView }) {
	const { article, editedByName } = view;
	const now = useNow("minute");
	const source = useTopic("ticket", { key: article.ticketId ?? "" });
	return (
		<Card title={text.about}>
			<dl className={classes.facts}>
				<dt>{text.whose}</dt>
				<dd>
					<Whose view={view} />
				</dd>
				<dt>{text.version}</dt>
				<dd>
					{article.version} · {text.edited(editedByName)} <TimeAgo at={article.editedAt} />
				</dd>
				<dt>{text.review}</dt>
				<dd>
					{article.reviewAt === null ? text.never : formatDay(article.reviewAt)}{" "}
					{isReviewDue(article, now) ? <strong className={classes.due}>{text.reviewDue}</strong> : null}
				</dd>
				{source && source.ticket.id === article.ticketId ? (
					<>
						<dt>{text.from}</dt>
						<dd>
							<Link href={`/tickets/${source.ticket.number}`}>{source.ticket.number}</Link>
						</dd>
					</>
				) : null}
			</dl>
		</Card>
	);
}
