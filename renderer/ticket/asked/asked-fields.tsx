import { Button, Group, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { type Answer, formatAnswers, judgeAnswer, parseAnswers } from "../../../shared/request/answers.ts";
import { isOpenState } from "../../../shared/ticket/lifecycle.ts";
import { fieldValue } from "../../../shared/ticket/ticket.ts";
import { useTopic } from "../../data/index.ts";
import { requestsText as text } from "../../text/en/requests.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import facts from "../facts.module.css";
import { saveEdit } from "../save-edit.ts";
import classes from "../ticket.module.css";
import { AnswerInput } from "./answer-input.tsx";
import { wordsOfAnswer } from "./words-of-answer.ts";

interface Props {
	readonly view: TicketView;
	readonly canEdit: boolean;
}

/** What a requested item was asked with; what is not closed may be put right. */
export function AskedFields({ view, canEdit }: Props) {
	const { ticket } = view;
	const [isEditing, setIsEditing] = useState(false);
	const answers = parseAnswers(fieldValue(ticket, "$asked"));
	if (!answers || answers.length === 0) return null;
	return (
		<section className={classes.longText} aria-label={text.asked}>
			<h2 className={classes.sideTitle}>{text.asked}</h2>
			{isEditing ? (
				<AnswersForm view={view} answers={answers} onDone={() => setIsEditing(false)} />
			) : (
				<>
					{answers.map((answer) => (
						<Shown key={answer.key} answer={answer} />
					))}
					{canEdit && isOpenState(ticket.kind, ticket.state) ? (
						<Button variant="default" size="compact-xs" onClick={() => setIsEditing(true)}>
							{text.edit}
						</Button>
					) : null}
				</>
			)}
		</section>
	);
}

function Shown({ answer }: { readonly answer: Answer }) {
	const personId = answer.type === "person" && answer.value !== null ? String(answer.value) : "";
	const person = useTopic("person", { personId });
	return (
		<div className={facts.fact}>
			<span className={facts.label}>{answer.label}</span>
			<div className={facts.value}>{wordsOfAnswer(answer, () => person?.name)}</div>
		</div>
	);
}

interface FormProps {
	readonly view: TicketView;
	readonly answers: readonly Answer[];
	readonly onDone: () => void;
}

function AnswersForm({ view, answers, onDone }: FormProps) {
	const [values, setValues] = useState(answers);
	const [isTried, setIsTried] = useState(false);
	const [error, setError] = useState<string | null>(null);

	async function save(): Promise<void> {
		setIsTried(true);
		if (values.some((answer) => judgeAnswer(answer) !== null)) return;
		const answer = await saveEdit(view, { set: { $asked: formatAnswers(values) } });
		if (answer.ok || answer.error.code === "nothing_changed") onDone();
		else setError(answer.error.message);
	}
	function handleSubmit(event: FormEvent): void {
		event.preventDefault();
		void save();
	}
	return (
		<form onSubmit={handleSubmit} noValidate>
			<Stack gap="sm">
				{values.map((answer, index) => (
					<AnswerInput
						key={answer.key}
						answer={answer}
						error={isTried ? (judgeAnswer(answer) ?? undefined) : undefined}
						onChange={(value) => setValues(values.with(index, { ...answer, value }))}
					/>
				))}
				{error === null ? null : <p role="alert">{error}</p>}
				<Group gap="xs">
					<Button type="submit">{text.save}</Button>
					<Button variant="default" onClick={onDone}>
						{text.cancel}
					</Button>
				</Group>
			</Stack>
		</form>
	);
}
