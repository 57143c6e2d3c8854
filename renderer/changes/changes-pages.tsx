import { Redirect, Route, Switch } from "wouter";
import { CalendarPage } from "./calendar/calendar-page.tsx";
import { NewChangePage } from "./new-change-page.tsx";
import { StandardPage } from "./standard-page.tsx";

/** When what is changed, and how a change is begun. */
export function ChangesPages() {
	return (
		<Switch>
			<Route path="/calendar" component={CalendarPage} />
			<Route path="/new" component={NewChangePage} />
			<Route path="/standard" component={StandardPage} />
			<Route>
				<Redirect to="/calendar" replace />
			</Route>
		</Switch>
	);
}
