import { Group, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, type ReactNode, useState } from "react";
import { Link } from "wouter";
import { GuardedButton, useAccess } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { DraftNote, useDraft } from "../drafts/index.ts";
import { Card, EmptyState, Page, useRowKeys } from "../page/index.ts";
import { teamsText as text } from "../text/en/people.ts";
import type { TeamRow } from "../worker/protocol.ts";
import classes from "./people.module.css";
import { createTeam } from "./people-requests.ts";

/** The teams that tickets are given to. */
export function TeamListPage({ tabs }: { readonly tabs: ReactNode }) {
	const teams = useTopic("teams", null);
	const { list } = useRowKeys();
	return (
		<Page title={text.title} tabs={tabs} layout="read">
			<div className={classes.cards} ref={list}>
				<NewTeam />
				{teams && (
					<Card title={text.title} isFlush>
						{teams.length === 0 ? (
							<EmptyState isCompact title={text.empty.title} hint={text.empty.hint} />
						) : (
							<ul className={classes.lines} aria-label={text.list}>
								{teams.map((row) => (
									<TeamLine key={row.team.id} row={row} />
								))}
							</ul>
						)}
					</Card>
				)}
			</div>
		</Page>
	);
}

function TeamLine({ row: { team, members } }: { readonly row: TeamRow }) {
	return (
		<li className={`${classes.line} ${classes.row}`} data-inactive={!team.isActive || undefined}>
			<span>
				<Link href={`/teams/${team.id}`} className={classes.link} data-row-link>
					{team.name}
				</Link>
				{!team.isActive && (
					<span className={classes.mark} data-tone="dim">
						{text.inactive}
					</span>
				)}
			</span>
			<span className={classes.dim}>{text.members(members)}</span>
		</li>
	);
}

function NewTeam() {
	const access = useAccess("people.manage");
	const draft = useDraft("team:new");
	const [problem, setProblem] = useState<string | null>(null);
	const name = draft.text.trim();

	async function handleSubmit(event: FormEvent): Promise<void> {
		event.preventDefault();
		if (!access.isAllowed) return;
		if (name === "") return setProblem(text.nameNeeded);
		const answer = await createTeam(name);
		if (!answer.ok) return setProblem(answer.error.message);
		draft.clear();
		notifications.show({ message: text.added(answer.value.name) });
	}

	return (
		<form onSubmit={(event) => void handleSubmit(event)} noValidate>
			<Group align="flex-start">
				<TextInput
					size="sm"
					aria-label={text.newName}
					placeholder={text.namePlaceholder}
					maxLength={200}
					value={draft.text}
					error={problem}
					onChange={(event) => {
						draft.setText(event.currentTarget.value);
						setProblem(null);
					}}
					flex={1}
				/>
				<GuardedButton access={access} type="submit" size="sm">
					{text.add}
				</GuardedButton>
			</Group>
			<DraftNote draft={draft} />
		</form>
	);
}
