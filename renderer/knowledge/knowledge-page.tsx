import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useDeferredValue, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { isReviewDue } from "../../shared/knowledge/review.ts";
import { GuardedButton, useOnline } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { useShortcuts } from "../keys/index.ts";
import { TimeAgo } from "../marks/index.ts";
import { useNow } from "../now/index.ts";
import { EmptyState, Page, useRowKeys } from "../page/index.ts";
import rowLink from "../page/row-link.module.css";
import { knowledgeText as text } from "../text/en/knowledge.ts";
import type { ArticleView } from "../worker/topics/kept-protocol.ts";
import classes from "./knowledge.module.css";
import { Whose } from "./whose.tsx";

const SHOWN = ["all", "drafts", "due"] as const;
type Shown = (typeof SHOWN)[number];

/** What is known: found as one types, also offline. */
export function KnowledgePage() {
	const online = useOnline();
	const [, navigate] = useLocation();
	const [words, setWords] = useState("");
	const [shown, setShown] = useState<Shown>("all");
	const now = useNow("minute");
	const found = useTopic("articles", { text: useDeferredValue(words) });
	const rows = found?.found.filter(({ article }) => {
		if (shown === "all") return true;
		return shown === "drafts" ? article.audience.kind === "own" : isReviewDue(article, now);
	});
	const search = useRef<HTMLInputElement>(null);
	const { list } = useRowKeys();
	useShortcuts({ filter: () => search.current?.focus() });
	const isNarrowed = words.trim() !== "" || shown !== "all";
	const add = (
		<GuardedButton
			access={online}
			leftSection={<IconPlus size={14} aria-hidden="true" />}
			onClick={() => navigate("/knowledge/new")}
		>
			{text.add}
		</GuardedButton>
	);
	return (
		<Page title={text.title} layout="wide" actions={add}>
			<search className={classes.toolbar}>
				<TextInput
					ref={search}
					className={classes.search}
					aria-label={text.search}
					placeholder={text.search}
					leftSection={<IconSearch size={14} aria-hidden="true" />}
					value={words}
					onChange={(event) => setWords(event.currentTarget.value)}
				/>
				<SegmentedControl
					size="xs"
					aria-label={text.show.label}
					value={shown}
					onChange={(value) => setShown(SHOWN.find((each) => each === value) ?? "all")}
					data={SHOWN.map((value) => ({ value, label: text.show[value] }))}
				/>
				<span className={classes.count} role="status">
					{rows ? text.found(rows.length) : ""}
				</span>
			</search>
			<div ref={list}>
				{rows && rows.length > 0 ? (
					<ul className={classes.rows} aria-label={text.list}>
						{rows.map((view) => (
							<Row key={view.article.id} view={view} now={now} />
						))}
					</ul>
				) : null}
			</div>
			{rows?.length === 0 && !isNarrowed ? (
				<EmptyState title={text.none.title} hint={text.none.hint} />
			) : null}
			{rows?.length === 0 && isNarrowed ? (
				<EmptyState
					title={text.empty.title}
					action={
						<Button
							variant="default"
							onClick={() => {
								setWords("");
								setShown("all");
							}}
						>
							{text.empty.showAll}
						</Button>
					}
				/>
			) : null}
		</Page>
	);
}

function Row({ view, now }: { readonly view: ArticleView; readonly now: number }) {
	const { article } = view;
	return (
		<li className={`${rowLink.row} ${classes.row}`}>
			<Link href={`/knowledge/${article.id}`} className={rowLink.link} data-row-link>
				{article.name}
			</Link>
			<span className={rowLink.dim}>{article.text}</span>
			<span className={`${rowLink.dim} ${classes.about}`}>
				{isReviewDue(article, now) ? <strong className={classes.due}>{text.reviewDue}</strong> : null}
			</span>
			<span className={`${rowLink.dim} ${classes.about}`}>
				<Whose view={view} />
			</span>
			<span className={`${rowLink.dim} ${classes.about}`}>
				{text.ratings(article.helpful, article.unhelpful)}
			</span>
			<span className={`${rowLink.dim} ${classes.about}`}>
				<TimeAgo at={article.editedAt} />
			</span>
		</li>
	);
}
