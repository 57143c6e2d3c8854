import { Group, Select, Stack } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Person } from "../../shared/api/directory.ts";
import type { Refusal } from "../../shared/result.ts";
import { GuardedButton, useAccess } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { Card, offerBack, ProblemNote } from "../page/index.ts";
import { peopleText, teamsText } from "../text/en/people.ts";
import classes from "./people.module.css";
import { setMembership } from "./people-requests.ts";

const text = peopleText.teams;

/** The teams that a person is in. */
export function PersonTeamsCard({ person }: { readonly person: Person }) {
	const access = useAccess("people.manage");
	const teams = useTopic("teams", null) ?? [];
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const own = teams.filter(({ team }) => person.teamIds.includes(team.id));
	const others = teams.filter(({ team }) => team.isActive && !person.teamIds.includes(team.id));

	async function change(teamId: string, isMember: boolean): Promise<boolean> {
		const answer = await setMembership(person.id, teamId, isMember);
		setRefusal(answer.ok ? null : answer.error);
		return answer.ok;
	}
	async function leave(teamId: string, teamName: string): Promise<void> {
		if (!(await change(teamId, false))) return;
		offerBack(text.left(person.name, teamName), () => change(teamId, true));
	}

	return (
		<Card title={text.title}>
			<Stack gap="md">
				{own.length === 0 ? (
					<p className={classes.dim}>{text.none}</p>
				) : (
					<ul className={classes.lines} data-inset>
						{own.map(({ team }) => (
							<li key={team.id} className={classes.line}>
								<span>
									<Link href={`/teams/${team.id}`} className={classes.plainLink}>
										{team.name}
									</Link>
									{!team.isActive && (
										<span className={classes.mark} data-tone="dim">
											{teamsText.inactive}
										</span>
									)}
								</span>
								<GuardedButton
									access={access}
									variant="default"
									aria-label={text.leave(team.name)}
									onClick={() => void leave(team.id, team.name)}
								>
									{teamsText.people.remove}
								</GuardedButton>
							</li>
						))}
					</ul>
				)}
				{access.isAllowed && (
					<Group>
						<Select
							aria-label={text.add}
							placeholder={others.length === 0 ? text.noneLeft : text.add}
							data={others.map(({ team }) => ({ value: team.id, label: team.name }))}
							value={null}
							onChange={(teamId) => teamId !== null && void change(teamId, true)}
							disabled={others.length === 0}
							searchable
							w={280}
						/>
					</Group>
				)}
				{refusal && <ProblemNote refusal={refusal} />}
			</Stack>
		</Card>
	);
}
