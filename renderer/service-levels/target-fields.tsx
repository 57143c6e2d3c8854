import { NativeSelect, NumberInput, Stack, Text } from "@mantine/core";
import type { Calendar } from "../../shared/sla/calendar.ts";
import { PriorityMark } from "../marks/index.ts";
import { Card } from "../page/index.ts";
import { serviceLevelsText } from "../text/en/service-levels.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { PolicyFieldsProps } from "./policy-fields.tsx";
import { type PolicyValues, PRIORITIES } from "./policy-values.ts";
import classes from "./service-levels.module.css";

const text = serviceLevelsText.policy;
type TargetValues = PolicyValues["targets"][number];
const UNITS = ["minute", "hour", "day"] as const;

interface Props extends PolicyFieldsProps {
	readonly calendars: ReadonlyMap<string, Calendar>;
}

/** How long each priority has, and in which hours. */
export function TargetFields({ values, onChange, errorOf, isDisabled, calendars }: Props) {
	const hours = [
		{ value: "", label: serviceLevelsText.aroundTheClock },
		...[...calendars].map(([value, { name }]) => ({ value, label: name })),
	];
	const wrong = errorOf("targets");

	function set(index: number, change: Partial<TargetValues>): void {
		const target = values.targets[index];
		if (target) onChange({ ...values, targets: values.targets.with(index, { ...target, ...change }) });
	}

	return (
		<Card title={text.targets}>
			<Stack gap="sm">
				<Text c="dimmed">{text.targetsHint}</Text>
				{wrong && (
					<p className={classes.error} role="alert">
						{wrong}
					</p>
				)}
				<div className={classes.targets}>
					{PRIORITIES.map((priority, index) => {
						const target = values.targets[index];
						const name = ticketText.priority(priority);
						const error = errorOf(`targets.${priority}`);
						if (!target) return null;
						return (
							<div key={priority} className={classes.targetRow}>
								<PriorityMark priority={priority} />
								<NumberInput
									size="sm"
									aria-label={text.amountOf(name)}
									value={target.amount}
									allowNegative={false}
									allowDecimal={false}
									hideControls
									disabled={isDisabled}
									error={error !== null}
									onChange={(amount) => set(index, { amount })}
								/>
								<NativeSelect
									size="sm"
									aria-label={text.unitOf(name)}
									data={UNITS.map((value) => ({ value, label: serviceLevelsText.unit[value] }))}
									value={target.unit}
									disabled={isDisabled}
									onChange={({ currentTarget: { value } }) =>
										set(index, { unit: UNITS.find((unit) => unit === value) ?? "hour" })
									}
								/>
								<NativeSelect
									size="sm"
									aria-label={text.calendarOf(name)}
									data={hours}
									value={target.calendarId ?? ""}
									disabled={isDisabled}
									onChange={({ currentTarget: { value } }) =>
										set(index, { calendarId: value === "" ? null : value })
									}
								/>
								{error !== null && (
									<p className={classes.error} role="alert">
										{error}
									</p>
								)}
							</div>
						);
					})}
				</div>
			</Stack>
		</Card>
	);
}
