import { Button, Group, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, useState } from "react";
import { type Person, personSchema } from "../../shared/api/directory.ts";
import type { Delegation } from "../../shared/approval/delegation.ts";
import type { Refusal, Result } from "../../shared/result.ts";
import { GuardedButton, useAccess } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { askDesk } from "../http/index.ts";
import { Card, ProblemNote } from "../page/index.ts";
import { approvalsText } from "../text/en/approvals.ts";
import { fromLocalInput, toLocalInput } from "../text/time.ts";
import { PersonSelect } from "../ticket/index.ts";
import classes from "./delegation.module.css";

const text = approvalsText.delegation;

interface Props {
	readonly person: Person;
	/** One's own, under one's account; else an admin sets it. */
	readonly isOwn: boolean;
}

/** Who decides for somebody, and from when until when. */
export function DelegationCard({ person, isOwn }: Props) {
	const access = useAccess(isOwn ? "approval.decide" : "people.manage");
	const standing = person.delegation ?? null;
	const known = useTopic("person", { personId: standing?.personId ?? "" });
	const [chosen, setChosen] = useState<{ readonly id: string; readonly name: string } | null>(null);
	const [from, setFrom] = useState("");
	const [until, setUntil] = useState("");
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const delegate = chosen ?? (standing && known ? { id: known.id, name: known.name } : null);
	const fromText = from || (standing ? toLocalInput(standing.from) : "");
	const untilText = until || (standing ? toLocalInput(standing.until) : "");

	async function save(delegation: Delegation | null, message: string): Promise<void> {
		const answer = await putDelegation(isOwn ? null : person.id, delegation);
		setRefusal(answer.ok ? null : answer.error);
		if (!answer.ok) return;
		setChosen(null);
		setFrom("");
		setUntil("");
		notifications.show({ message });
	}
	function handleSubmit(event: FormEvent): void {
		event.preventDefault();
		const [start, end] = [fromLocalInput(fromText), fromLocalInput(untilText)];
		if (!delegate || start === null || end === null)
			setRefusal({ code: "field_required", message: text.needed });
		else void save({ personId: delegate.id, from: start, until: end }, text.saved(delegate.name));
	}
	return (
		<Card title={text.title}>
			<form className={classes.form} onSubmit={handleSubmit} noValidate>
				<Text c="dimmed">{access.reason ?? (standing ? text.hint : `${text.nobody} ${text.hint}`)}</Text>
				<PersonSelect label={text.person} value={delegate} isClearable onChange={setChosen} />
				<div className={classes.pair}>
					<TextInput
						type="datetime-local"
						label={text.from}
						value={fromText}
						onChange={(event) => setFrom(event.currentTarget.value)}
					/>
					<TextInput
						type="datetime-local"
						label={text.until}
						value={untilText}
						onChange={(event) => setUntil(event.currentTarget.value)}
					/>
				</div>
				{refusal && <ProblemNote refusal={refusal} />}
				<Group>
					<GuardedButton access={access} type="submit">
						{text.save}
					</GuardedButton>
					{standing && access.isAllowed ? (
						<Button variant="default" onClick={() => void save(null, text.removed)}>
							{text.remove}
						</Button>
					) : null}
				</Group>
			</form>
		</Card>
	);
}

function putDelegation(personId: string | null, delegation: Delegation | null): Promise<Result<Person>> {
	const path = personId === null ? "/account/delegation" : `/people/${personId}/delegation`;
	return askDesk({ method: "PUT", path, body: { delegation }, answer: personSchema });
}
