import { NumberInput, Stack, Switch, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { Rule } from "../../shared/api/alerts.ts";
import type { Refusal } from "../../shared/result.ts";
import { useAccess } from "../access/index.ts";
import { useLoaded } from "../http/index.ts";
import { Card, EmptyState, ProblemNote } from "../page/index.ts";
import { settingsText } from "../text/en/settings.ts";
import classes from "./settings.module.css";
import { changeRule, loadRules } from "./settings-requests.ts";

const MINUTE_MS = 60_000;
const MOST_MINUTES = 1_440;
const text = settingsText.rules;

/** The rules from alert to incident. */
export function RulesCard() {
	const { value, refusal, reload } = useLoaded(loadRules);
	return (
		<Card title={text.title} anchor="rules">
			<Stack gap="md">
				<Text c="dimmed">{text.hint}</Text>
				{refusal && value === null && <ProblemNote refusal={refusal} />}
				{value?.rules.length === 0 && <EmptyState isCompact title={text.none} />}
				{value?.rules.map((rule) => (
					<RuleFields key={rule.id} rule={rule} onChanged={() => void reload()} />
				))}
			</Stack>
		</Card>
	);
}

interface RuleFieldsProps {
	readonly rule: Rule;
	readonly onChanged: () => void;
}

function RuleFields({ rule, onChanged }: RuleFieldsProps) {
	const access = useAccess("rule.edit");
	const [minutes, setMinutes] = useState<number | string>(rule.resolveAfterMs / MINUTE_MS);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const resolveAfterMs = Math.round(Number(minutes) * MINUTE_MS);
	const isInRange = minutes !== "" && resolveAfterMs >= 0 && resolveAfterMs <= MOST_MINUTES * MINUTE_MS;

	async function save(patch: Parameters<typeof changeRule>[1]): Promise<void> {
		const answer = await changeRule(rule.id, patch);
		setRefusal(answer.ok ? null : answer.error);
		if (!answer.ok) return;
		notifications.show({ message: text.saved });
		onChanged();
	}

	function saveMinutes(): void {
		if (isInRange && resolveAfterMs !== rule.resolveAfterMs) void save({ resolveAfterMs });
	}

	return (
		<div className={classes.rule}>
			<Switch
				label={rule.name}
				checked={rule.isEnabled}
				disabled={!access.isAllowed}
				description={access.reason}
				onChange={(event) => void save({ isEnabled: event.currentTarget.checked })}
			/>
			<NumberInput
				size="sm"
				label={text.resolveAfter}
				description={text.resolveHint}
				value={minutes}
				onChange={setMinutes}
				onBlur={saveMinutes}
				onKeyDown={(event) => {
					if (event.key === "Enter") saveMinutes();
				}}
				error={isInRange ? null : text.range}
				disabled={!access.isAllowed || !rule.isEnabled}
				suffix={text.minutes}
				allowNegative={false}
				hideControls
				w={440}
			/>
			{refusal && <ProblemNote refusal={refusal} />}
		</div>
	);
}
