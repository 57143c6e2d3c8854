import { Select } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Team } from "../../shared/api/directory.ts";
import type { Refusal } from "../../shared/result.ts";
import { GuardedButton, useAccess } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { Card, EmptyState, offerBack, ProblemNote } from "../page/index.ts";
import { teamsText } from "../text/en/people.ts";
import { namesOfRoles } from "./names-of-roles.ts";
import classes from "./people.module.css";
import { setMembership } from "./people-requests.ts";
import { PersonMarks } from "./person-marks.tsx";

const text = teamsText.people;
/** More than any team has, or desk has staff. */
const MOST = 2_000;

/** Who is in a team. */
export function TeamMembersCard({ team }: { readonly team: Team }) {
	const access = useAccess("people.manage");
	const members = useTopic("people", { text: "", show: "all", teamId: team.id, limit: MOST });
	const staff = useTopic("people", { text: "", show: "staff", teamId: null, limit: MOST });
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const others = (staff?.people ?? []).filter(({ teamIds }) => !teamIds.includes(team.id));

	async function change(personId: string, isMember: boolean): Promise<boolean> {
		const answer = await setMembership(personId, team.id, isMember);
		setRefusal(answer.ok ? null : answer.error);
		return answer.ok;
	}
	async function remove(personId: string, name: string): Promise<void> {
		if (await change(personId, false)) offerBack(text.left(name), () => change(personId, true));
	}

	return (
		<Card title={text.title} aside={members ? teamsText.members(members.total) : null} isFlush>
			{access.isAllowed && (
				<div className={classes.addLine}>
					<Select
						aria-label={text.add}
						placeholder={text.add}
						data={others.map(({ id, name }) => ({ value: id, label: name }))}
						value={null}
						onChange={(personId) => personId !== null && void change(personId, true)}
						searchable
						limit={60}
						w={320}
					/>
				</div>
			)}
			{refusal && <ProblemNote refusal={refusal} />}
			{members?.people.length === 0 && (
				<EmptyState isCompact title={text.none.title} hint={access.reason ?? text.none.hint} />
			)}
			<ul className={classes.lines} aria-label={text.title}>
				{members?.people.map((person) => (
					<li key={person.id} className={classes.line}>
						<span>
							<Link href={`/people/${person.id}`} className={classes.plainLink}>
								{person.name}
							</Link>
							<PersonMarks person={person} />
							<div className={classes.sub}>{namesOfRoles(person.roles)}</div>
						</span>
						<GuardedButton
							access={access}
							variant="default"
							aria-label={text.removeOf(person.name)}
							onClick={() => void remove(person.id, person.name)}
						>
							{text.remove}
						</GuardedButton>
					</li>
				))}
			</ul>
		</Card>
	);
}
