import { Button, Group, Radio, Stack, Text, TextInput } from "@mantine/core";
import type { Refusal } from "../../shared/result.ts";
import { type Access, GuardedButton } from "../access/index.ts";
import { Card, ProblemNote } from "../page/index.ts";
import { serviceLevelsText } from "../text/en/service-levels.ts";

const text = serviceLevelsText.save;

/** When an edit is to apply, as typed. */
export interface Moment {
	readonly isLater: boolean;
	/** Of a local date and time field. */
	readonly date: string;
}

interface Props {
	readonly access: Access;
	readonly moment: Moment;
	readonly onMoment: (moment: Moment) => void;
	/** Why the date is not taken. */
	readonly dateError: string | null;
	/** The version that will be made; 1 is the first. */
	readonly nextVersion: number;
	readonly isBusy: boolean;
	readonly refusal: Refusal | null;
	readonly onCancel: () => void;
}

/** From when on, and the button that saves. */
export function SaveFields(props: Props) {
	const { access, moment, onMoment, nextVersion, refusal } = props;
	return (
		<Card title={text.title}>
			<Stack gap="md" align="flex-start">
				<Text c="dimmed">{nextVersion === 1 ? text.first : text.hint}</Text>
				{nextVersion > 1 && (
					<Radio.Group
						value={moment.isLater ? "later" : "now"}
						onChange={(value) => onMoment({ ...moment, isLater: value === "later" })}
						aria-label={text.title}
					>
						<Group gap="lg" align="flex-start">
							<Radio value="now" label={text.now} disabled={!access.isAllowed} />
							<Radio value="later" label={text.later} disabled={!access.isAllowed} />
							{moment.isLater && (
								<TextInput
									size="sm"
									type="datetime-local"
									aria-label={text.date}
									value={moment.date}
									error={props.dateError}
									disabled={!access.isAllowed}
									onChange={(event) => onMoment({ ...moment, date: event.currentTarget.value })}
								/>
							)}
						</Group>
					</Radio.Group>
				)}
				{refusal && <ProblemNote refusal={refusal} />}
				{access.reason !== null && <ProblemNote refusal={{ code: "blocked", message: access.reason }} />}
				<Group>
					<GuardedButton access={access} type="submit" loading={props.isBusy}>
						{nextVersion === 1 ? text.add : text.button(nextVersion)}
					</GuardedButton>
					<Button variant="subtle" color="gray" onClick={props.onCancel}>
						{text.cancel}
					</Button>
				</Group>
			</Stack>
		</Card>
	);
}
