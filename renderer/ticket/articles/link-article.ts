import type { Article } from "../../../shared/knowledge/article.ts";
import { ARTICLES } from "../../../shared/ticket/parts/common-fields.ts";
import { readTags, writeTags } from "../../../shared/ticket/parts/tags.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { knowledgeText } from "../../text/en/knowledge.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import { saveQuickEdit } from "../save-edit.ts";

type Named = Pick<Article, "id" | "name">;

/** The articles that a ticket names. */
export function linkedArticles(ticket: Ticket): readonly string[] {
	return readTags(ticket[ARTICLES]);
}

/** Puts an article beside a ticket; can be undone. */
export function linkArticle(view: TicketView, { id, name }: Named): Promise<boolean> {
	return saveQuickEdit(view, {
		set: { [ARTICLES]: writeTags([...linkedArticles(view.ticket), id]) },
		undoLabel: knowledgeText.hints.linkedTo(name, view.ticket.number),
	});
}

export function unlinkArticle(view: TicketView, { id, name }: Named): Promise<boolean> {
	return saveQuickEdit(view, {
		set: { [ARTICLES]: writeTags(linkedArticles(view.ticket).filter((other) => other !== id)) },
		undoLabel: knowledgeText.hints.unlinkedFrom(name, view.ticket.number),
	});
}
