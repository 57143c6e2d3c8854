import type { ReactNode } from "react";
import { Route, Switch } from "wouter";
import { NewPersonPage } from "./new-person-page.tsx";
import { PeopleListPage } from "./people-list-page.tsx";
import { PersonPage } from "./person-page.tsx";

/** People: the list, one of them, a new one. */
export function PeoplePages({ tabs }: { readonly tabs: ReactNode }) {
	return (
		<Switch>
			<Route path="/people">
				<PeopleListPage tabs={tabs} />
			</Route>
			<Route path="/people/new">
				<NewPersonPage tabs={tabs} />
			</Route>
			<Route path="/people/:personId">
				{({ personId }) => <PersonPage key={personId} personId={personId} tabs={tabs} />}
			</Route>
		</Switch>
	);
}
