import { Select, Textarea, TextInput } from "@mantine/core";
import { LIMITS } from "../../shared/api/common.ts";
import { CHANGE_TYPE } from "../../shared/ticket/lifecycles/change.ts";
import { changesText } from "../text/en/changes.ts";
import { fieldName } from "../text/en/ticket.ts";
import { fromLocalInput, toLocalInput } from "../text/time.ts";
import { ConflictList, useConflicts } from "../ticket/index.ts";
import classes from "./changes.module.css";
import type { FieldProps } from "./field-props.ts";

const RISKS = [1, 2, 3, 4].map((risk) => ({
	value: String(risk),
	label: `${risk} ${changesText.risks(risk)}`,
}));
const TEXTS = [
	["justification", "$justification"],
	["plan", "$plan"],
	["backOutPlan", "$backOutPlan"],
	["testPlan", "$testPlan"],
] as const;

/** When and how; of a standard change its template says how. */
export function PlanFields({ values, errors, change }: FieldProps) {
	const { ciId, assigneeId, startAt, endAt } = values;
	const found = useConflicts({ ticketId: null, ciId, assigneeId, startAt, endAt });
	const isStandard = values.type === CHANGE_TYPE.standard;
	return (
		<>
			<div className={classes.pairs}>
				{(["startAt", "endAt"] as const).map((field) => (
					<TextInput
						key={field}
						type="datetime-local"
						label={changesText.window[field]}
						value={values[field] === null ? undefined : toLocalInput(values[field])}
						error={errors[field === "startAt" ? "$plannedStartAt" : "$plannedEndAt"]}
						onChange={(event) => change({ [field]: fromLocalInput(event.currentTarget.value) })}
					/>
				))}
			</div>
			<ConflictList found={found} />
			{isStandard ? null : (
				<>
					<Select
						label={fieldName("$risk")}
						description={changesText.create.riskHint}
						data={RISKS}
						clearable
						value={values.risk === null ? null : String(values.risk)}
						onChange={(risk) => change({ risk: risk === null ? null : Number(risk) })}
					/>
					{TEXTS.map(([field, name]) => (
						<Textarea
							key={field}
							label={fieldName(name)}
							autosize
							minRows={2}
							maxRows={10}
							maxLength={LIMITS.description}
							value={values[field]}
							onChange={(event) => change({ [field]: event.currentTarget.value })}
						/>
					))}
				</>
			)}
		</>
	);
}
