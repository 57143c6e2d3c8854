import { Textarea, TextInput } from "@mantine/core";
import type { RiskQuestion } from "../../shared/change/risk.ts";
import type { ChangeSettingsRecord } from "../../shared/change/settings.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { changesText } from "../text/en/changes.ts";
import { PartCard } from "./part-card.tsx";
import { Rows } from "./rows.tsx";
import { usePartForm } from "./use-part-form.ts";

const text = changesText.settings.questions;

/** A question as it is typed: its answers a line each. */
interface TypedQuestion {
	readonly id: string;
	readonly text: string;
	readonly answers: string;
}

/** What is asked for a change's risk. */
export function QuestionsCard({ settings }: { readonly settings: ChangeSettingsRecord }) {
	const form = usePartForm(
		settings,
		({ questionnaire }): readonly TypedQuestion[] => questionnaire.map(typedOf),
		readQuestions,
	);
	return (
		<PartCard title={text.title} hint={text.hint} anchor="questions" form={form}>
			<Rows
				rows={form.values}
				onChange={form.change}
				make={() => ({ id: nextId(form.values), text: "", answers: "" })}
				labelOf={(_, index) => text.question(index + 1)}
				none={text.none}
				addLabel={text.add}
				isDisabled={!form.access.isAllowed}
			>
				{(question, change, index) => (
					<>
						<TextInput
							label={text.question(index + 1)}
							value={question.text}
							onChange={(event) => change({ text: event.currentTarget.value })}
						/>
						<Textarea
							label={text.answers(index + 1)}
							autosize
							minRows={2}
							maxRows={8}
							value={question.answers}
							onChange={(event) => change({ answers: event.currentTarget.value })}
						/>
					</>
				)}
			</Rows>
		</PartCard>
	);
}

function typedOf({ id, text: question, choices }: RiskQuestion): TypedQuestion {
	return {
		id,
		text: question,
		answers: choices.map(({ label, points }) => `${label}: ${points}`).join("\n"),
	};
}

const ANSWER = /^(.+?)\s*:\s*(\d{1,3})$/;

function readQuestions(
	typed: readonly TypedQuestion[],
): Result<{ readonly questionnaire: readonly RiskQuestion[] }> {
	const questionnaire: RiskQuestion[] = [];
	for (const { id, text: question, answers } of typed) {
		const lines = answers.split("\n").filter((line) => line.trim() !== "");
		const choices = lines.flatMap((line) => {
			const [, label, points] = ANSWER.exec(line.trim()) ?? [];
			return label === undefined ? [] : [{ label, points: Number(points) }];
		});
		if (choices.length < 2 || choices.length < lines.length) return refuse("bad_answers", text.badAnswers);
		questionnaire.push({ id, text: question, choices });
	}
	return ok({ questionnaire });
}

/** Answers are kept by it, so it is short, and never one that was in use. */
function nextId(questions: readonly TypedQuestion[]): string {
	const numbers = questions.map(({ id }) => Number(/^q(\d+)$/.exec(id)?.[1] ?? 0));
	return `q${Math.max(0, ...numbers) + 1}`;
}
