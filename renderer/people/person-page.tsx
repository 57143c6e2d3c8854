import type { ReactNode } from "react";
import { Link } from "wouter";
import { useTopic } from "../data/index.ts";
import { DelegationCard } from "../delegation/index.ts";
import { EmptyState, Page } from "../page/index.ts";
import { peopleText as text } from "../text/en/people.ts";
import { AccountCard } from "./account-card.tsx";
import { ActiveCard } from "./active-card.tsx";
import { FactsCard } from "./facts-card.tsx";
import { OneTimePassword } from "./one-time-password.tsx";
import classes from "./people.module.css";
import { PersonMarks } from "./person-marks.tsx";
import { PersonTeamsCard } from "./person-teams-card.tsx";
import { RolesCard } from "./roles-card.tsx";
import { ScopeCard } from "./scope-card.tsx";
import { useAccounts } from "./use-accounts.ts";
import { usePerson } from "./use-person.ts";

interface Props {
	readonly personId: string;
	readonly tabs: ReactNode;
}

/** One person: what is known of them, what they may do, how they sign in. */
export function PersonPage({ personId, tabs }: Props) {
	const person = usePerson(personId);
	const accounts = useAccounts();
	const isReady = useTopic("teams", null) !== undefined;
	if (person === undefined || !isReady) return null;
	const trail = (
		<Link href="/people" className={classes.trail}>
			{text.back} ›
		</Link>
	);
	if (person === null)
		return (
			<Page title={text.title} tabs={tabs} trail={trail}>
				<EmptyState title={text.notFound.title} hint={text.notFound.hint} />
			</Page>
		);
	return (
		<Page title={person.name} trail={trail} aside={<PersonMarks person={person} />} tabs={tabs}>
			<div className={classes.columns}>
				<OneTimePassword personId={personId} name={accounts.byPerson?.get(personId)?.name ?? person.name} />
				<div className={classes.cards}>
					<FactsCard person={person} />
					<AccountCard person={person} accounts={accounts} />
					<ActiveCard person={person} />
				</div>
				<div className={classes.cards}>
					<RolesCard person={person} />
					<PersonTeamsCard person={person} />
					<ScopeCard person={person} />
					<DelegationCard person={person} isOwn={false} />
				</div>
			</div>
		</Page>
	);
}
