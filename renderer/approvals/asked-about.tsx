import { Fragment } from "react";
import { Link } from "wouter";
import { parseAnswers } from "../../shared/request/answers.ts";
import { type FieldDefinition, lifecycleOf } from "../../shared/ticket/lifecycle.ts";
import { fieldValue, type Ticket } from "../../shared/ticket/ticket.ts";
import { PriorityMark, StateMark } from "../marks/index.ts";
import { approvalsText as text } from "../text/en/approvals.ts";
import { ticketText } from "../text/en/ticket.ts";
import { formatShort } from "../text/time.ts";
import { wordsOfAnswer } from "../ticket/index.ts";
import type { ApprovalsView } from "../worker/topics/ticket-protocol.ts";
import classes from "./approvals.module.css";

/** The essentials of what is to be approved: enough to decide without leaving the approval. */
export function AskedAbout({ approvals: { parent, names } }: { readonly approvals: ApprovalsView }) {
	if (!parent) return <p className={classes.dim}>{text.unknownAsked}</p>;
	const nameOf = (id: string | null): string => (id === null ? ticketText.none : (names[id] ?? id));
	return (
		<section aria-label={text.asked} className={classes.section}>
			<h2 className={classes.title}>{text.asked}</h2>
			<p className={classes.stageHead}>
				<Link href={`/tickets/${parent.number}`}>{parent.number}</Link>
				<strong>{parent.shortDescription}</strong>
				<StateMark kind={parent.kind} state={parent.state} />
				<PriorityMark priority={parent.priority} />
			</p>
			<dl className={classes.facts}>
				<dt>{text.caller}</dt>
				<dd>{nameOf(parent.callerId)}</dd>
				<dt>{text.openedBy}</dt>
				<dd>{nameOf(parent.openedById)}</dd>
				{parent.ciId === null ? null : (
					<>
						<dt>{ticketText.fields.ciId}</dt>
						<dd>{nameOf(parent.ciId)}</dd>
					</>
				)}
				{lifecycleOf(parent.kind).fields.map((field) => (
					<Declared key={field.name} field={field} parent={parent} names={names} />
				))}
			</dl>
			{parent.description === "" ? null : <p className={classes.words}>{parent.description}</p>}
		</section>
	);
}

interface DeclaredProps {
	readonly field: FieldDefinition;
	readonly parent: Ticket;
	readonly names: Readonly<Record<string, string>>;
}

function Declared({ field, parent, names }: DeclaredProps) {
	const value = fieldValue(parent, field.name) ?? null;
	if (value === null || field.type === "offer") return null;
	if (field.type === "answers")
		return parseAnswers(value)?.map((answer) => (
			<Fragment key={answer.key}>
				<dt>{answer.label}</dt>
				<dd className={classes.words}>{wordsOfAnswer(answer, (id) => names[id])}</dd>
			</Fragment>
		));
	return (
		<>
			<dt>{field.label}</dt>
			<dd className={classes.words}>{wordsOf(field, value, names)}</dd>
		</>
	);
}

function wordsOf(
	{ type, choices = [] }: FieldDefinition,
	value: string | number,
	names: Readonly<Record<string, string>>,
): string {
	switch (type) {
		case "choice":
			return choices.find((choice) => choice.value === value)?.label ?? String(value);
		case "moment":
			return formatShort(Number(value));
		case "flag":
			return value === 1 ? ticketText.yes : ticketText.no;
		default:
			return names[value] ?? String(value);
	}
}
