import { Avatar } from "@mantine/core";
import { useMemo } from "react";
import { Link } from "wouter";
import type { Account } from "../../shared/api/accounts.ts";
import type { Person } from "../../shared/api/directory.ts";
import { useTopic } from "../data/index.ts";
import { type TableColumn, VirtualTable } from "../page/index.ts";
import { peopleText as text } from "../text/en/people.ts";
import { AccountMark } from "./account-mark.tsx";
import { namesOfRoles } from "./names-of-roles.ts";
import classes from "./people.module.css";
import { PersonMarks } from "./person-marks.tsx";

const names = text.columns;
const COLUMNS: readonly TableColumn[] = [
	{ name: names.name },
	{ name: names.roles, width: "20%" },
	{ name: names.teams, width: "22%" },
	{ name: names.department, width: "16%" },
];
const WITH_ACCOUNT: readonly TableColumn[] = [...COLUMNS, { name: names.signIn, width: "190px" }];

interface Props {
	readonly people: readonly Person[];
	/** `null`: not to be shown. */
	readonly accounts: ReadonlyMap<string, Account> | null;
	/** The last of them comes in sight, and there are more. */
	readonly onEnd: (() => void) | null;
}

export function PeopleTable({ people, accounts, onEnd }: Props) {
	const teams = useTopic("teams", null);
	const teamNames = useMemo(() => new Map(teams?.map(({ team }) => [team.id, team.name])), [teams]);
	return (
		<VirtualTable
			label={text.list}
			columns={accounts ? WITH_ACCOUNT : COLUMNS}
			rows={people}
			rowPx={44}
			minWidthPx={860}
			keyOf={(person) => person.id}
			onEnd={onEnd}
			renderRow={(person, rowIndex) => (
				<tr
					key={person.id}
					aria-rowindex={rowIndex}
					className={classes.row}
					data-inactive={!person.isActive || undefined}
				>
					<td>
						<PersonCell person={person} />
					</td>
					<td>{namesOfRoles(person.roles)}</td>
					<td>{person.teamIds.map((id) => teamNames.get(id) ?? id).join(", ")}</td>
					<td>{person.department}</td>
					{accounts && (
						<td>
							<AccountMark account={accounts.get(person.id) ?? null} />
						</td>
					)}
				</tr>
			)}
		/>
	);
}

function PersonCell({ person }: { readonly person: Person }) {
	return (
		<span className={classes.person}>
			<Avatar size={26} radius="xl" name={person.name} color="gray" aria-hidden="true" />
			<span className={classes.personName}>
				<Link href={`/people/${person.id}`} className={classes.link} data-row-link>
					{person.name}
				</Link>
				<PersonMarks person={person} />
				{person.email !== null && <div className={classes.sub}>{person.email}</div>}
			</span>
		</span>
	);
}
