import { Route, Switch } from "wouter";
import { LifecyclesPages } from "../lifecycles/index.ts";
import { MailSettingsPage } from "../mail/index.ts";
import { OwnAccountPage } from "../own-account/index.ts";
import { AuditPage, PeoplePages, TeamPages } from "../people/index.ts";
import { RepliesPage } from "../reply-settings/index.ts";
import { ServiceLevelPages } from "../service-levels/index.ts";
import { GeneralPage } from "./general-page.tsx";
import { SettingsTabs } from "./settings-tabs.tsx";

/** What is chosen once, who works here, what is promised, and who changed that. */
export function SettingsPage() {
	const tabs = <SettingsTabs />;
	return (
		<Switch>
			<Route path="/account">
				<OwnAccountPage tabs={tabs} />
			</Route>
			<Route path="/people/*?">
				<PeoplePages tabs={tabs} />
			</Route>
			<Route path="/teams/*?">
				<TeamPages tabs={tabs} />
			</Route>
			<Route path="/service-levels/*?">
				<ServiceLevelPages tabs={tabs} />
			</Route>
			<Route path="/lifecycles/*?">
				<LifecyclesPages tabs={tabs} />
			</Route>
			<Route path="/replies">
				<RepliesPage tabs={tabs} />
			</Route>
			<Route path="/mail">
				<MailSettingsPage tabs={tabs} />
			</Route>
			<Route path="/audit">
				<AuditPage tabs={tabs} />
			</Route>
			<Route>
				<GeneralPage tabs={tabs} />
			</Route>
		</Switch>
	);
}
