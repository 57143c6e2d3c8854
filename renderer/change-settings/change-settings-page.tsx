import { useEffect } from "react";
import { Link } from "wouter";
import type { ChangeSettingsRecord } from "../../shared/change/settings.ts";
import { useTopic } from "../data/index.ts";
import { Page } from "../page/index.ts";
import { changesText } from "../text/en/changes.ts";
import { ApprovalsCard } from "./approvals-card.tsx";
import { BlackoutsCard } from "./blackouts-card.tsx";
import classes from "./change-settings.module.css";
import { MaintenanceCard } from "./maintenance-card.tsx";
import { QuestionsCard } from "./questions-card.tsx";
import { TemplatesCard } from "./templates-card.tsx";

const text = changesText.settings;

/** What the desk says about its changes, a part a card; each is saved by itself. */
export function ChangeSettingsPage() {
	const settings = useTopic("changeSettings", null);
	useEffect(() => {
		if (settings && location.hash.length > 1)
			document.getElementById(location.hash.slice(1))?.scrollIntoView();
	}, [settings]);
	if (!settings) return null;
	return (
		<Page
			title={text.title}
			aside={
				<Link href="/settings" className={classes.back}>
					{text.back}
				</Link>
			}
			layout="read"
		>
			<Cards settings={settings} />
		</Page>
	);
}

function Cards({ settings }: { readonly settings: ChangeSettingsRecord }) {
	return (
		<div className={classes.cards}>
			<ApprovalsCard settings={settings} />
			<TemplatesCard settings={settings} />
			<BlackoutsCard settings={settings} />
			<MaintenanceCard settings={settings} />
			<QuestionsCard settings={settings} />
		</div>
	);
}
