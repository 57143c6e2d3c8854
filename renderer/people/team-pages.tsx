import type { ReactNode } from "react";
import { Route, Switch } from "wouter";
import { TeamListPage } from "./team-list-page.tsx";
import { TeamPage } from "./team-page.tsx";

/** Teams: the list, and one of them. */
export function TeamPages({ tabs }: { readonly tabs: ReactNode }) {
	return (
		<Switch>
			<Route path="/teams">
				<TeamListPage tabs={tabs} />
			</Route>
			<Route path="/teams/:teamId">
				{({ teamId }) => <TeamPage key={teamId} teamId={teamId} tabs={tabs} />}
			</Route>
		</Switch>
	);
}
