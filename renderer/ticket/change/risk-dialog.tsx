import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { type RiskAnswers, readAnswers, riskOf, writeAnswers } from "../../../shared/change/risk.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { useTopic } from "../../data/index.ts";
import { changesText } from "../../text/en/changes.ts";
import { ticketText } from "../../text/en/ticket.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import { saveEdit } from "../save-edit.ts";

interface Props {
	readonly view: TicketView;
	readonly onClose: () => void;
}

const text = changesText.risk;

/** A few questions, and the risk that their answers make. */
export function RiskDialog({ view, onClose }: Props) {
	const { ticket } = view;
	const questions = useTopic("changeSettings", null)?.questionnaire ?? [];
	const [answers, setAnswers] = useState<RiskAnswers>(() => answersOf(ticket));
	const [error, setError] = useState<string | null>(null);
	const risk = riskOf(questions, answers);

	async function handleSubmit(event: FormEvent): Promise<void> {
		event.preventDefault();
		if (risk === null) return setError(text.unanswered);
		const set = { $risk: risk, $riskAnswers: writeAnswers(answers) };
		const answer = await saveEdit(view, { set, undoLabel: text.saved(ticket.number) });
		if (answer.ok) onClose();
		else setError(answer.error.message);
	}
	return (
		<Modal opened onClose={onClose} title={ticketText.move.title(ticket.number, text.title)} size="lg">
			<form onSubmit={(event) => void handleSubmit(event)} noValidate>
				<Stack gap="md">
					{questions.length === 0 ? <Text>{text.nothingAsked}</Text> : null}
					{questions.map(({ id, text: question, choices }) => (
						<Radio.Group
							key={id}
							label={question}
							value={answers[id] === undefined ? null : String(answers[id])}
							onChange={(place) => {
								setError(null);
								setAnswers({ ...answers, [id]: Number(place) });
							}}
						>
							<Stack gap={4} mt={4}>
								{choices.map((choice, place) => (
									<Radio key={choice.label} value={String(place)} label={choice.label} />
								))}
							</Stack>
						</Radio.Group>
					))}
					<output>{risk === null ? text.unfinished : text.result(risk)}</output>
					{error === null ? null : <p role="alert">{error}</p>}
					<Group justify="flex-end">
						<Button variant="default" onClick={onClose}>
							{ticketText.move.cancel}
						</Button>
						<Button type="submit">{text.save}</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}

function answersOf({ $riskAnswers }: Ticket): RiskAnswers {
	return typeof $riskAnswers === "string" ? readAnswers($riskAnswers) : {};
}
