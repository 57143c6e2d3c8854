import { Group, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, type ReactNode, useState } from "react";
import { Link } from "wouter";
import type { Team } from "../../shared/api/directory.ts";
import { GuardedButton, useAccess } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { DraftNote, useDraft } from "../drafts/index.ts";
import { Card, EmptyState, offerBack, Page } from "../page/index.ts";
import { teamsText as text } from "../text/en/people.ts";
import classes from "./people.module.css";
import { changeTeam } from "./people-requests.ts";
import { TeamMembersCard } from "./team-members-card.tsx";

interface Props {
	readonly teamId: string;
	readonly tabs: ReactNode;
}

/** One team: its name, its members, whether it takes tickets. */
export function TeamPage({ teamId, tabs }: Props) {
	const teams = useTopic("teams", null);
	if (!teams) return null;
	const team = teams.find((row) => row.team.id === teamId)?.team;
	const trail = (
		<Link href="/teams" className={classes.trail}>
			{text.back} ›
		</Link>
	);
	if (!team)
		return (
			<Page title={text.title} tabs={tabs} trail={trail}>
				<EmptyState title={text.notFound.title} hint={text.notFound.hint} />
			</Page>
		);
	return (
		<Page title={team.name} trail={trail} tabs={tabs} layout="read">
			<div className={classes.cards}>
				<TeamMembersCard team={team} />
				<NameCard key={team.name} team={team} />
				<StateCard team={team} />
			</div>
		</Page>
	);
}

function NameCard({ team }: { readonly team: Team }) {
	const access = useAccess("people.manage");
	const draft = useDraft(`team:${team.id}:name`, team.name);
	const [problem, setProblem] = useState<string | null>(null);
	const name = draft.text.trim();

	async function handleSubmit(event: FormEvent): Promise<void> {
		event.preventDefault();
		if (!access.isAllowed || name === team.name) return;
		if (name === "") return setProblem(text.nameNeeded);
		const answer = await changeTeam(team.id, { name });
		if (!answer.ok) return setProblem(answer.error.message);
		draft.clear();
		notifications.show({ message: text.rename.saved(name) });
	}

	return (
		<Card title={text.rename.label}>
			<form onSubmit={(event) => void handleSubmit(event)} noValidate>
				<Group align="flex-start">
					<TextInput
						size="sm"
						aria-label={text.rename.label}
						maxLength={200}
						value={draft.text}
						error={problem}
						onChange={(event) => {
							draft.setText(event.currentTarget.value);
							setProblem(null);
						}}
						flex={1}
					/>
					<GuardedButton
						access={access}
						type="submit"
						size="sm"
						variant="default"
						disabled={access.isAllowed && name === team.name}
					>
						{text.rename.save}
					</GuardedButton>
				</Group>
				<DraftNote draft={draft} />
			</form>
		</Card>
	);
}

function StateCard({ team }: { readonly team: Team }) {
	const access = useAccess("people.manage");
	async function change(isActive: boolean): Promise<void> {
		const answer = await changeTeam(team.id, { isActive });
		if (!answer.ok) {
			notifications.show({ color: "red", message: answer.error.message, autoClose: 10_000 });
			return;
		}
		const message = (isActive ? text.deactivate.activated : text.deactivate.deactivated)(team.name);
		offerBack(message, () => changeTeam(team.id, { isActive: !isActive }));
	}
	return (
		<Card title={text.deactivate.title}>
			<div className={classes.state}>
				<span>{team.isActive ? text.deactivate.is : text.deactivate.isNot}</span>
				<GuardedButton access={access} variant="default" onClick={() => void change(!team.isActive)}>
					{team.isActive ? text.deactivate.action : text.deactivate.activate}
				</GuardedButton>
			</div>
		</Card>
	);
}
