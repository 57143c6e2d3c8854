import { ActionIcon, Button, MultiSelect, NumberInput, Stack, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTopic } from "../data/index.ts";
import { Card } from "../page/index.ts";
import { serviceLevelsText } from "../text/en/service-levels.ts";
import type { PolicyFieldsProps } from "./policy-fields.tsx";
import type { PolicyValues } from "./policy-values.ts";
import classes from "./service-levels.module.css";

const text = serviceLevelsText.policy;
const MOST = 10;
type ThresholdValues = PolicyValues["thresholds"][number];

/** What happens when how much of the time is used. */
export function ThresholdFields({ values, onChange, errorOf, isDisabled }: PolicyFieldsProps) {
	const teams = useTopic("staff", null)?.teams ?? [];
	const choices = [
		...Object.entries(text.action).map(([value, label]) => ({ value, label })),
		...teams.map(({ id, name }) => ({ value: `reassign:${id}`, label: text.reassign(name) })),
	];

	function set(index: number, change: Partial<ThresholdValues>): void {
		const threshold = values.thresholds[index];
		if (threshold)
			onChange({ ...values, thresholds: values.thresholds.with(index, { ...threshold, ...change }) });
	}

	return (
		<Card title={text.thresholds}>
			<Stack gap="sm" align="flex-start">
				<Text c="dimmed">{text.thresholdsHint}</Text>
				{errorOf("thresholds") && (
					<p className={classes.error} role="alert">
						{errorOf("thresholds")}
					</p>
				)}
				<div className={classes.thresholds}>
					{values.thresholds.map((threshold, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: a threshold has no name, and is edited in its place
						<div key={index} className={classes.thresholdRow}>
							<NumberInput
								size="sm"
								aria-label={text.percentOf(index + 1)}
								value={threshold.percent}
								suffix=" %"
								allowNegative={false}
								allowDecimal={false}
								hideControls
								disabled={isDisabled}
								error={errorOf(`thresholds.${index}`)}
								onChange={(percent) => set(index, { percent })}
							/>
							<MultiSelect
								size="sm"
								aria-label={text.actionsOf(String(threshold.percent))}
								placeholder={threshold.actions.length === 0 ? text.nothing : ""}
								data={choices}
								value={[...threshold.actions]}
								maxValues={5}
								searchable
								disabled={isDisabled}
								onChange={(actions) => set(index, { actions })}
							/>
							<ActionIcon
								aria-label={text.removeThreshold(String(threshold.percent))}
								disabled={isDisabled}
								onClick={() => onChange({ ...values, thresholds: values.thresholds.toSpliced(index, 1) })}
							>
								<IconX size={14} />
							</ActionIcon>
						</div>
					))}
				</div>
				<Button
					variant="default"
					size="compact-sm"
					disabled={isDisabled || values.thresholds.length >= MOST}
					onClick={() =>
						onChange({ ...values, thresholds: [...values.thresholds, { percent: "", actions: [] }] })
					}
				>
					{text.addThreshold}
				</Button>
			</Stack>
		</Card>
	);
}
