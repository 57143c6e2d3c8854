import { Button } from "@mantine/core";
import { useState } from "react";
import { useLocation } from "wouter";
import { fieldValue, type Ticket } from "../../../shared/ticket/ticket.ts";
import { ArticleReader, ArticleRows } from "../../articles/index.ts";
import { useTopic } from "../../data/index.ts";
import { useShortcuts } from "../../keys/index.ts";
import { knowledgeText } from "../../text/en/knowledge.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import page from "../ticket.module.css";
import { ArticlePicker } from "./article-picker.tsx";
import { linkArticle, linkedArticles, unlinkArticle } from "./link-article.ts";

const text = knowledgeText.hints;

interface Props {
	readonly view: TicketView;
	readonly canEdit: boolean;
}

/** The articles that go with a ticket, those that may be about it, and the way to one more. */
export function ArticlesSection({ view, canEdit }: Props) {
	const { ticket } = view;
	const [, navigate] = useLocation();
	const hints = useTopic("articleHints", {
		text: ticket.shortDescription,
		linkedIds: linkedArticles(ticket),
	});
	const [readId, setReadId] = useState<string | null>(null);
	const [isPicking, setIsPicking] = useState(false);
	useShortcuts({ linkArticle: () => canEdit && setIsPicking(true) });
	const isSolved = hasSolution(ticket);
	const isEmpty = !hints || (hints.linked.length === 0 && hints.suggested.length === 0);
	if (ticket.kind === "approval") return null;
	return (
		<section aria-label={text.title}>
			{isEmpty ? null : <h2 className={page.sideTitle}>{text.title}</h2>}
			<ArticleRows
				label={text.linked}
				hints={hints?.linked ?? []}
				onRead={setReadId}
				action={(hint) =>
					canEdit ? (
						<Button
							variant="subtle"
							color="gray"
							size="compact-xs"
							aria-label={text.unlinkNamed(hint.name)}
							onClick={() => void unlinkArticle(view, hint)}
						>
							{text.unlink}
						</Button>
					) : null
				}
			/>
			<ArticleRows
				label={text.suggested}
				hints={hints?.suggested ?? []}
				onRead={setReadId}
				action={(hint) =>
					canEdit ? (
						<Button
							variant="default"
							size="compact-xs"
							aria-label={text.linkNamed(hint.name)}
							onClick={() => void linkArticle(view, hint)}
						>
							{text.link}
						</Button>
					) : null
				}
			/>
			{isSolved && canEdit ? (
				<Button
					variant="subtle"
					color="gray"
					size="compact-xs"
					onClick={() => navigate(`/knowledge/new?from=${ticket.id}`)}
				>
					{text.write}
				</Button>
			) : null}
			{readId === null ? null : <ArticleReader articleId={readId} onClose={() => setReadId(null)} />}
			{isPicking ? <ArticlePicker view={view} onClose={() => setIsPicking(false)} /> : null}
		</section>
	);
}

function hasSolution(ticket: Ticket): boolean {
	const parts = [ticket.closeNotes, fieldValue(ticket, "$fixNotes"), fieldValue(ticket, "$workaround")];
	return parts.some((part) => typeof part === "string" && part.trim() !== "");
}
