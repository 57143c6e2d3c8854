import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { can, knownRoles, ROLES } from "../../shared/permission/permission.ts";
import { useTopic } from "../data/index.ts";
import { DelegationCard } from "../delegation/index.ts";
import { useLoaded } from "../http/index.ts";
import { Card, Page, ProblemNote } from "../page/index.ts";
import { ownText as text } from "../text/en/own-account.ts";
import { roleName, roleSentence } from "../text/en/people.ts";
import classes from "./own-account.module.css";
import { loadOwnAccount } from "./own-account-requests.ts";
import { PasswordCard } from "./password-card.tsx";
import { SessionsCard } from "./sessions-card.tsx";

/** What everybody sees and sets of themselves. */
export function OwnAccountPage({ tabs }: { readonly tabs: ReactNode }) {
	const session = useTopic("session", null);
	const { value: own, refusal, reload } = useLoaded(loadOwnAccount);
	if (!session) return null;
	return (
		<Page title={text.title} tabs={tabs} layout="read">
			<div className={classes.cards}>
				<WhoCard signInName={own?.account?.name ?? null} />
				<OwnDelegation />
				{session.mode === "open" && (
					<Card title={text.password.title}>
						<p className={classes.dim}>{text.openDesk}</p>
					</Card>
				)}
				{refusal && !own && <ProblemNote refusal={refusal} />}
				{own?.account && <PasswordCard account={own.account} onChanged={() => void reload()} />}
				{own?.account && <SessionsCard sessions={own.sessions} onChanged={() => void reload()} />}
			</div>
		</Page>
	);
}

/** Who decides for oneself, for those who are asked to approve anything. */
function OwnDelegation() {
	const session = useTopic("session", null);
	const person = useTopic("person", { personId: session?.person?.id ?? "" });
	if (!person || !can(knownRoles(session?.roles ?? []), "approval.decide")) return null;
	return <DelegationCard person={person} isOwn />;
}

function WhoCard({ signInName }: { readonly signInName: string | null }) {
	const session = useTopic("session", null);
	const teams = useTopic("teams", null) ?? [];
	const person = session?.person;
	const roles = ROLES.filter((role) => session?.roles.includes(role));
	const own = teams.filter(({ team }) => person?.teamIds.includes(team.id));
	return (
		<Card title={person?.name ?? text.title}>
			<Stack gap="md">
				<dl className={classes.facts}>
					{signInName !== null && (
						<>
							<dt>{text.signInName}</dt>
							<dd>{signInName}</dd>
						</>
					)}
					<dt>{text.roles}</dt>
					<dd>
						{roles.length === 0 && text.noRoles}
						{roles.map((role) => (
							<div key={role}>
								<strong>{roleName(role)}</strong> <span className={classes.dim}>{roleSentence(role)}</span>
							</div>
						))}
					</dd>
					<dt>{text.teams}</dt>
					<dd>{own.length === 0 ? text.noTeams : own.map(({ team }) => team.name).join(", ")}</dd>
				</dl>
			</Stack>
		</Card>
	);
}
