import { Button, Group, MultiSelect, Switch, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { PERSON_ROLES } from "../../shared/permission/permission.ts";
import { GuardedButton, useAccess } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { DraftNote } from "../drafts/index.ts";
import { Card, Page, ProblemNote } from "../page/index.ts";
import { draftsText } from "../text/en/drafts.ts";
import { peopleText, roleName, roleSentence } from "../text/en/people.ts";
import type { NewPersonValues } from "./new-person-values.ts";
import classes from "./people.module.css";
import { PersonFields } from "./person-fields.tsx";
import { useNewPerson } from "./use-new-person.ts";

const text = peopleText.create;

/** Adds a person with what they may do and, if they sign in, an account. */
export function NewPersonPage({ tabs }: { readonly tabs: ReactNode }) {
	const access = useAccess("people.manage");
	const form = useNewPerson(access);
	const { values, errors, change } = form;
	return (
		<Page title={text.title} tabs={tabs} layout="read">
			<form className={classes.cards} onSubmit={form.handleSubmit} noValidate>
				<DraftNote draft={form.draft} discardLabel={draftsText.startAfresh} />
				<Card title={peopleText.facts.title}>
					<PersonFields
						values={values}
						errors={errors}
						isFocusedFirst
						onChange={(field, value) => change({ [field]: value })}
					/>
				</Card>
				<RoleChoices values={values} onChange={change} />
				<TeamChoices values={values} onChange={change} />
				<Card title={text.account}>
					<TextInput
						label={peopleText.account.name}
						description={text.accountHint}
						value={values.signInName}
						error={errors.signInName}
						placeholder={form.suggestedName && text.suchAs(form.suggestedName)}
						autoComplete="off"
						spellCheck={false}
						maxLength={200}
						onChange={(event) => change({ signInName: event.currentTarget.value })}
						w={320}
					/>
				</Card>
				{form.refusal && <ProblemNote refusal={form.refusal} />}
				{access.reason !== null && <ProblemNote refusal={{ code: "blocked", message: access.reason }} />}
				<Group>
					<GuardedButton access={access} type="submit" loading={form.isSaving}>
						{text.action}
					</GuardedButton>
					<Button variant="subtle" color="gray" onClick={form.handleCancel}>
						{text.cancel}
					</Button>
					<span className={classes.dim} role="status">
						{form.draft.isKept ? draftsText.kept : ""}
					</span>
				</Group>
			</form>
		</Page>
	);
}

interface ChoicesProps {
	readonly values: NewPersonValues;
	readonly onChange: (part: Partial<NewPersonValues>) => void;
}

function RoleChoices({ values, onChange }: ChoicesProps) {
	return (
		<Card title={text.roles}>
			<ul className={classes.choices}>
				{PERSON_ROLES.map((role) => (
					<li key={role}>
						<Switch
							label={roleName(role)}
							description={roleSentence(role)}
							checked={values.roles.includes(role)}
							onChange={(event) => {
								const others = values.roles.filter((each) => each !== role);
								onChange({ roles: event.currentTarget.checked ? [...others, role] : others });
							}}
						/>
					</li>
				))}
			</ul>
		</Card>
	);
}

function TeamChoices({ values, onChange }: ChoicesProps) {
	const teams = (useTopic("teams", null) ?? []).filter(({ team }) => team.isActive);
	return (
		<Card title={text.teams}>
			<MultiSelect
				aria-label={text.teams}
				placeholder={values.teamIds.length === 0 ? peopleText.teams.add : ""}
				data={teams.map(({ team }) => ({ value: team.id, label: team.name }))}
				value={values.teamIds}
				onChange={(teamIds) => onChange({ teamIds })}
				searchable
			/>
		</Card>
	);
}
