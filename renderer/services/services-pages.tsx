import { Route, Switch } from "wouter";
import { CiListPage } from "./ci-list-page.tsx";
import { CiPage } from "./ci-page.tsx";
import { ImportPage } from "./import/import-page.tsx";
import { NewCiPage } from "./new-ci-page.tsx";
import { CI_IMPORT_PATH, NEW_CI_PATH, SERVICES_PATH } from "./paths.ts";

/** Services and CIs: the list, one of them, a new one, a file of them. */
export function ServicesPages() {
	return (
		<Switch>
			<Route path={SERVICES_PATH} component={CiListPage} />
			<Route path={NEW_CI_PATH} component={NewCiPage} />
			<Route path={CI_IMPORT_PATH} component={ImportPage} />
			<Route path="/services/:ciId">{({ ciId }) => <CiPage key={ciId} ciId={ciId} />}</Route>
		</Switch>
	);
}
