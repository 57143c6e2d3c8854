import { Route, Switch } from "wouter";
import { CheckDetailPage } from "./check-detail-page.tsx";
import { CheckFormPage } from "./check-form-page.tsx";
import { CheckListPage } from "./check-list-page.tsx";

/** Everything about checks: the list, one check, the form. */
export function ChecksPage() {
	return (
		<Switch>
			<Route path="/" component={CheckListPage} />
			<Route path="/new">
				<CheckFormPage checkId={null} />
			</Route>
			<Route path="/:checkId/edit">{({ checkId }) => <CheckFormPage checkId={checkId} />}</Route>
			<Route path="/:checkId">{({ checkId }) => <CheckDetailPage key={checkId} checkId={checkId} />}</Route>
		</Switch>
	);
}
