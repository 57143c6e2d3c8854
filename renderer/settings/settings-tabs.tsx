import { PageTabs } from "../page/index.ts";
import { lifecyclesText } from "../text/en/lifecycles.ts";
import { mailText } from "../text/en/mail.ts";
import { ownText } from "../text/en/own-account.ts";
import { repliesText } from "../text/en/replies.ts";
import { serviceLevelsText } from "../text/en/service-levels.ts";
import { settingsText } from "../text/en/settings.ts";

const TABS = [
	{ path: "/", label: settingsText.tabs.general },
	{ path: "/account", label: ownText.title },
	{ path: "/people", label: settingsText.tabs.people },
	{ path: "/teams", label: settingsText.tabs.teams },
	{ path: "/service-levels", label: serviceLevelsText.title },
	{ path: "/lifecycles", label: lifecyclesText.title },
	{ path: "/replies", label: repliesText.title },
	{ path: "/mail", label: mailText.title },
	{ path: "/audit", label: settingsText.tabs.audit },
] as const;

export function SettingsTabs() {
	return <PageTabs label={settingsText.tabs.label} tabs={TABS} />;
}
