import { useSearchParams } from "wouter";
import { isOpenState } from "../../shared/ticket/lifecycle.ts";
import { fieldValue, type Ticket } from "../../shared/ticket/ticket.ts";
import { useTopic } from "../data/index.ts";
import { Page } from "../page/index.ts";
import { knowledgeText as text } from "../text/en/knowledge.ts";
import { ArticleForm } from "./article-form.tsx";
import { BackLink } from "./back-link.tsx";

/** A new article; `?from=<ticket id>` begins with how that was solved. */
export function NewArticlePage() {
	const [parameters] = useSearchParams();
	const from = parameters.get("from");
	const view = useTopic("ticket", { key: from ?? "" });
	const isKnown = from === null || (view !== undefined && (view === null || view.ticket.id === from));
	const source = from !== null && view ? view : null;
	return (
		<Page title={text.form.newTitle} trail={<BackLink />} layout="read">
			{isKnown ? (
				<ArticleForm
					key={from ?? "new"}
					article={null}
					source={source}
					begun={source ? draftOf(source.ticket) : { name: "", text: "" }}
				/>
			) : null}
		</Page>
	);
}

export function EditArticlePage({ articleId }: { readonly articleId: string }) {
	const view = useTopic("article", { articleId });
	const title = view ? text.form.editTitle(view.article.name) : view === null ? text.notFound : text.loading;
	return (
		<Page title={title} trail={<BackLink />} layout="read">
			{view ? (
				<ArticleForm article={view.article} source={null} begun={view.article} />
			) : view === null ? (
				<p>{text.notFoundHint}</p>
			) : null}
		</Page>
	);
}

/** What a ticket says of what was wrong and what helped. */
function draftOf(ticket: Ticket): { readonly name: string; readonly text: string } {
	const say = (field: "$fixNotes" | "$workaround" | "$rootCause") => {
		const value = fieldValue(ticket, field);
		return typeof value === "string" ? value : "";
	};
	const isOver = !isOpenState(ticket.kind, ticket.state);
	const solution = (isOver ? ticket.closeNotes : null) ?? (say("$fixNotes") || say("$workaround"));
	const problem = [ticket.description ?? "", say("$rootCause")].filter((part) => part !== "").join("\n");
	return { name: ticket.shortDescription, text: text.draftOf(problem, solution) };
}
