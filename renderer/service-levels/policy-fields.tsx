import {
	Checkbox,
	Group,
	MultiSelect,
	NativeSelect,
	Radio,
	Stack,
	Switch,
	Text,
	TextInput,
} from "@mantine/core";
import { MEASURES, PARTIES } from "../../shared/sla/policy.ts";
import { ticketKinds } from "../../shared/ticket/known-lifecycles.ts";
import { HOLD_REASON_NAMES } from "../../shared/ticket/lifecycles/incident.ts";
import { useTopic } from "../data/index.ts";
import { Card } from "../page/index.ts";
import { serviceLevelsText } from "../text/en/service-levels.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { PolicyValues } from "./policy-values.ts";
import classes from "./service-levels.module.css";

export interface PolicyFieldsProps {
	readonly values: PolicyValues;
	readonly onChange: (values: PolicyValues) => void;
	readonly errorOf: (path: string) => string | null;
	readonly isDisabled: boolean;
	/** Who it is for and until when is said once. */
	readonly isNew: boolean;
}

const text = serviceLevelsText.policy;

/** What is promised to whom, and for which tickets. */
export function BasicFields({ values, onChange, errorOf, isDisabled, isNew }: PolicyFieldsProps) {
	const teams = useTopic("staff", null)?.teams ?? [];
	return (
		<Card title={text.basics}>
			<div className={classes.fields}>
				<TextInput
					size="sm"
					label={text.name}
					value={values.name}
					maxLength={200}
					disabled={isDisabled}
					error={errorOf("name")}
					onChange={(event) => onChange({ ...values, name: event.currentTarget.value })}
				/>
				<NativeSelect
					size="sm"
					label={text.party}
					data={PARTIES.map((value) => ({ value, label: serviceLevelsText.partyLong[value] }))}
					value={values.party}
					disabled={isDisabled || !isNew}
					onChange={({ currentTarget: { value } }) =>
						onChange({ ...values, party: PARTIES.find((one) => one === value) ?? "sla" })
					}
				/>
				{values.party === "uc" ? (
					<TextInput
						size="sm"
						label={text.supplier}
						description={text.supplierHint}
						withAsterisk
						value={values.supplier}
						maxLength={200}
						disabled={isDisabled}
						error={errorOf("supplier")}
						onChange={(event) => onChange({ ...values, supplier: event.currentTarget.value })}
					/>
				) : null}
				<NativeSelect
					size="sm"
					label={text.measure}
					data={MEASURES.map((value) => ({ value, label: serviceLevelsText.measureLong[value] }))}
					value={values.measure}
					disabled={isDisabled || !isNew}
					onChange={({ currentTarget: { value } }) =>
						onChange({ ...values, measure: MEASURES.find((one) => one === value) ?? "resolution" })
					}
				/>
				<MultiSelect
					size="sm"
					label={text.teams}
					placeholder={values.teamIds.length === 0 ? text.anyTeam : ""}
					data={teams.map(({ id, name }) => ({ value: id, label: name }))}
					value={[...values.teamIds]}
					searchable
					disabled={isDisabled}
					error={errorOf("teamIds")}
					onChange={(teamIds) => onChange({ ...values, teamIds })}
				/>
				<Checkbox.Group
					className={classes.wide}
					label={text.kinds}
					value={[...values.kinds]}
					error={errorOf("kinds")}
					onChange={(kinds) =>
						onChange({ ...values, kinds: ticketKinds().filter((kind) => kinds.includes(kind)) })
					}
				>
					<Group gap="lg" mt={4}>
						{ticketKinds().map((kind) => (
							<Checkbox key={kind} value={kind} label={ticketText.kindName(kind)} disabled={isDisabled} />
						))}
					</Group>
				</Checkbox.Group>
				<Switch
					className={classes.wide}
					label={text.isActive}
					description={text.isActiveHint}
					checked={values.isActive}
					disabled={isDisabled}
					onChange={(event) => onChange({ ...values, isActive: event.currentTarget.checked })}
				/>
			</div>
		</Card>
	);
}

const HOLD_REASONS = Object.entries(HOLD_REASON_NAMES);

/** What stops the clock for a while, and what a reopen does. */
export function PauseFields({ values, onChange, isDisabled }: PolicyFieldsProps) {
	if (values.measure === "response")
		return (
			<Card title={text.pauses}>
				<Text c="dimmed">{text.neverPauses}</Text>
			</Card>
		);
	return (
		<Card title={text.pauses}>
			<Stack gap="md">
				<Checkbox.Group
					label={text.pausedBy}
					value={values.pausedBy.map(String)}
					onChange={(reasons) => onChange({ ...values, pausedBy: reasons.map(Number) })}
				>
					<Group gap="lg" mt={4}>
						{HOLD_REASONS.map(([reason, name]) => (
							<Checkbox key={reason} value={reason} label={name} disabled={isDisabled} />
						))}
					</Group>
				</Checkbox.Group>
				<Radio.Group
					label={text.onReopen}
					value={values.onReopen}
					onChange={(value) => onChange({ ...values, onReopen: value === "reset" ? "reset" : "resume" })}
				>
					<Stack gap={4} mt={4}>
						<Radio value="resume" label={text.resume} disabled={isDisabled} />
						<Radio value="reset" label={text.reset} disabled={isDisabled} />
					</Stack>
				</Radio.Group>
			</Stack>
		</Card>
	);
}
