import { Button, Group, Modal, Stack, Switch, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { Person } from "../../shared/api/directory.ts";
import { PERSON_ROLES, type PersonRole } from "../../shared/permission/permission.ts";
import type { Refusal } from "../../shared/result.ts";
import { useAccess } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { Card, offerBack, ProblemNote } from "../page/index.ts";
import { peopleText, roleName, roleSentence } from "../text/en/people.ts";
import classes from "./people.module.css";
import { setRole } from "./people-requests.ts";

const text = peopleText.roles;

/** What a person may do: each role with a sentence, given and taken at once. */
export function RolesCard({ person }: { readonly person: Person }) {
	const access = useAccess("people.manage");
	const myId = useTopic("session", null)?.person?.id;
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [isGivingUp, setIsGivingUp] = useState(false);

	async function change(role: PersonRole, isGiven: boolean): Promise<void> {
		const answer = await setRole(person.id, role, isGiven);
		setRefusal(answer.ok ? null : answer.error);
		if (!answer.ok) return;
		const message = (isGiven ? text.given : text.taken)(person.name, roleName(role));
		// Who has given up the right can't take that back.
		if (isOwnAdmin(role)) notifications.show({ message });
		else offerBack(message, () => setRole(person.id, role, !isGiven));
	}
	function isOwnAdmin(role: PersonRole): boolean {
		return role === "admin" && person.id === myId;
	}
	function handleSwitch(role: PersonRole, isGiven: boolean): void {
		if (!isGiven && isOwnAdmin(role)) setIsGivingUp(true);
		else void change(role, isGiven);
	}

	return (
		<Card title={text.title}>
			<Stack gap="md">
				<Text c="dimmed">{access.reason ?? text.hint}</Text>
				<ul className={classes.choices}>
					{PERSON_ROLES.map((role) => (
						<li key={role}>
							<Switch
								label={roleName(role)}
								description={roleSentence(role)}
								checked={person.roles.includes(role)}
								disabled={!access.isAllowed}
								onChange={(event) => handleSwitch(role, event.currentTarget.checked)}
							/>
						</li>
					))}
				</ul>
				{refusal && <ProblemNote refusal={refusal} />}
			</Stack>
			{isGivingUp && (
				<Modal opened onClose={() => setIsGivingUp(false)} title={text.ownTitle}>
					<Text mb="md">{text.ownHint}</Text>
					<Group justify="flex-end">
						<Button variant="default" onClick={() => setIsGivingUp(false)} data-autofocus>
							{text.keep}
						</Button>
						<Button
							color="red"
							onClick={() => {
								setIsGivingUp(false);
								void change("admin", false);
							}}
						>
							{text.ownConfirm}
						</Button>
					</Group>
				</Modal>
			)}
		</Card>
	);
}
