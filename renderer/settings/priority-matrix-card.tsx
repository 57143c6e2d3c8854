import { Button, Select, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, useState } from "react";
import { type PrioritySettings, prioritySettingsSchema } from "../../shared/api/desk-settings.ts";
import type { Refusal } from "../../shared/result.ts";
import { judgeMatrix, type Level, type Priority } from "../../shared/ticket/priority.ts";
import { useAccess } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { Card, ProblemNote } from "../page/index.ts";
import { incidentText } from "../text/en/incident.ts";
import { ticketText } from "../text/en/ticket.ts";
import { changeDeskSetting } from "./desk-settings-requests.ts";
import classes from "./settings.module.css";

const text = incidentText.settings.matrix;
const LEVELS: readonly Level[] = [1, 2, 3];
const PRIORITIES: readonly Priority[] = [1, 2, 3, 4, 5];
const CHOICES = PRIORITIES.map((priority) => ({
	value: String(priority),
	label: ticketText.priority(priority),
}));

/** Which priority impact and urgency give. */
export function PriorityMatrixCard() {
	const settings = useTopic("settings", null)?.priorities;
	const access = useAccess("rule.edit");
	return (
		<Card title={text.title} anchor="priorities">
			<Stack gap="md">
				<Text c="dimmed">{access.reason ?? text.hint}</Text>
				{settings ? <MatrixForm settings={settings} isAllowed={access.isAllowed} /> : null}
			</Stack>
		</Card>
	);
}

interface FormProps {
	readonly settings: PrioritySettings;
	readonly isAllowed: boolean;
}

function MatrixForm({ settings, isAllowed }: FormProps) {
	const [edited, setEdited] = useState<readonly (readonly Priority[])[] | null>(null);
	const matrix = edited ?? settings.matrix;
	const [refusal, setRefusal] = useState<Refusal | null>(null);

	function choose(impact: Level, urgency: Level, chosen: string | null): void {
		const priority = PRIORITIES.find((candidate) => String(candidate) === chosen);
		if (priority) setEdited(withCell(matrix, { impact, urgency, priority }));
	}
	async function save(event: FormEvent): Promise<void> {
		event.preventDefault();
		const judged = judgeMatrix(matrix);
		const wanted = prioritySettingsSchema.parse({ ...settings, matrix });
		const answer = judged.ok ? await changeDeskSetting(wanted) : judged;
		setRefusal(answer.ok ? null : answer.error);
		if (!answer.ok) return;
		setEdited(null);
		notifications.show({ message: text.saved });
	}
	return (
		<form onSubmit={(event) => void save(event)}>
			<Stack gap="md" align="flex-start">
				<table className={classes.matrix}>
					<thead>
						<tr>
							<td />
							{LEVELS.map((urgency) => (
								<th key={urgency} scope="col">
									{text.urgency(ticketText.level(urgency))}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{LEVELS.map((impact) => (
							<tr key={impact}>
								<th scope="row">{text.impact(ticketText.level(impact))}</th>
								{LEVELS.map((urgency) => (
									<td key={urgency}>
										<Select
											aria-label={text.cell(impact, urgency)}
											data={CHOICES}
											value={String(matrix[impact - 1]?.[urgency - 1] ?? "")}
											onChange={(chosen) => choose(impact, urgency, chosen)}
											allowDeselect={false}
											disabled={!isAllowed}
										/>
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
				{refusal && <ProblemNote refusal={refusal} />}
				<Button type="submit" disabled={!isAllowed}>
					{text.save}
				</Button>
			</Stack>
		</form>
	);
}

interface Cell {
	readonly impact: Level;
	readonly urgency: Level;
	readonly priority: Priority;
}

function withCell(matrix: readonly (readonly Priority[])[], { impact, urgency, priority }: Cell) {
	return matrix.map((row, index) =>
		index === impact - 1 ? row.map((old, column) => (column === urgency - 1 ? priority : old)) : row,
	);
}
