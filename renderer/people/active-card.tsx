import { Stack } from "@mantine/core";
import { useState } from "react";
import type { Person } from "../../shared/api/directory.ts";
import type { Refusal } from "../../shared/result.ts";
import { type Access, GuardedButton, useAccess } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { Card, offerBack, ProblemNote } from "../page/index.ts";
import { peopleText } from "../text/en/people.ts";
import classes from "./people.module.css";
import { changePerson } from "./people-requests.ts";

const text = peopleText.deactivate;
/** The account that rules act as is at every desk. */
const MONITORING_ID = "monitoring";

/** Whether a person is still here. */
export function ActiveCard({ person }: { readonly person: Person }) {
	const access = useDeactivateAccess(person.id);
	const [refusal, setRefusal] = useState<Refusal | null>(null);

	async function change(isActive: boolean): Promise<void> {
		const answer = await changePerson(person.id, { isActive });
		setRefusal(answer.ok ? null : answer.error);
		if (!answer.ok) return;
		const message = (isActive ? text.activated : text.deactivated)(person.name);
		offerBack(message, () => changePerson(person.id, { isActive: !isActive }));
	}

	return (
		<Card title={text.title}>
			<Stack gap="md">
				<div className={classes.state}>
					<span>{person.isActive ? text.is : text.isNot}</span>
					<GuardedButton access={access} variant="default" onClick={() => void change(!person.isActive)}>
						{person.isActive ? text.action : text.activate}
					</GuardedButton>
				</div>
				{refusal && <ProblemNote refusal={refusal} />}
			</Stack>
		</Card>
	);
}

function useDeactivateAccess(personId: string): Access {
	const access = useAccess("people.manage");
	const myId = useTopic("session", null)?.person?.id;
	if (personId === MONITORING_ID) return { isAllowed: false, reason: text.monitoring };
	return personId === myId ? { isAllowed: false, reason: text.own } : access;
}
