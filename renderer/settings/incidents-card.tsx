import { NumberInput, Stack, Switch, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { IncidentSettings } from "../../shared/api/desk-settings.ts";
import type { Refusal } from "../../shared/result.ts";
import { useAccess } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { Card, ProblemNote } from "../page/index.ts";
import { incidentText } from "../text/en/incident.ts";
import { changeDeskSetting } from "./desk-settings-requests.ts";

const text = incidentText.settings.incidents;
const DAY_HOURS = 24;

/** What time brings to incidents by itself. */
export function IncidentsCard() {
	const settings = useTopic("settings", null)?.incidents;
	const access = useAccess("rule.edit");
	return (
		<Card title={text.title} anchor="incidents">
			<Stack gap="md">
				<Text c="dimmed">{access.reason ?? text.hint}</Text>
				{settings ? <Fields settings={settings} isAllowed={access.isAllowed} /> : null}
			</Stack>
		</Card>
	);
}

interface FieldsProps {
	readonly settings: IncidentSettings;
	readonly isAllowed: boolean;
}

function Fields({ settings, isAllowed }: FieldsProps) {
	const { reminderDays, closeAfterHours } = settings;
	const [refusal, setRefusal] = useState<Refusal | null>(null);

	async function save(change: Partial<IncidentSettings>): Promise<void> {
		const answer = await changeDeskSetting({ ...settings, ...change });
		setRefusal(answer.ok ? null : answer.error);
		if (answer.ok) notifications.show({ message: text.saved });
	}
	return (
		<>
			<WholeNumber
				label={text.reminderDays}
				suffix={text.reminderSuffix(reminderDays)}
				range={text.reminderRange}
				most={30}
				value={reminderDays}
				isAllowed={isAllowed}
				onSave={(days) => void save({ reminderDays: days })}
			/>
			<Switch
				label={text.closes}
				checked={closeAfterHours !== null}
				disabled={!isAllowed}
				onChange={(event) => void save({ closeAfterHours: event.currentTarget.checked ? DAY_HOURS : null })}
			/>
			{closeAfterHours === null ? null : (
				<WholeNumber
					label={text.closeAfterHours}
					suffix={text.closeSuffix}
					range={text.closeRange}
					most={2_160}
					value={closeAfterHours}
					isAllowed={isAllowed}
					onSave={(hours) => void save({ closeAfterHours: hours })}
				/>
			)}
			{refusal && <ProblemNote refusal={refusal} />}
		</>
	);
}

interface NumberProps {
	readonly label: string;
	readonly suffix: string;
	readonly range: string;
	readonly most: number;
	readonly value: number;
	readonly isAllowed: boolean;
	readonly onSave: (value: number) => void;
}

function WholeNumber({ label, suffix, range, most, value, isAllowed, onSave }: NumberProps) {
	const [typed, setTyped] = useState<number | string | null>(null);
	const shown = typed ?? value;
	const number = Number(shown);
	const isRight = Number.isInteger(number) && number >= 1 && number <= most;
	const save = (): void => {
		if (isRight && number !== value) onSave(number);
		if (isRight) setTyped(null);
	};
	return (
		<NumberInput
			label={label}
			suffix={suffix}
			value={shown}
			onChange={setTyped}
			onBlur={save}
			onKeyDown={(event) => {
				if (event.key === "Enter") save();
			}}
			error={isRight ? null : range}
			disabled={!isAllowed}
			allowNegative={false}
			allowDecimal={false}
			hideControls
			w={300}
		/>
	);
}
