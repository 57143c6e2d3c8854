import { Route, Switch } from "wouter";
import { useTopic } from "../data/index.ts";
import { CalendarPage } from "./calendar-page.tsx";
import { OverviewPage } from "./overview-page.tsx";
import { PolicyPage } from "./policy-page.tsx";

/** Policies and calendars: what there is, and each with its versions. */
export function ServiceLevelsPage() {
	const definitions = useTopic("definitions", null);
	if (!definitions) return null;
	return (
		<Switch>
			<Route path="/">
				<OverviewPage definitions={definitions} />
			</Route>
			<Route path="/policies/:id">
				{({ id }) => <PolicyPage key={id} id={id === "new" ? null : id} definitions={definitions} />}
			</Route>
			<Route path="/calendars/:id">
				{({ id }) => <CalendarPage key={id} id={id === "new" ? null : id} definitions={definitions} />}
			</Route>
		</Switch>
	);
}
