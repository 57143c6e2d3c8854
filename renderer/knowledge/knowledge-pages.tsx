import { Route, Switch } from "wouter";
import { EditArticlePage, NewArticlePage } from "./article-form-pages.tsx";
import { ArticlePage } from "./article-page.tsx";
import { KnowledgePage } from "./knowledge-page.tsx";

/** Articles: the list, one of them, a new one, a changed one. */
export function KnowledgePages() {
	return (
		<Switch>
			<Route path="/knowledge" component={KnowledgePage} />
			<Route path="/knowledge/new" component={NewArticlePage} />
			<Route path="/knowledge/:id/edit">{({ id }) => <EditArticlePage key={id} articleId={id} />}</Route>
			<Route path="/knowledge/:id">{({ id }) => <ArticlePage key={id} articleId={id} />}</Route>
		</Switch>
	);
}
