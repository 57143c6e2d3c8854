import { lazy } from "react";
import { Redirect, Route, Switch } from "wouter";
import { QueuePage } from "../queue/index.ts";
import { SetupPage } from "../setup/index.ts";
import { SyncPage } from "../sync/index.ts";
import { NewTicketPage, TicketPage } from "../ticket/index.ts";
import { NotFound } from "./not-found.tsx";

// Queue and ticket are what people come for: they are there with the frame.
const HomePage = lazy(async () => ({ default: (await import("../home/index.ts")).HomePage }));
const AlertsPage = lazy(async () => ({ default: (await import("../alerts/index.ts")).AlertsPage }));
const ChecksPage = lazy(async () => ({ default: (await import("../checks/index.ts")).ChecksPage }));
const MajorsPage = lazy(async () => ({ default: (await import("../majors/index.ts")).MajorsPage }));
const WorkloadPage = lazy(async () => ({ default: (await import("../workload/index.ts")).WorkloadPage }));
const KnowledgePages = lazy(async () => ({
	default: (await import("../knowledge/index.ts")).KnowledgePages,
}));
const SearchPage = lazy(async () => ({ default: (await import("../search-page/index.ts")).SearchPage }));
const UnmatchedPage = lazy(async () => ({ default: (await import("../mail/index.ts")).UnmatchedPage }));
const SettingsPage = lazy(async () => ({ default: (await import("../settings/index.ts")).SettingsPage }));
const ChangesPages = lazy(async () => ({ default: (await import("../changes/index.ts")).ChangesPages }));
const ChangeSettingsPage = lazy(async () => ({
	default: (await import("../change-settings/index.ts")).ChangeSettingsPage,
}));
const NewRequestPage = lazy(async () => ({ default: (await import("../requests/index.ts")).NewRequestPage }));
const CataloguePage = lazy(async () => ({ default: (await import("../catalogue/index.ts")).CataloguePage }));
const ServicesPages = lazy(async () => ({ default: (await import("../services/index.ts")).ServicesPages }));
const SignInPage = lazy(async () => ({ default: (await import("../sign-in/index.ts")).SignInPage }));

/** Which page an address names; the rarer ones are loaded when they are first asked for. */
export function Routes() {
	return (
		<Switch>
			<Route path="/">
				<Redirect to="/queues" replace />
			</Route>
			<Route path="/index.html">
				<Redirect to="/queues" replace />
			</Route>
			<Route path="/home" component={HomePage} />
			<Route path="/queues/:view?">{({ view }) => <QueuePage view={view} />}</Route>
			<Route path="/tickets/:number">{({ number }) => <TicketPage number={number} />}</Route>
			<Route path="/new/request" component={NewRequestPage} />
			<Route path="/new/:kind?">{({ kind }) => <NewTicketPage kind={kind} />}</Route>
			<Route path="/search" component={SearchPage} />
			<Route path="/majors" component={MajorsPage} />
			<Route path="/workload" component={WorkloadPage} />
			<Route path="/alerts" nest>
				<AlertsPage />
			</Route>
			<Route path="/checks" nest>
				<ChecksPage />
			</Route>
			<Route path="/changes" nest>
				<ChangesPages />
			</Route>
			<Route path="/mail" component={UnmatchedPage} />
			<Route path="/knowledge/*?" component={KnowledgePages} />
			<Route path="/services/*?" component={ServicesPages} />
			<Route path="/settings/changes">
				<ChangeSettingsPage />
			</Route>
			<Route path="/settings/catalogue" nest>
				<CataloguePage />
			</Route>
			<Route path="/settings" nest>
				<SettingsPage />
			</Route>
			<Route path="/setup" component={SetupPage} />
			<Route path="/sync" component={SyncPage} />
			<Route path="/sign-in" component={SignInPage} />
			<Route component={NotFound} />
		</Switch>
	);
}
