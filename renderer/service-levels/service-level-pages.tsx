import type { ReactNode } from "react";
import { Route, Switch } from "wouter";
import { useTopic } from "../data/index.ts";
import { CalendarPage } from "./calendar-page.tsx";
import { OverviewPage } from "./overview-page.tsx";
import { RECALCULATE, SERVICE_LEVELS } from "./paths.ts";
import { PolicyPage } from "./policy-page.tsx";
import { RecalculatePage } from "./recalculate-page.tsx";

/** Policies and calendars: what there is, each with its versions, and counting clocks anew. */
export function ServiceLevelPages({ tabs }: { readonly tabs: ReactNode }) {
	const definitions = useTopic("definitions", null);
	if (!definitions) return null;
	const parts = { definitions, tabs };
	return (
		<Switch>
			<Route path={SERVICE_LEVELS}>
				<OverviewPage {...parts} />
			</Route>
			<Route path={RECALCULATE}>
				<RecalculatePage {...parts} />
			</Route>
			<Route path={`${SERVICE_LEVELS}/policies/:id`}>
				{({ id }) => <PolicyPage key={id} id={id === "new" ? null : id} {...parts} />}
			</Route>
			<Route path={`${SERVICE_LEVELS}/calendars/:id`}>
				{({ id }) => <CalendarPage key={id} id={id === "new" ? null : id} {...parts} />}
			</Route>
		</Switch>
	);
}
